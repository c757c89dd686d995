"""On which days events take place, each time that they do, and which months that touches.

Nothing here depends on the instant of the build. Days are those of the event's own clock.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import cast

from dateutil.rrule import rrulestr

from sitegen.foundation.zones import zone
from sitegen.graph.site import Site
from sitegen.kinds.event import Event, Repeats
from sitegen.model.moment import Moment, first_day, midnight
from sitegen.model.reference import Ref

ENDLESS = timedelta(days=730)
"""For how long an event that recurs without an end makes months of its own; those of others show it for ever."""

Time = tuple[date | datetime, date]
"""One time that an event takes place: its start, a day or an instant, and its last day."""


def occurrences(event: Event, zone_name: str, last: date) -> Iterator[Time]:
    """Each time that an event takes place and begins no later than on the day `last`."""
    zone_name = event.timezone or zone_name
    period = event.period(zone_name)
    length = last_day(period.start, period.end) - first_day(period.start)
    if event.repeats is None:
        yield period.start, first_day(period.start) + length
        return
    for start in planned(event, event.repeats, zone_name, last):
        yield start, first_day(start) + length
    for moved in event.repeats.moved:
        start = moved.start.at(zone_name)
        if first_day(start) <= last:
            yield start, last_day(start, moved.end.at(zone_name)) if moved.end else first_day(start) + length


def planned(event: Event, repeats: Repeats, zone_name: str, last: date) -> Iterator[date | datetime]:
    """What the rule gives until the day `last`, by the clock on the wall there, without dates left out or moved."""
    zone_name = event.timezone or zone_name
    first = event.period(zone_name).start
    start = _wall(first)
    without = {_key(each, start) for each in (*repeats.except_, *(each.from_ for each in repeats.moved))}
    until = datetime.combine(last, time.max)
    rule = rrulestr(str(repeats.rule), dtstart=start, ignoretz=True)
    for at in rule.between(start, min(until, repeats.latest or until), inc=True):
        if at not in without:
            yield at.replace(tzinfo=zone(zone_name)) if isinstance(first, datetime) else at.date()


def in_month(site: Site, ref: Ref, month: str) -> tuple[Time, ...]:
    """The times at which an event takes place in a month ("2026-11"), also those that only reach into it."""
    begins = date.fromisoformat(f"{month}-01")
    ends = after(begins) - timedelta(days=1)
    event = cast(Event, site.entities[ref].facts)
    if first_day(event.period(site.zone).start) > ends:
        return ()
    return tuple(each for each in occurrences(event, site.zone, ends) if each[1] >= begins)


def months(site: Site) -> tuple[str, ...]:
    """The months in which an event takes place, in order: "2026-11"."""
    return tuple(sorted(_by_month(site)))


def touching(site: Site, month: str) -> tuple[Ref, ...]:
    """The events that may take place in a month: those that do, and those that recur without an end."""
    endless = (entity.ref for entity in site.of_kind("event") if entity.ref not in site.order.ends)
    return tuple(sorted({*_by_month(site).get(month, ()), *endless}))


def _by_month(site: Site) -> Mapping[str, set[Ref]]:
    """The events of each month that touches one."""

    def made() -> Mapping[str, set[Ref]]:
        found: dict[str, set[Ref]] = {}
        for month, ref in _months(site):
            found.setdefault(month, set()).add(ref)
        return found

    return site.once("months", made)


def _months(site: Site) -> Iterator[tuple[str, Ref]]:
    for entity in site.of_kind("event"):
        event = cast(Event, entity.facts)
        begins = first_day(event.period(site.zone).start)
        ends = site.order.ends.get(entity.ref)
        last = ends.date() + timedelta(days=1) if ends else begins + ENDLESS
        for start, over in occurrences(event, site.zone, max(last, begins)):
            month = first_day(start).replace(day=1)
            while month <= over:
                yield f"{month:%Y-%m}", entity.ref
                month = after(month)


def month_starts(site: Site) -> Iterator[datetime]:
    """The instants at which the months begin, from the first with an event to the last."""
    known = months(site)
    if not known:
        return
    month, last = (date.fromisoformat(f"{each}-01") for each in (known[0], known[-1]))
    while month <= last:
        yield midnight(month, site.zone)
        month = after(month)


def after(month: date) -> date:
    """The first day of the month after that of which `month` is the first day."""
    return (month + timedelta(days=31)).replace(day=1)


def last_day(start: date | datetime, end: date | datetime) -> date:
    """The last day of a period; what ends at midnight does not reach into the day that begins then."""
    if isinstance(end, datetime) and end.time() == time.min and end != start:
        return end.date() - timedelta(days=1)
    return first_day(end)


def _wall(moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None, fold=0)
    return datetime.combine(moment, time.min)


def _key(moment: Moment, start: datetime) -> datetime:
    """A date that is left out, as the rule gives it: at the time of the first one where it names none."""
    return datetime.combine(moment.day or start.date(), moment.clock or start.time())
