"""Events whose fields contradict each other."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.graph.timely import deadline_instant
from sitegen.kinds.event import Event, ProgrammeItem
from sitegen.model.moment import Moment, midnight
from sitegen.model.problems import report
from sitegen.model.shape import item_name


def check_events(site: Site) -> Iterator[Diagnostic]:
    for entity in site.entities.values():
        if isinstance(entity.facts, Event):
            event, zone_name = entity.facts, entity.facts.timezone or site.zone
            if event.end and (event.start.clock is None) != (event.end.clock is None):
                yield report("mixed-moments", entity.place("end"), entity.place("start"))
                continue
            yield from _order(entity, event, zone_name)
            yield from _deadlines(entity, event, zone_name)
            yield from _programme(entity, event, zone_name)
            yield from _status(entity, event, zone_name)


def _instant(at: date | datetime, zone_name: str) -> datetime:
    """The instant in UTC: times in one zone are compared by their clocks, whatever their offsets (PEP 495)."""
    return at.astimezone(UTC) if isinstance(at, datetime) else midnight(at, zone_name)


def _order(entity: Entity, event: Event, zone_name: str) -> Iterator[Diagnostic]:
    if event.end is None:
        return
    start, end = (_instant(each.at(zone_name), zone_name) for each in (event.start, event.end))
    if end < start or (end == start and event.start.clock):
        yield report("end-before-start", entity.place("end"), entity.place("start"), start=event.start, end=event.end)


def _deadlines(entity: Entity, event: Event, zone_name: str) -> Iterator[Diagnostic]:
    """Deadlines after the event; one on the day of an all-day event is not."""
    start = event.start.at(zone_name)
    begins = start if isinstance(start, datetime) else deadline_instant(Moment(start), zone_name)
    found: list[tuple[str, Moment]] = []
    if event.registration and event.registration.deadline:
        found.append(("registration/deadline", event.registration.deadline))
    for index, item in enumerate(event.deadlines):
        found.append((f"deadlines/{item_name(item, index)}/at", item.at))
    for path, deadline in found:
        if _instant(deadline.at(zone_name), zone_name) > begins:
            where = entity.place(path), entity.place("start")
            yield report("deadline-after-start", *where, deadline=deadline, start=event.start)


def _programme(entity: Entity, event: Event, zone_name: str) -> Iterator[Diagnostic]:
    for index, item in enumerate(event.programme):
        path = f"programme/{item_name(item, index)}"
        if item.calendar and not item.key:
            yield report("item-needs-key", entity.place(f"{path}/calendar"))
        if item.start is None:
            if item.calendar:
                yield report("item-needs-time", entity.place(f"{path}/calendar"))
            continue
        where = entity.place(f"{path}/start")
        several_days = event.end is not None and event.end.day != event.start.day
        if item.start.day is None and several_days:
            yield report("item-without-day", where)
        elif item.end and (item.end.clock is None) != (item.start.clock is None):
            yield report("mixed-moments", entity.place(f"{path}/end"), where)
        else:
            yield from _item(entity, event, item, path, zone_name)


def _item(entity: Entity, event: Event, item: ProgrammeItem, path: str, zone_name: str) -> Iterator[Diagnostic]:
    period, whole = event.item_period(item, zone_name), event.period(zone_name)
    if period is None:
        return
    start, end = _instant(period.start, zone_name), _instant(period.end, zone_name)
    if end < start:
        where = entity.place(f"{path}/end"), entity.place(f"{path}/start")
        yield report("end-before-start", *where, start=item.start, end=item.end)
    elif start < _instant(whole.start, zone_name):
        where = entity.place(f"{path}/start"), entity.place("start")
        yield report("item-outside", *where, item=item.start, event=event.start)
    elif event.end and end > whole.over_at(zone_name):
        late = item.end or item.start
        where = entity.place(f"{path}/end" if item.end else f"{path}/start"), entity.place("end")
        yield report("item-outside", *where, item=late, event=event.end)


def _meant(moment: Moment, zone_name: str) -> date | datetime:
    """The day, or the instant however it was written."""
    at = moment.at(zone_name)
    return at.astimezone(UTC) if isinstance(at, datetime) else at


def _status(entity: Entity, event: Event, zone_name: str) -> Iterator[Diagnostic]:
    registration = event.registration
    if event.status == "cancelled" and registration and (registration.url or registration.email or registration.phone):
        where = entity.place("registration/url", "registration/email", "registration/phone")
        yield report("cancelled-registration", where, entity.place("status"))
    if event.previous_start and _meant(event.previous_start, zone_name) == _meant(event.start, zone_name):
        yield report("previous-start", entity.place("previous_start"), entity.place("start"))
