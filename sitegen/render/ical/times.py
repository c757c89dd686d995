"""Dates and times as values (RFC 5545 §3.3.4, §3.3.5), with the zone named in `TZID`.

icalendar finds `TZID` by a table of zones that were once alike, and takes Atlantic/Reykjavik for UTC; so
they are written here, with the name as it is.
"""

import re
from datetime import UTC, date, datetime

from icalendar import vRecur

from sitegen.foundation import zones
from sitegen.foundation.zones import Zone
from sitegen.render.ical.lines import Plain

_RULE = re.compile(r"FREQ=[A-Z]+(;[A-Z]+=[A-Z0-9+,-]+)+|FREQ=[A-Z]+")
_UNTIL = re.compile(r";UNTIL=([^;]*)")


def value(moment: date, in_utc: bool = False) -> Plain:
    """A date, a wall time with its zone, or a time in UTC."""
    if not isinstance(moment, datetime):
        return Plain(_basic(moment.isoformat()), {"VALUE": "DATE"})
    if in_utc or is_utc(moment):
        return utc(moment)
    return Plain(_wall(moment), {"TZID": _zone(moment).key})


def utc(moment: datetime) -> Plain:
    """A time in UTC."""
    return Plain(f"{_wall(moment.astimezone(UTC))}Z")


def _wall(moment: datetime) -> str:
    return _basic(moment.replace(tzinfo=None).isoformat(timespec="seconds"))


def _basic(extended: str) -> str:
    """ISO 8601's basic form; `strftime` would write a year before 1000 with less than four digits."""
    return extended.replace("-", "").replace(":", "")


def span(start: date, end: date, recurs: bool) -> tuple[Plain, Plain]:
    """The values of DTSTART and DTEND: in UTC if the wall time of either can be read in two ways.

    A rule must keep to the wall time, which readers then take for its first reading (§3.3.5). Raises
    ValueError for a rule that begins with the second one, and for a time that clocks pass over.
    """
    second = [moment for moment in (start, end) if isinstance(moment, datetime) and _twice(moment)]
    if recurs and any(moment.fold for moment in second):
        raise ValueError(f"a rule cannot begin in the second reading of {start} to {end}")
    in_utc = bool(second) and not recurs
    return value(start, in_utc), value(end, in_utc)


def rule(text: str, start: date) -> vRecur:
    """The value of RRULE (§3.3.10). Raises ValueError if it is none, or if UNTIL is not as `start` asks."""
    if not _RULE.fullmatch(text):
        raise ValueError(f"not a recurrence rule: {text!r}")
    until = _UNTIL.search(text)
    form = r"\d{8}T\d{6}Z" if isinstance(start, datetime) else r"\d{8}"
    if until and (not re.fullmatch(form, until[1]) or ";COUNT=" in text):
        raise ValueError(f"UNTIL is in UTC for times, a date for dates, and never with COUNT: {text!r}")
    parsed: vRecur = vRecur.from_ical(text)
    return parsed


def is_utc(moment: datetime) -> bool:
    return moment.tzinfo == UTC or _zone(moment).key in ("UTC", "Etc/UTC")


def _twice(moment: datetime) -> bool:
    """Whether clocks show that time twice. Raises ValueError if they never do."""
    if is_utc(moment) or moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset():
        return False
    found = zones.readings(moment.date(), moment.time(), _zone(moment))
    if not found:
        raise ValueError(f"clocks never show {moment.replace(tzinfo=None)} in {_zone(moment).key}")
    return len(found) == 2


def _zone(moment: datetime) -> Zone:
    if not isinstance(moment.tzinfo, Zone):
        raise ValueError(f"a time in no zone of foundation.zones: {moment!r}")
    return moment.tzinfo
