"""`weekday`: the weekday that is written with a date is not that of the date. Days without a year: `checks.prose`."""

from collections.abc import Iterator

from sitegen.content.prose.copy import Copy, calendar_day, finding
from sitegen.content.prose.words import day_name
from sitegen.foundation.diagnostics import Diagnostic


def check(copy: Copy) -> Iterator[Diagnostic]:
    for passage, found in copy.all_days():
        if found.weekday is None or found.year is None:
            continue
        day = calendar_day(found.year, found.month, found.day)
        if day and day.weekday() != found.weekday:
            right = day_name(day.weekday(), copy.lang)
            yield finding("weekday", passage, (found.start, found.end), {"right": right})
