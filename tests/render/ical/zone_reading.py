"""A small interpreter of VTIMEZONE (RFC 5545 §3.6.5), and tzdata's own answer to compare it with.

Shares no line with the encoder: rules are expanded by dateutil, tzdata is asked through zoneinfo.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from tests.render.ical.reading import Component

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
LAST_YEAR = 2037

Answer = Callable[[datetime], timedelta | None]


def offset(text: str) -> timedelta:
    """A UTC-OFFSET (RFC 5545 §3.3.14). Raises ValueError."""
    found = _OFFSET.fullmatch(text)
    if not found or re.fullmatch(r"-0000(00)?", text):
        raise ValueError(text)
    length = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -length if found[1] == "-" else length


def onsets(zone: Component) -> list[tuple[datetime, timedelta]]:
    """Each instant (UTC, naive) at which an observance begins, and its offset. Raises ValueError."""
    found = []
    for observance in zone.components:
        values = {each.name: each.value for each in observance.properties}
        before, after = offset(values["TZOFFSETFROM"]), offset(values["TZOFFSETTO"])
        for local in _locals(values["DTSTART"], values.get("RRULE"), before):
            found.append((local - before, after))
    return sorted(found)


def _locals(start: str, rule: str | None, before: timedelta) -> list[datetime]:
    first = datetime.strptime(start, "%Y%m%dT%H%M%S")  # noqa: DTZ007
    if rule is None:
        return [first]
    until = re.search(r";UNTIL=(\d{8}T\d{6})Z", rule)
    last = datetime(LAST_YEAR + 1, 12, 31)  # noqa: DTZ001
    if until:
        last = min(last, datetime.strptime(until[1], "%Y%m%dT%H%M%S") + before)  # noqa: DTZ007
    expanded = rrulestr(re.sub(r";UNTIL=[^;]*", "", rule), dtstart=first)
    return list(expanded.between(first, last, inc=True))


def interpreted(zone: Component) -> Answer:
    """The offset that the VTIMEZONE gives at an instant (UTC); None before its first observance."""
    known = onsets(zone)
    instants = [instant for instant, _ in known]

    def answer(instant: datetime) -> timedelta | None:
        at = bisect_right(instants, instant.replace(tzinfo=None))
        return known[at - 1][1] if at else None

    return answer


@cache
def of_tzdata(name: str) -> ZoneInfo:
    """Raises KeyError or OSError for a name that tzdata does not have."""
    if not re.fullmatch(r"[A-Za-z0-9+_-]+(/[A-Za-z0-9+_-]+)*", name):
        raise KeyError(name)
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def differences(zone: Component, name: str, since: datetime, hours: int = 1) -> list[datetime]:
    """The instants, hour by hour from `since` to the end of 2037, at which it is not tzdata's offset."""
    answer, truth = interpreted(zone), of_tzdata(name)
    end, step = datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC), timedelta(hours=hours)
    found = []
    instant = since
    while instant < end:
        if answer(instant) != instant.astimezone(truth).utcoffset():
            found.append(instant)
        instant += step
    return found


def steps(zone: Component, name: str, since: datetime) -> list[datetime]:
    """Instants just before, at and after each change that the VTIMEZONE tells, and in each week besides.

    A quick stand-in for every hour: an offset is wrong for some time, or at a change that is told.
    """
    told = [instant.replace(tzinfo=UTC) for instant, _ in onsets(zone)]
    near = [instant + timedelta(seconds=shift) for instant in told for shift in (-1, 0, 1)]
    weeks = (datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC) - since).days // 7
    regular = [since + timedelta(weeks=week) for week in range(weeks)]
    answer, truth = interpreted(zone), of_tzdata(name)
    return [
        instant
        for instant in sorted({since, *(each for each in near if each >= since), *regular})
        if instant.year <= LAST_YEAR and answer(instant) != instant.astimezone(truth).utcoffset()
    ]
