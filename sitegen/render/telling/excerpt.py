"""The line of a source that a diagnostic is about, with carets below the place that is meant, cell by cell."""

from dataclasses import dataclass
from itertools import accumulate

from sitegen.foundation.diagnostics import Span
from sitegen.render.telling.cells import cells
from sitegen.render.telling.printable import printable

WIDEST = 160
"""Cells of a line that are shown where nobody says how wide the terminal is."""
NARROWEST = 20
TAB = 4
CUT = "…"
NEAR = 2
"""How many times as many characters as cells are looked at on each side: a line may be a whole text, and be told of
many times.
"""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`line` as it is shown, and the `pointer` below it; characters `start` to `end` of the line are meant."""

    line: str = ""
    pointer: str = ""
    start: int = 0
    end: int = 0


def excerpt(span: Span, lines: tuple[str, ...], widest: int = WIDEST) -> Excerpt:
    """The line of `span`, cut around the place where it is wider than `widest`; empty if there is no such line."""
    if not 1 <= span.line <= len(lines):
        return Excerpt()
    near, left, cut_before, cut_after = _near(lines[span.line - 1], span, max(widest, NARROWEST) * NEAR)
    shown, start, end = _meant(near, left, span.length)
    sizes = cells(shown)
    while start and start < len(sizes) and sizes[start] == 0:
        start -= 1  # a mark upon a letter is shown by the letter
    first, last = _window(sizes, start, end, max(widest, NARROWEST))
    head, tail = CUT if first or cut_before else "", CUT if last < len(shown) or cut_after else ""
    before = len(head) + sum(sizes[first:start])
    marked = max(1, sum(sizes[start : min(end, last)]))
    offset = len(head) - first
    return Excerpt(
        line=head + shown[first:last] + tail,
        pointer=" " * before + "^" * marked,
        start=start + offset,
        end=min(end, last) + offset,
    )


def _near(line: str, span: Span, most: int) -> tuple[str, int, bool, bool]:
    """What is near the span, the offset of the span in it, and whether something before and after it is left out."""
    at = max(0, min(span.column - 1, len(line)))
    first, last = max(0, at - most), min(len(line), at + min(span.length, most) + most)
    near = line[first:last]
    return (near.rstrip() if last == len(line) else near), at - first, first > 0, last < len(line)


def _meant(line: str, left: int, length: int) -> tuple[str, int, int]:
    """The line with tabs as spaces and nothing that a terminal obeys; where in it begins and ends what is meant."""
    places = [0]
    parts: list[str] = []
    column = 0
    for character, size in zip(line, cells(printable(line)), strict=True):
        parts.append(" " * (TAB - column % TAB) if character == "\t" else printable(character))
        column += len(parts[-1]) if character == "\t" else size
        places.append(places[-1] + len(parts[-1]))
    start = min(left, len(line))
    end = max(start, min(start + length, len(line)))
    return "".join(parts), places[start], places[end]


def _window(sizes: tuple[int, ...], start: int, end: int, widest: int) -> tuple[int, int]:
    """From which to before which character is shown: all, or what fits with room on both sides of the place."""
    ends = list(accumulate(sizes, initial=0))
    if ends[-1] <= widest:
        return 0, len(sizes)
    room = widest - 2 * len(CUT)
    spare = max(room // 3, (room - (ends[end] - ends[start])) // 2)
    wanted = max(0, min(ends[start] - spare, ends[-1] - room))
    first = next(at for at, left in enumerate(ends) if left >= wanted)
    first = min(first, start)
    while first < len(sizes) and sizes[first] == 0:
        first += 1
    last = max(at for at, right in enumerate(ends) if right - ends[first] <= room)
    return first, last
