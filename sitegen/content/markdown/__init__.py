"""Markdown to a body: HTML with holes, its outline, what it refers to, and what is wrong with it.

Knows one text and its place. Knows nothing of other documents, of the reader, or of the bundle's files.
"""

from sitegen.content.markdown.manuscript import Place
from sitegen.content.markdown.parse import Parsed, parse_markdown

__all__ = ["Parsed", "Place", "parse_markdown"]
