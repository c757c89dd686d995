"""Days and times as they are written."""

import re
from datetime import date, time

from sitegen.content.values.bad import Bad
from sitegen.model import fields
from sitegen.model.moment import Moment

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_OFFSET = re.compile(r"(?: ?(?P<utc>Z)| ?(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2}))$")
YEARS = range(1900, 2200)
"""Years that a document can be about; others are slips of the keyboard, and past what calendars can hold."""


def day(text: str) -> date:
    found = _DATE.fullmatch(text)
    try:
        written = date(*map(int, found.groups()))  # type: ignore[union-attr]
    except (AttributeError, ValueError):
        raise Bad("date", value=text) from None
    if written.year not in YEARS:
        raise Bad("date", value=text)
    return written


def moment(text: str) -> Moment:
    """A day, or a day and time: `2020-03-04`, `2020-03-04 10:00`, also with T, seconds or an offset."""
    head, tail = text[:10], text[10:]
    try:
        written = day(head)
        if not tail:
            return Moment(written)
        if tail[0] not in "Tt ":
            raise Bad("moment", value=text)
        clock, offset = _clock_and_offset(tail[1:].lstrip(" "))
    except (Bad, ValueError):
        raise Bad("moment", value=text) from None
    return Moment(written, clock, offset)


def slot(text: str) -> fields.Slot:
    """A time alone, or what `moment` takes."""
    try:
        if _CLOCK.fullmatch(text):
            return fields.Slot(Moment(None, _clock_and_offset(text)[0]))
        return fields.Slot(moment(text))
    except (Bad, ValueError):
        raise Bad("slot", value=text) from None


def _clock_and_offset(text: str) -> tuple[time, int | None]:
    written = _OFFSET.search(text)
    clock = _CLOCK.fullmatch(text[: written.start()] if written else text)
    if clock is None:
        raise ValueError(text)
    hour, minute, second = (int(part or 0) for part in clock.groups())
    at = time(hour, minute, second)
    if written is None:
        return at, None
    if written["utc"]:
        return at, 0
    minutes = int(written["hours"]) * 60 + int(written["minutes"])
    # "-00:00" would be an offset that is not known (RFC 3339 §4.3); an editor means midnight by it: "22:00-00:00".
    if minutes > 14 * 60 or int(written["minutes"]) > 59 or (written["sign"] == "-" and not minutes):
        raise ValueError(text)
    return at, -minutes if written["sign"] == "-" else minutes
