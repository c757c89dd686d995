"""Lines that were to be something else than text, and are text, so that readers would see their signs.

CommonMark has no mistakes: what is no table, block or definition is a paragraph. Those that can hardly be meant as
words are told.
"""

import re
from itertools import pairwise

from markdown_it.token import Token

from sitegen.content.markdown.blocks import BLOCKS
from sitegen.content.markdown.manuscript import Manuscript
from sitegen.content.markdown.silences import LABEL

_SILENCE = re.compile(rf"[ \t]*\[{LABEL}\]:", re.IGNORECASE)
_BLOCK = re.compile(rf"::[ \t]*(?:{'|'.join(each.name for each in BLOCKS)})\b", re.IGNORECASE)
_HEADING = re.compile(r"#{2,6}[^\s#]")
_SOLE_HEADING = re.compile(r"#[^\W\d_][^#]*")
_ITEM = re.compile(r"-[^\W\d_]|[•·‣▪◦●⁃∙][ \t]*\S|\d{1,2}\)[^\W\d_]")
"""What word processors put before an item, and what is one but for a space."""
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_CELL = r"[ \t]*:?-+:?[ \t]*"
_DELIMITERS = re.compile(rf"(?=.*\|)\|?{_CELL}(?:\|{_CELL})*\|?[ \t]*")


ONCE = frozenset({"no-item", "no-delimiters"})
"""What is told once of a paragraph, at its first line."""


def tell_lookalikes(tokens: list[Token], manuscript: Manuscript) -> None:
    """Tells of each such line of a paragraph, at the line."""
    for opening, token in pairwise(tokens):
        if opening.type != "paragraph_open":
            continue
        manuscript.enter(token)
        before, start, told = "", 0, ""
        lines = token.content.split("\n")
        sole, rows = len(lines) == 1, _are_rows(lines)
        for line in lines:
            code = _code(line, before) or _beside(line, lines[0], sole) or ("no-delimiters" if rows else "")
            if code and not (code == told and code in ONCE):
                manuscript.report(code, manuscript.where(start, start + len(line)))
                told = code
            before, start = line, start + len(line) + 1


def _beside(line: str, first: str, sole: bool) -> str:
    """What is wrong with a line of a paragraph that begins with the `first` one, or has but a `sole` one."""
    if _ITEM.match(line) and _ITEM.match(first):
        return "no-item"
    return "no-heading" if sole and _SOLE_HEADING.fullmatch(line) and line[1].isupper() else ""


def _are_rows(lines: list[str]) -> bool:
    """Whether all lines look like rows of a table that has no line of hyphens."""
    return len(lines) > 1 and all(map(_ROW.fullmatch, lines)) and not any(map(_DELIMITERS.fullmatch, lines))


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
