"""Where the caption of a picture stands. markdown-it keeps its words, and nothing of their place."""

from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.common.utils import UNESCAPE_ALL_RE, unescapeAll
from markdown_it.helpers import parseLinkDestination, parseLinkTitle

from sitegen.content.markdown.manuscript import Manuscript


def caption_place(content: str, end: int) -> tuple[int, int] | None:
    """Where in an inline text the caption begins and ends of a picture whose alternative text ends at `end`.

    None if none stands there: the picture has no caption, or has it from a definition.
    """
    if not content.startswith("](", end):
        return None
    address = parseLinkDestination(content, _after_space(content, end + 2), len(content))
    start = _after_space(content, address.pos)
    title = parseLinkTitle(content, start, len(content))
    return (start + 1, title.pos - 1) if title.ok else None


def defined_place(definition: Mapping[str, Any], manuscript: Manuscript) -> tuple[tuple[int, int], bool]:
    """Where in a text the caption stands that a definition gives, and whether that is its very place.

    With escapes, or over the lines of a quotation, the words are not found again: then it is the definition's line.
    """
    first, after = definition["map"]
    line, words = manuscript.line(first), str(definition["title"])
    at = manuscript.text.rfind(words, line[0], manuscript.line(after - 1)[1])
    return (line, False) if at < 0 else ((at, at + len(words)), True)


def unescaped(content: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The words that a part of an inline text stands for, in pieces, each with where it begins."""
    for found in UNESCAPE_ALL_RE.finditer(content, start, end):
        yield content[start : found.start()], start
        yield unescapeAll(found[0]), found.start()
        start = found.end()
    yield content[start:end], start


def _after_space(content: str, at: int) -> int:
    while at < len(content) and content[at] in " \t\n":
        at += 1
    return at
