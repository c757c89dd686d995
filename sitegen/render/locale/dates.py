"""Days, months and times in a reader's language. Ranges are in `spans`, patterns in `forms`.

A value is a `date`, or a `datetime` shown by the clock of its own zone. A language is a BCP 47 tag.
"""

from datetime import date, datetime, time
from functools import cache

from babel.dates import DateTimePattern, parse_pattern

from sitegen.render.locale.cldr import locale
from sitegen.render.locale.forms import forms


def day(value: date, lang: str) -> str:
    """A day with its weekday: "onsdag 4. mars 2020"."""
    return written(value, forms(lang).day, lang)


def short_day(value: date, lang: str) -> str:
    """A day without its weekday: "4. mars 2020"."""
    return written(value, forms(lang).short_day, lang)


def month(value: date, lang: str) -> str:
    """The month that a day is in: "mars 2020"."""
    return written(value, forms(lang).month, lang)


def weekday(value: date, lang: str) -> str:
    """The weekday of a day, as it stands alone: "onsdag" (CLDR's field cccc)."""
    return written(value, "cccc", lang)


def short_weekday(value: date, lang: str) -> str:
    """The weekday as heads of columns have it: "ons.", "ons" (CLDR's field ccc)."""
    return written(value, "ccc", lang)


def day_of_month(value: date, lang: str) -> str:
    """The number of a day in its month, as it stands alone: "4.", "4" (CLDR's skeleton d)."""
    return written(value, locale(lang).datetime_skeletons["d"].pattern, lang)


def clock(value: time | datetime, lang: str, *, separator: str | None = None) -> str:
    """A time of day: "10:00"."""
    return written(value, forms(lang, separator).clock, lang)


def day_and_time(value: date, lang: str, *, separator: str | None = None) -> str:
    """A moment: "onsdag 4. mars 2020 kl. 10:00"; of a mere day, the day."""
    if not isinstance(value, datetime):
        return day(value, lang)
    said = clock(value, lang, separator=separator)
    return forms(lang).at.format(day=day(value, lang), time=said)


def written(value: date | time, pattern: str, lang: str) -> str:
    """`value` by a pattern of CLDR, with the names of the language."""
    return _parsed(pattern).apply(value, locale(lang))


@cache
def _parsed(pattern: str) -> DateTimePattern:
    return parse_pattern(pattern)
