"""The shape of a thing: references, words, moments, bodies, documents, configuration. Nothing is read or made here."""
