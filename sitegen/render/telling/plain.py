"""Diagnostics as text for people: place, reason, the line with carets, other places, and the mend."""

from collections.abc import Iterator

from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling.findings import Findings
from sitegen.render.telling.told import ENGLISH, Told

Piece = tuple[str, str]
"""What a piece of a line is ("error", "warning", "code", "frame", "meant" or "plain"), and its words."""


def render(findings: Findings) -> str:
    """All of them, an empty line after each."""
    return "".join(f"{text(told, findings.words)}\n\n" for told in findings.told)


def text(told: Told, words: Catalogue = ENGLISH) -> str:
    """The diagnostic as lines of plain text."""
    return "\n".join("".join(said for _, said in line) for line in pieces(told, words))


def pieces(told: Told, words: Catalogue = ENGLISH) -> Iterator[tuple[Piece, ...]]:
    """The lines of a diagnostic, each in pieces, so that a terminal can colour them."""
    head = f"{told.place}: {level(told, words)}: "
    yield (told.level, head), (told.level, told.reason), ("code", f" [{told.code}]")
    if told.line:
        margin = " " * len(str(told.number))
        yield ("frame", f"  {told.number} | "), *_line(told)
        yield ("frame", f"  {margin} | "), (told.level, told.pointer)
    see, mend = words.pgettext("diagnostic", "see also"), words.pgettext("diagnostic", "mend")
    for other in told.related:
        yield (("plain", f"  {see}: {other}"),)
    yield (("plain", f"  {mend}: {told.mend}"),)


def _line(told: Told) -> tuple[Piece, ...]:
    parts = (told.line[: told.start], told.line[told.start : told.end], told.line[told.end :])
    return tuple((role, part) for role, part in zip(("plain", "meant", "plain"), parts, strict=True) if part)


def level(told: Told, words: Catalogue = ENGLISH) -> str:
    """The word for how bad it is."""
    if told.level == "error":
        return words.pgettext("diagnostic", "error")
    return words.pgettext("diagnostic", "warning")
