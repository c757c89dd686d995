"""The moments at which a zone's offset changes, as RFC 5545 §3.6.5 tells them: in the time until then.

Knows tzdata's explicit changes and the rule that follows them. Knows nothing of how they are gathered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache

from sitegen.foundation import zones
from sitegen.render.ical import posix

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# One year is enough to know a rule by, but Cairo's last Thursday of October at 24:00 is 1 November only
# when that is a Friday, which can take twelve years.
_YEARS_AHEAD = 40


@dataclass(frozen=True, slots=True)
class Sort:
    """What a yearly onset has in common with the next year's."""

    before: timedelta
    after: timedelta
    name: str
    daylight: bool
    clock: time
    month: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Onset:
    """The moment at which an offset begins. `local` is naive: a clock that nobody has yet turned."""

    local: datetime
    sort: Sort

    @property
    def utc(self) -> datetime:
        return (self.local - self.sort.before).replace(tzinfo=UTC)


@cache
def onsets(name: str) -> tuple[Onset, ...]:
    """Every change that tzdata names, then those of the present rule for some decades."""
    told = zones.changes(name)
    rule = posix.parse(zones.posix_rule(name))
    last = told[-1].at if told else EPOCH
    years = range(last.year, last.year + _YEARS_AHEAD)
    ahead = (each for year in years for switch in rule.switches for each in of_rule(rule, switch, year))
    return (
        *(onset(change) for change in told if _is_seen(change)),
        *sorted((each for each in ahead if each.utc > last), key=lambda each: each.utc),
    )


def of_rule(rule: posix.Rule, switch: posix.Switch, year: int) -> Iterator[Onset]:
    """The onset that a rule's switch makes in a year; none for a rule without daylight saving."""
    if rule.dst:
        begins = switch == rule.begin
        before, after = (rule.standard, rule.dst) if begins else (rule.dst, rule.standard)
        utc = (switch.local(year) - before.offset).replace(tzinfo=UTC)
        yield onset(zones.Change(utc, before, after))


def onset(change: zones.Change) -> Onset:
    """Where daylight saving is negative (Dublin), the greater offset is called daylight all the same."""
    before, after = change.before, change.after
    local = change.at.replace(tzinfo=None) + before.offset
    turned = before.dst != after.dst and before.offset != after.offset
    daylight = after.offset > before.offset if turned else after.dst
    clock, day = local.time(), local.weekday()
    return Onset(local, Sort(before.offset, after.offset, after.name, daylight, clock, local.month, day))


def beginning(name: str, at: datetime) -> Onset:
    """What `name` shows at the instant `at`, told as a change that changes nothing."""
    told = [change for change in zones.changes(name) if change.at <= at]
    if told:
        shown = told[-1].after
    else:
        first = next(iter(zones.changes(name)), None)
        shown = first.before if first else posix.parse(zones.posix_rule(name)).standard
    return onset(zones.Change(at, shown, shown))


def _is_seen(change: zones.Change) -> bool:
    before, after = change.before, change.after
    return (before.offset, before.name) != (after.offset, after.name)
