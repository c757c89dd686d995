"""All documents at once: joined over languages, referring to each other, each with its addresses."""
