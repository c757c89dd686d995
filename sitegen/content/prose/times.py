"""`mixed-times`: times that are written in more than one way in a text.

Three things can differ: what stands between hours and minutes ("10:00", "10.00"), how the mark is written ("kl. 10",
"kl 10"), and whether whole hours have their zeros ("kl. 10", "kl. 10:00"). The first way in the text is taken as
the right one, and each other way is told once.
"""

from collections.abc import Iterator

from sitegen.content.prose.clocks import Clock, Written
from sitegen.content.prose.copy import Copy, finding, said
from sitegen.foundation.diagnostics import Diagnostic, Span


def check(copy: Copy) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, str]] = {}
    places: dict[str, Span] = {}
    told: set[tuple[str, str]] = set()
    for passage, clock in copy.all_clocks():
        uneven = len({part.separator for part in clock.parts}) > 1
        for index, part in enumerate(clock.parts):
            at = (part.start if index else clock.start, part.end if index or uneven else clock.end)
            other = ""
            for way, written in _ways(part, clock):
                before, words = first.setdefault(way, (written, said(passage, *at)))
                places.setdefault(way, passage.span(*at))
                if before != written and (way, written) not in told:
                    told.add((way, written))
                    other, place = other or words, places[way]
            if other:
                yield finding("mixed-times", passage, at, {"other": other}, (place,))


def _ways(part: Written, clock: Clock) -> Iterator[tuple[str, str]]:
    """How a time is written, as far as it could be written otherwise."""
    if part.separator:
        yield "separator", part.separator
    if part.mark:
        yield "mark", part.mark
    if not any(each.separator for each in clock.parts):
        yield "hours", "bare"
    elif part.whole:
        yield "hours", "whole"
