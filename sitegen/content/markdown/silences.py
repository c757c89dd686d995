"""`[lint-off]: # (weekday)`: a rule is silent for the block of the text that follows.

In CommonMark this is the definition of a link that nobody uses, so every preview shows nothing of it. It is taken
by markdown-it's own rule for definitions, and has no words that a page could lose.
"""

import re
from bisect import bisect_left
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
    blocks = _blocks(tokens) if known else {}
    firsts = sorted(blocks)
    repeated = [each for each in env.get("duplicate_refs", ()) if each["label"] == LABEL]
    for definition in (known, *repeated) if known else ():
        if is_silence(LABEL, definition):
            after = definition["map"][1]
            index = bisect_left(firsts, after)
            first = firsts[index] if index < len(firsts) else after
            yield from _silences(definition, (first, blocks.get(first, after - 1)), manuscript)


def _silences(definition: Mapping[str, Any], lines: tuple[int, int], manuscript: Manuscript) -> Iterator[Silence]:
    """One for each rule that is named; `lines` are the first and the last line, from 0, of what is silent."""
    start, end = manuscript.line(definition["map"][0])
    first, last = lines
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


def _blocks(tokens: list[Token]) -> dict[int, int]:
    """The line on which each block begins, from 0, with the last line of the outermost block that does."""
    found: dict[int, int] = {}
    for token in tokens:
        if token.map and token.nesting >= 0:
            found[token.map[0]] = max(found.get(token.map[0], 0), token.map[1] - 1)
    return found
