"""`::: name info` … `:::`: what plain Markdown has no form for.

`BLOCKS` is the whole list. A void block holds no text: it marks where facts of the document are shown.
"""

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from sitegen.content.markdown.manuscript import Manuscript, manuscript_of
from sitegen.foundation.text import nearest

_LINE = re.compile(r":{3,}[ \t]*(\S*)[ \t]*(.*?)[ \t]*$")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_WORDS = ("fence", "code_block", "void_block", "hr")


@dataclass(frozen=True, slots=True)
class Block:
    """A block that a text may hold. `kinds` are those of the documents that have something to show in it."""

    name: str
    void: bool = False
    kinds: tuple[str, ...] = ()


BLOCKS = (
    Block("quote"),
    Block("note"),
    Block("programme", void=True, kinds=("event",)),
    Block("process", void=True, kinds=("project",)),
    Block("partners", void=True, kinds=("project",)),
    Block("contacts", void=True),
)
_BY_NAME = {each.name: each for each in BLOCKS}


@dataclass(frozen=True, slots=True)
class _Opening:
    """The line that begins a block: its place in the source, the block's name, and what follows the name."""

    at: tuple[int, int]
    name: str
    info: str
    info_at: int
    line: int
    end: int


def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Block rule for the whole of `::: name` … `:::`."""
    if state.is_code_block(start):
        return False
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", at):
        return False
    if silent:
        return True
    found = _LINE.match(state.src[at : state.eMarks[start]])
    assert found is not None
    manuscript = manuscript_of(state.env)
    place = (at, state.eMarks[start])
    if not found[1]:
        manuscript.report("stray-block-end", place)
        state.line = start + 1
        return True
    last, closed = _closing_line(state, start, end)
    opening = _Opening(place, found[1], found[2], at + found.start(2), start, last)
    if not closed:
        manuscript.report("open-block", place, name=opening.name)
    _write(state, opening, manuscript)
    state.line = min(last + 1, end) if closed else last
    return True


def _closing_line(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """The line that ends the block begun at `start`, and whether it is there; else where its parent ends."""
    depth, fence = 1, ""
    for line in range(start + 1, end):
        at = state.bMarks[line] + state.tShift[line]
        if at >= state.eMarks[line]:
            continue
        if state.sCount[line] < state.blkIndent:
            return line, False
        # Most lines are none of these, and blocks in each other are each read to their end.
        if state.src[at] not in ":`~" or state.is_code_block(line):
            continue
        text = state.src[at : state.eMarks[line]]
        if fence:
            fence = "" if text.startswith(fence) and not text.strip(fence[0] + " \t") else fence
        elif mark := _FENCE.match(text):
            fence = mark[1] or mark[2]
        elif text.startswith(":::"):
            depth += 1 if text.strip(": \t") else -1
            if depth == 0:
                return line, True
    return end, False


def _write(state: StateBlock, opening: _Opening, manuscript: Manuscript) -> None:
    known = _BY_NAME.get(opening.name)
    if known is None:
        near = nearest(opening.name, _BY_NAME) or ""
        names = ", ".join(_BY_NAME)
        manuscript.report("unknown-block", opening.at, name=opening.name, known=names, near=near)
        _inside(state, opening)
    elif known.void:
        _void(state, opening, known, manuscript)
    elif known.name == "quote":
        _quote(state, opening, manuscript)
    else:
        _note(state, opening, manuscript)


def _void(state: StateBlock, opening: _Opening, known: Block, manuscript: Manuscript) -> None:
    place = manuscript.place
    shown: list[str] = state.env.setdefault("void_blocks", [])
    if place.prefix or (known.kinds and place.kind not in known.kinds):
        manuscript.report("block-kind", opening.at, name=known.name)
    elif known.name in shown:
        manuscript.report("repeated-block", opening.at, name=known.name)
    else:
        shown.append(known.name)
        state.push("void_block", "", 0).meta = {"name": known.name}
    first = len(state.tokens)
    _inside(state, opening)
    if opening.info or len(state.tokens) > first:
        manuscript.report("block-content", opening.at, name=known.name)


def _quote(state: StateBlock, opening: _Opening, manuscript: Manuscript) -> None:
    if not opening.info:
        manuscript.report("quote-source", opening.at)
    figure = state.push("figure_open", "figure", 1)
    figure.attrs, figure.map = {"class": "quote"}, [opening.line, opening.end]
    state.push("blockquote_open", "blockquote", 1)
    _worded(state, opening, manuscript)
    state.push("blockquote_close", "blockquote", -1)
    if opening.info:
        _line(state, opening, "figcaption", {})
    state.push("figure_close", "figure", -1)


def _note(state: StateBlock, opening: _Opening, manuscript: Manuscript) -> None:
    aside = state.push("aside_open", "aside", 1)
    aside.attrs, aside.map = {"class": "note"}, [opening.line, opening.end]
    if opening.info:
        _line(state, opening, "p", {"class": "label"})
    _worded(state, opening, manuscript)
    state.push("aside_close", "aside", -1)


def _line(state: StateBlock, opening: _Opening, tag: str, attrs: dict[str, str | int | float]) -> None:
    """What follows the block's name, as a line of its own."""
    state.push(f"{tag}_open", tag, 1).attrs = attrs
    inline = state.push("inline", "", 0)
    inline.content, inline.children = opening.info, []
    inline.map, inline.meta = [opening.line, opening.line + 1], {"marks": [opening.info_at]}
    state.push(f"{tag}_close", tag, -1)


def _worded(state: StateBlock, opening: _Opening, manuscript: Manuscript) -> None:
    first = len(state.tokens)
    _inside(state, opening)
    if not _has_words(state.tokens[first:]):
        manuscript.report("empty-block", opening.at, name=opening.name)


def _has_words(tokens: list[Token]) -> bool:
    """Whether something stays here: the text of a footnote goes to the end of the page."""
    footnotes = 0
    for token in tokens:
        if token.type.startswith("footnote_reference"):
            footnotes += token.nesting
        elif not footnotes and (token.type in _WORDS or (token.type == "inline" and token.content)):
            return True
    return False


def _inside(state: StateBlock, opening: _Opening) -> None:
    """Parses the lines between the block's first and last."""
    parent, bound = state.parentType, state.lineMax
    state.parentType, state.lineMax = "block", opening.end
    state.level += 1
    state.md.block.tokenize(state, opening.line + 1, opening.end)
    state.level -= 1
    state.parentType, state.lineMax = parent, bound
