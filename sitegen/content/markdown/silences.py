"""`[lint-off]: # (weekday)`: a rule is silent for the block of the text that follows.

In CommonMark this is the definition of a link that nobody uses, so every preview shows nothing of it. It is taken
by markdown-it's own rule for definitions, and has no words that a page could lose.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.token import Token

from sitegen.content.markdown.manuscript import Manuscript
from sitegen.foundation.text import nearest
from sitegen.model.prose import RULES, Silence

LABEL = "LINT-OFF"
TARGET = "#"
_NAME = re.compile(r"[^\s,;:]+")


def is_silence(label: str, definition: Mapping[str, Any]) -> bool:
    """Whether a definition of a link is none, but asks for silence."""
    return label == LABEL and definition["href"] == TARGET


def silences(tokens: list[Token], env: Mapping[str, Any], manuscript: Manuscript) -> Iterator[Silence]:
    """What the text asks for. A rule that there is not is told."""
    known = env.get("references", {}).get(LABEL)
    repeated = [each for each in env.get("duplicate_refs", ()) if each["label"] == LABEL]
    for definition in (known, *repeated) if known else ():
        if is_silence(LABEL, definition):
            yield from _silences(definition, tokens, manuscript)


def _silences(definition: Mapping[str, Any], tokens: list[Token], manuscript: Manuscript) -> Iterator[Silence]:
    start, end = manuscript.line(definition["map"][0])
    first, last = _next_block(definition["map"][1], tokens)
    names = _NAME.findall(str(definition["title"]).partition(":")[0])
    if not names:
        manuscript.report("silence-form", (start, end), known=", ".join(RULES))
    at = manuscript.text.find("#", start)
    for name in names:
        at = manuscript.text.find(name, at)
        place = (at, at + len(name))
        if name in RULES:
            line = manuscript.place.line
            yield Silence(name, line + first, line + last, manuscript.span(*place))
        else:
            manuscript.report(
                "unknown-rule", place, value=name, known=", ".join(RULES), near=nearest(name, RULES) or ""
            )


def _next_block(after: int, tokens: list[Token]) -> tuple[int, int]:
    """The first and the last line, from 0, of the outermost block that begins next; of none, no line."""
    maps = [token.map for token in tokens if token.map and token.map[0] >= after and token.nesting >= 0]
    if not maps:
        return after, after - 1
    first = min(start for start, _ in maps)
    return first, max(end for start, end in maps if start == first) - 1
