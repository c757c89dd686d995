"""`no-such-day`: a date that no calendar has, such as 31 April, or 29 February in a year without it."""

from collections.abc import Iterator

from sitegen.content.prose.copy import Copy, calendar_day, finding
from sitegen.foundation.diagnostics import Diagnostic

LEAP_YEAR = 2000


def check(copy: Copy) -> Iterator[Diagnostic]:
    for passage, found in copy.all_days():
        if calendar_day(found.year or LEAP_YEAR, found.month, found.day) is None:
            yield finding("no-such-day", passage, (found.start, found.end), {})
