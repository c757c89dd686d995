"""Headings: their anchors, their order, and sections with nothing in them."""

import re

from markdown_it.token import Token

from sitegen.content.markdown.manuscript import Manuscript
from sitegen.content.markdown.plain import inline_text
from sitegen.foundation.folding import anchor as folded
from sitegen.model.body import Heading

_CONTENT = ("fence", "code_block", "void_block")


def id_prefix(prefix: str) -> str:
    """What keeps the ids of a text in the field `prefix` apart from those of others on the page."""
    return re.sub(r"[^A-Za-z0-9_-]", ".", prefix) + ":" if prefix else ""


def outline(tokens: list[Token], manuscript: Manuscript) -> tuple[Heading, ...]:
    """The headings in order. Each heading's tokens get its id and the level at which it is shown."""
    found: list[Heading] = []
    taken: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            found.append(_heading(tokens[index : index + 3], taken, manuscript))
    _check_levels(found, manuscript)
    _check_sections(tokens, found, manuscript)
    return tuple(found)


def _heading(tokens: list[Token], taken: dict[str, int], manuscript: Manuscript) -> Heading:
    opening, inline, closing = tokens
    text = " ".join(inline_text(inline.children or []).split())
    start = opening.meta["marks"][0]
    at = (start, manuscript.line_end(start))
    if opening.tag == "h1":
        manuscript.report("heading-one", at)
        opening.tag = closing.tag = "h2"
    if not text:
        manuscript.report("empty-heading", at)
    anchor = id_prefix(manuscript.place.prefix) + _unused(folded(text) or "h", taken)
    opening.attrs = {"id": anchor}
    return Heading(int(opening.tag[1]), anchor, text, manuscript.span(*at))


def _unused(wanted: str, taken: dict[str, int]) -> str:
    """`wanted`, or with the first number from 2 on that is free. `taken` keeps the last number."""
    anchor, number = wanted, taken.get(wanted, 1)
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    taken[wanted] = number
    taken[anchor] = 1 if anchor != wanted else number
    return anchor


def _check_levels(headings: list[Heading], manuscript: Manuscript) -> None:
    before = 1
    for heading in headings:
        if heading.level > before + 1:
            manuscript.say("heading-level", heading.span, found="#" * heading.level, before="#" * before)
        before = heading.level


def _check_sections(tokens: list[Token], headings: list[Heading], manuscript: Manuscript) -> None:
    """Warns of a heading that neither words nor a deeper heading follow."""
    empty: Heading | None = None
    following = iter(headings)
    in_heading = False
    for token in tokens:
        if token.type == "heading_open":
            heading, in_heading = next(following), True
            if empty and heading.level <= empty.level:
                manuscript.say("empty-section", empty.span, name=empty.text)
            empty = heading
        elif token.type == "heading_close":
            in_heading = False
        elif token.type == "footnotes_open":
            break
        elif not in_heading and (token.type in _CONTENT or (token.type == "inline" and token.content)):
            empty = None
    if empty:
        manuscript.say("empty-section", empty.span, name=empty.text)
