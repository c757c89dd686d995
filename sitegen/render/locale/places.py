"""Whose clock a time is by, when it is not the site's.

A time abroad names its zone when it differs from the site's. What differs is the clock, not the
zone's name: Stockholm and Oslo always show the same time, and saying so would only raise doubts. The place
is named by the zone's city in the reader's language, "lokal tid i Helsingfors": "østeuropeisk tid" or
"EET" tells few readers anything, and CLDR's names by country lack the preposition ("i Finland", "på Island").
"""

from datetime import datetime, timedelta, tzinfo

from babel.dates import get_timezone_location

from sitegen.render.locale.cldr import locale
from sitegen.render.locale.forms import forms

_CITIES = {"Atlantic/Faroe": "Tórshavn", "Europe/Malta": "Valletta"}
"""Zones that are named after islands, and that CLDR names no city for."""


def with_place(said: str, times: tuple[datetime, ...], lang: str, home: tzinfo | None) -> str:
    """`said`, and whose clock it is by, if one of the `times` is another one at `home`."""
    if home is None or all(time.utcoffset() == time.astimezone(home).utcoffset() for time in times):
        return said
    place = city(times[0], lang)
    if place is None:
        return f"{said} ({offset(times[0])})"
    return forms(lang).abroad.format(when=said, city=place, offset=offset(times[0]))


def city(time: datetime, lang: str) -> str | None:
    """The city that stands for the zone of a time (CLDR's exemplarCity); None for UTC and bare offsets."""
    key = getattr(time.tzinfo, "key", None)
    if key is None or "/" not in key or key.startswith("Etc/"):
        return None
    return _CITIES.get(key) or get_timezone_location(time.tzinfo, locale(lang), return_city=True).split("/")[-1]


def offset(time: datetime) -> str:
    """The distance from UTC: "UTC", "UTC+02:00", "UTC−03:30" (with a minus sign, as CLDR has it)."""
    minutes = (time.utcoffset() or timedelta(0)) // timedelta(minutes=1)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"
