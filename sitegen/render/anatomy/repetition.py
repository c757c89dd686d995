"""How an event recurs, as its page says it: by which rule, on which dates, and which of them were moved."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from sitegen.graph.occurrences import planned
from sitegen.kinds.event import Event, Repeats
from sitegen.model import recurrence
from sitegen.model.moment import Moment, Period, first_day, later
from sitegen.render.anatomy.rule_days import RuleDay, rule_days
from sitegen.render.labels import EVERY_OTHER, FREQUENCIES, INTERVALS

MOST = 60
"""How many dates a page lists; of a recurrence with more, the rule alone."""

EVERY_MONTH = 28
"""The last day that every month has."""


@dataclass(frozen=True, slots=True)
class Date:
    """One time that the event takes place; `moved` is when it was to begin, if that was changed."""

    when: Period
    moved: Moment | None = None


@dataclass(frozen=True, slots=True)
class Repetition:
    """How often the event takes place: `label` is a message about `every` days, weeks, months or years, empty where it
    would not say what the rule does; `days` on which, where the first date does not say so. `until` is the last date
    that the rule gives; `without` and `moved` are its exceptions. `dates` are all of them, where there are few.
    """

    label: str
    every: int
    days: tuple[RuleDay, ...]
    until: date | None
    without: tuple[date, ...]
    moved: tuple[Date, ...]
    dates: tuple[Date, ...]


def repetition(event: Event, site_zone: str) -> Repetition | None:
    """A recurrence in what can be said of it; None for an event that takes place once."""
    repeats = event.repeats
    if repeats is None:
        return None
    rule = dict(part.partition("=")[::2] for part in str(repeats.rule).upper().split(";"))
    every = int(rule.get("INTERVAL", "1"))
    moved = tuple(_moved(event, repeats, site_zone))
    dates = _dates(event, repeats, moved, site_zone)
    says_all = _says_all(rule, first_day(event.period(site_zone).start))
    days = () if says_all else rule_days(rule)
    label = {1: FREQUENCIES, 2: EVERY_OTHER}.get(every, INTERVALS).get(rule.get("FREQ", ""), "")
    return Repetition(
        label=label if days or says_all else "",
        every=every,
        days=days,
        until=_last(event, repeats, site_zone),
        without=tuple(each.day for each in repeats.except_ if each.day),
        moved=moved,
        dates=dates,
    )


def _says_all(rule: dict[str, str], start: date) -> bool:
    """Whether "every month" and the first date say on which days a recurrence is: 1TH would be taken for the 4th.

    They do not say that months without a 31st are left out, and years without a 29th of February.
    """
    if (rule["FREQ"] == "MONTHLY" and start.day > EVERY_MONTH) or (rule["FREQ"] == "YEARLY" and _is_leap_day(start)):
        return False
    if "BYMONTHDAY" in rule and rule["FREQ"] == "YEARLY" and "BYMONTH" not in rule:
        return False  # that day of every month
    own = {
        "WEEKLY": {"BYDAY": "MOTUWETHFRSASU"[2 * start.weekday() :][:2]},
        "MONTHLY": {"BYMONTHDAY": str(start.day)},
        "YEARLY": {"BYMONTH": str(start.month), "BYMONTHDAY": str(start.day)},
    }.get(rule["FREQ"], {})
    return all(own.get(name) == value for name, value in rule.items() if name.startswith("BY"))


def _is_leap_day(day: date) -> bool:
    return (day.month, day.day) == (2, 29)


def _last(event: Event, repeats: Repeats, site_zone: str) -> date | None:
    """The last day that the rule gives, whether it counts or ends; None if it goes on for ever."""
    start = recurrence.wall(event.period(site_zone).start)
    found = recurrence.last(repeats.rule, start, repeats.latest)
    return found.date() if found else None


def _moved(event: Event, repeats: Repeats, site_zone: str) -> list[Date]:
    return [
        Date(event.told(event.moved_period(each, site_zone), each), event.start_on(each.from_))
        for each in repeats.moved
    ]


def _dates(event: Event, repeats: Repeats, moved: tuple[Date, ...], site_zone: str) -> tuple[Date, ...]:
    """All dates in order; none of a recurrence that has no end, or more of them than a page lists."""
    over = event.over_at(site_zone)
    if over is None:
        return ()
    length = event.period(site_zone).length
    starts = planned(event, repeats, site_zone, over.date() + timedelta(days=1))
    found = [*moved, *(Date(event.told(_lasting(start, length))) for start in islice(starts, MOST + 1))]
    return tuple(sorted(found, key=_instant)) if len(found) <= MOST else ()


def _lasting(start: date | datetime, length: timedelta) -> Period:
    return Period(start, later(start, length) if isinstance(start, datetime) else start + length)


def _instant(each: Date) -> tuple[date, datetime]:
    """By day, and by the instant within it."""
    start = each.when.start
    day = first_day(start)
    return day, start.astimezone(UTC) if isinstance(start, datetime) else datetime.min.replace(tzinfo=UTC)
