"""Lines that were to be something else than text, and are text, so that readers would see their signs.

CommonMark has no mistakes: what is no table, block or definition is a paragraph. Those that can hardly be meant as
words are told.
"""

import re

from markdown_it.token import Token

from sitegen.content.markdown.blocks import BLOCKS
from sitegen.content.markdown.manuscript import Manuscript
from sitegen.content.markdown.silences import LABEL

_SILENCE = re.compile(rf"[ \t]*\[{LABEL}\]:", re.IGNORECASE)
_BLOCK = re.compile(rf"::[ \t]*(?:{'|'.join(each.name for each in BLOCKS)})\b", re.IGNORECASE)
_HEADING = re.compile(r"#{2,6}[^\s#]")
_CELL = r"[ \t]*:?-+:?[ \t]*"
_DELIMITERS = re.compile(rf"(?=.*\|)\|?{_CELL}(?:\|{_CELL})*\|?[ \t]*")


def tell_lookalikes(tokens: list[Token], manuscript: Manuscript) -> None:
    """Tells of each such line of a paragraph, at the line."""
    for token in tokens:
        if token.type != "inline" or token.map is None:
            continue
        manuscript.enter(token)
        before, start = "", 0
        for line in token.content.split("\n"):
            if code := _code(line, before):
                manuscript.report(code, manuscript.where(start, start + len(line)))
            before, start = line, start + len(line) + 1


def _code(line: str, before: str) -> str:
    """What is wrong with a line of a paragraph, and the line `before` it; empty if nothing is."""
    if _SILENCE.match(line):
        # A definition cannot interrupt a paragraph (CommonMark §4.7).
        return "silence-place"
    if _BLOCK.match(line):
        return "two-colons"
    if _HEADING.match(line):
        return "no-heading"
    return "no-table" if "|" in before and _DELIMITERS.fullmatch(line) else ""
