"""A static site generator for one job: a multilingual portal on Nordic public procurement.

How a Markdown file becomes a page: `content` reads and parses it, `graph` joins all documents into one
`Site`, `outputs` plan what to publish and render it by asking questions of that site, `engine` decides
what is stale and publishes. `pipeline` is the one place where they meet.
"""

__version__ = "0.1.0"
