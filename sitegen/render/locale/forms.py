"""How each language writes days, times and ranges, as patterns of CLDR (UTS #35 part 4, "Date Format
Patterns": EEEE weekday, d day, MMMM month, y year, HH hour, mm minute, text in apostrophes).

Those of nb, nn, sv and da are the house's own; every other language has CLDR's own.
Names of days and months always come from CLDR. This file knows patterns, not values.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from babel import Locale

from sitegen.render.locale.cldr import locale, primary


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The patterns of one language. A pair is that of a range: its first half carries the dash.

    `day` is a day with its weekday, `opening` the same as the first of two days of one year. `days`,
    `months`, `years` are ranges within a month, within a year, and across years. `at`, `until` and
    `abroad` join what is already written.
    """

    day: str
    opening: str
    short_day: str
    days: tuple[str, str]
    months: tuple[str, str]
    years: tuple[str, str]
    month: str
    clock: str
    at: str
    until: str
    abroad: str


_NORWEGIAN = Forms(
    day="EEEE d. MMMM y",
    opening="EEEE d. MMMM",
    short_day="d. MMMM y",
    days=("d.–", "d. MMMM y"),
    months=("d. MMMM–", "d. MMMM y"),
    years=("d. MMMM y–", "d. MMMM y"),
    month="LLLL y",
    clock="HH:mm",
    at="{day} kl. {time}",
    until="{start} til {end}",
    abroad="{when} (lokal tid i {city})",
)

HOUSE = {
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "sv": Forms(
        day="EEEE d MMMM y",
        opening="EEEE d MMMM",
        short_day="d MMMM y",
        days=("d–", "d MMMM y"),
        months=("d MMMM–", "d MMMM y"),
        years=("d MMMM y–", "d MMMM y"),
        month="LLLL y",
        clock="HH.mm",
        at="{day} kl. {time}",
        until="{start} till {end}",
        abroad="{when} (lokal tid i {city})",
    ),
    "da": replace(_NORWEGIAN, day="EEEE 'den' d. MMMM y", opening="EEEE 'den' d. MMMM", clock="HH.mm"),
}

_ABROAD = {"en": "{when} (local time in {city})"}
_ABROAD_ELSEWHERE = "{when} ({city}, {offset})"
"""Where we cannot inflect the name of a city: the name and its distance from UTC."""


@cache
def forms(lang: str, separator: str | None = None) -> Forms:
    """The patterns of a language, with the site's separator of hours and minutes if it has a setting."""
    found = HOUSE.get(primary(lang)) or _of_cldr(locale(lang), primary(lang))
    if separator is None:
        return found
    quoted = "'{}'".format(separator.replace("'", "''")) if separator else ""
    return replace(found, clock=re.sub(r"(?<=[Hh])\W+(?=m)", lambda _: quoted, found.clock))


def _of_cldr(at: Locale, lang: str) -> Forms:
    """CLDR's patterns: full and long dates, short times, and the intervals of the skeleton yMMMMd."""
    full, long = at.date_formats["full"].pattern, at.date_formats["long"].pattern
    glue = str(at.datetime_formats["short"])
    return Forms(
        day=full,
        opening=full,
        short_day=long,
        days=_interval(at, "d", long),
        months=_interval(at, "M", long),
        years=_interval(at, "y", long),
        month=at.datetime_skeletons["yMMMM"].pattern,
        clock=at.time_formats["short"].pattern,
        at=glue.replace("{1}", "{day}").replace("{0}", "{time}"),
        until="{start} – {end}",
        abroad=_ABROAD.get(lang, _ABROAD_ELSEWHERE),
    )


def _interval(at: Locale, greatest: str, long: str) -> tuple[str, str]:
    """A range whose greatest difference is this field; made from that of short months if need be."""
    for skeleton in ("yMMMMd", "yMMMd"):
        found = at.interval_formats.get(skeleton, {}).get(greatest)
        if found and len(found) == 2:
            first, last = (re.sub(r"(?<!M)MMM(?!M)", "MMMM", half) for half in found)
            return first, last
    return f"{long} – ", long
