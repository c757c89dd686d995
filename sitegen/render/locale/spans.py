"""From one day or time to another, in a reader's language, each thing said once.

    one day                   onsdag 4. mars 2020
    days of a month           19.–20. mars 2024
    across months, years      30. august–2. september 2026; 30. desember 2026–2. januar 2027
    times of a day            onsdag 4. mars 2020 kl. 10:00–14:00
    over several days         tirsdag 19. mars kl. 10:00 til onsdag 20. mars 2024 kl. 14:00

The last has words, as a dash between groups of several words cannot be read. An end at midnight is 24:00
of the day before, where the language has a clock of 24 hours with two digits (ISO 8601-1:2019 §5.3.2).
"""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import TypeVar

from sitegen.render.locale.dates import clock, day, day_and_time, written
from sitegen.render.locale.forms import forms
from sitegen.render.locale.places import with_place

D = TypeVar("D", date, datetime)


def span(
    start: date,
    end: date | None,
    lang: str,
    *,
    separator: str | None = None,
    home: tzinfo | None = None,
) -> str:
    """From `start` to `end`: both days, the last one included, or both aware times.

    Times are those of the clock where `start` is. When that clock shows another time than the one at
    `home`, the site's zone, the place is named. Raises TypeError for a day with a time, and ValueError
    for an end before the start or a time without a zone: checked documents have neither.
    """
    last = start if end is None else end
    if isinstance(start, datetime) != isinstance(last, datetime):
        raise TypeError("a span goes from day to day or from time to time")
    if isinstance(start, datetime) and isinstance(last, datetime):
        if start.tzinfo is None or last.tzinfo is None:
            raise ValueError("a time without a zone")
        last = last.astimezone(start.tzinfo)
        said = _times(*_in_order(start, last), lang, separator)
        return with_place(said, (start, last), lang, home)
    return _days(*_in_order(start, last), lang)


def clocks(start: time | datetime, end: time | datetime | None, lang: str, *, separator: str | None = None) -> str:
    """Times of one day alone, as a programme has them: "10:00–14:00"."""
    if end is None or end == start:
        return clock(start, lang, separator=separator)
    return f"{clock(start, lang, separator=separator)}–{_closing(end, lang, separator)}"


def _in_order(start: D, end: D) -> tuple[D, D]:
    if end < start:
        raise ValueError(f"{end} is before {start}")
    return start, end


def _days(start: date, end: date, lang: str) -> str:
    if start == end:
        return day(start, lang)
    known = forms(lang)
    within_year = known.days if start.month == end.month else known.months
    first, last = within_year if start.year == end.year else known.years
    return written(start, first, lang) + written(end, last, lang)


def _times(start: datetime, end: datetime, lang: str, separator: str | None) -> str:
    known = forms(lang, separator)
    if start == end:
        return day_and_time(start, lang, separator=separator)
    if start.date() == end.date() or _is_its_midnight(start, end, known.clock):
        return known.at.format(day=day(start, lang), time=clocks(start, end, lang, separator=separator))
    opening = known.opening if start.year == end.year else known.day
    first = known.at.format(day=written(start, opening, lang), time=clock(start, lang, separator=separator))
    return known.until.format(start=first, end=day_and_time(end, lang, separator=separator))


def _is_its_midnight(start: datetime, end: datetime, pattern: str) -> bool:
    """Whether `end` is the midnight that ends the day of `start`, and can be written as 24:00."""
    return "HH" in pattern and end.time() == time.min and end.date() == start.date() + timedelta(days=1)


def _closing(end: time | datetime, lang: str, separator: str | None) -> str:
    """The end of a span of times: midnight is 24:00 (CLDR's field kk) where hours have two digits."""
    pattern = forms(lang, separator).clock
    of_day = end.time() if isinstance(end, datetime) else end
    return written(end, pattern.replace("HH", "kk") if of_day == time.min else pattern, lang)
