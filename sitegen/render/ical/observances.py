"""A zone's onsets gathered into yearly series, which is how a VTIMEZONE tells them (RFC 5545 §3.6.5).

Knows which series a calendar needs from a given day on. Knows nothing of how they are written.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from sitegen.foundation import zones
from sitegen.render.ical import posix
from sitegen.render.ical.onsets import EPOCH, Onset, Sort, beginning, of_rule, onsets

_Told = tuple["Series", tuple[Onset, ...]]


@dataclass(frozen=True, slots=True)
class Series:
    """One onset each year, on its weekday among the days `low` to `high` of its month.

    From `first` to `last`; for ever if `last` is None; once if they are the same.
    """

    first: Onset
    last: Onset | None
    low: int
    high: int


def current_onset(name: str, earliest: date) -> Onset:
    """The onset of what holds in the zone at the beginning of a day, wherever on earth that is."""
    start = datetime.combine(earliest, time(), UTC) - timedelta(days=1)
    at = bisect_right(_instants(name), start)
    if at == 0 or onsets(name)[at - 1].utc < EPOCH < start:
        return beginning(name, min(start, EPOCH))
    return onsets(name)[at - 1]


@cache
def _instants(name: str) -> list[datetime]:
    return [each.utc for each in onsets(name)]


def since(name: str, current: Onset) -> tuple[Series, ...]:
    """The series that tell the zone's offset from an onset on, for ever; the oldest first.

    Each comes whole, from its first year, so that a zone reads the same in every feed of present events.
    """
    kept = [each for each in _series(name) if each[0].last is None or each[0].last.utc > current.utc]
    needed = [series for series, _ in kept]
    if not any(current in told for _, told in kept):
        needed.append(Series(current, current, current.local.day, current.local.day))
    return tuple(sorted(needed, key=lambda each: each.first.utc))


@cache
def _series(name: str) -> tuple[_Told, ...]:
    """All series of the zone, each with those of its onsets that are known."""
    lasting = tuple(_lasting(posix.parse(zones.posix_rule(name)), onsets(name)))
    covered = {onset for _, told in lasting for onset in told}
    return (*_runs(onset for onset in onsets(name) if onset not in covered), *lasting)


def _lasting(rule: posix.Rule, known: tuple[Onset, ...]) -> Iterator[_Told]:
    """The series that go on for ever.

    Two, but for a switch whose days lie in two months, which needs a series for each of them.
    """
    for switch in rule.switches:
        for month, low, high in _weeks(switch):
            told = tuple(_back(rule, switch, month, known))
            if told:
                yield Series(told[-1], None, low, high), told


def _back(rule: posix.Rule, switch: posix.Switch, month: int, known: tuple[Onset, ...]) -> Iterator[Onset]:
    """The known onsets in `month` that the switch makes, from the last back to where the rule began."""
    among = set(known)
    for year in range(known[-1].local.year, known[0].local.year - 1, -1):
        for onset in of_rule(rule, switch, year):
            if onset.local.month != month:
                continue
            if onset not in among:
                return
            yield onset


def _weeks(switch: posix.Switch) -> Iterator[tuple[int, int, int]]:
    """The days on which the switch may fall: month, first and last day, for each month that they touch."""
    whole = switch.clock // timedelta(days=1)
    days = [date(2001, switch.month, day) + timedelta(days=whole) for day in switch.days(2001)]
    for month in sorted({day.month for day in days}):
        among = [day.day for day in days if day.month == month]
        yield month, among[0], among[-1]


def _runs(past: Iterable[Onset]) -> Iterator[_Told]:
    """Onsets of past rules, gathered where years follow each other and the days lie within one week."""
    sorts: defaultdict[Sort, list[list[Onset]]] = defaultdict(list)
    for onset in past:
        runs = sorts[onset.sort]
        if not runs or not _follows(runs[-1], onset):
            runs.append([])
        runs[-1].append(onset)
    for run in (run for runs in sorts.values() for run in runs):
        yield Series(run[0], run[-1], *_week(run)), tuple(run)


def _follows(run: list[Onset], onset: Onset) -> bool:
    days = [each.local.day for each in (*run, onset)]
    return onset.local.year == run[-1].local.year + 1 and max(days) - min(days) < 7


def _week(run: list[Onset]) -> tuple[int, int]:
    """Seven days of the month that hold all of the run's: the last or a first, second… week if one does."""
    low, high = min(each.local.day for each in run), max(each.local.day for each in run)
    length = month_length(run[0].sort.month)
    for first in (length - 6, 1, 8, 15, 22):
        if first <= low and high <= first + 6:
            return first, first + 6
    first = min(low, length - 6)
    return first, first + 6


def month_length(month: int) -> int:
    """The days of a month in a common year: no rule of tzdata's rests on the end of February."""
    return ((date(2001, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)).day
