"""Dates of a recurrence: the first, and those that are left out or moved, must be ones that the rule gives.

Each is named once.
"""

from collections.abc import Iterator

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.kinds.event import Event, Repeats
from sitegen.model.moment import Moment
from sitegen.model.problems import report
from sitegen.model.recurrence import gives, wall


def check_recurrences(site: Site) -> Iterator[Diagnostic]:
    for entity in site.entities.values():
        if isinstance(entity.facts, Event) and entity.facts.repeats:
            yield from _first(entity, entity.facts, entity.facts.repeats, entity.facts.timezone or site.zone)
            yield from _named(entity, entity.facts, entity.facts.repeats, entity.facts.timezone or site.zone)
            yield from _moved(entity, entity.facts, entity.facts.repeats, entity.facts.timezone or site.zone)


def _first(entity: Entity, event: Event, repeats: Repeats, zone_name: str) -> Iterator[Diagnostic]:
    """Apps differ on whether a start that the rule does not give takes place (RFC 5545 §3.8.5.3)."""
    start = wall(event.start.at(zone_name))
    if repeats.until and _is_past(repeats, Moment(start.date())):
        where = entity.place("repeats/until"), entity.place("start")
        yield report("end-before-start", *where, start=event.start, end=repeats.until)
    elif not gives(repeats.rule, start, start):
        yield report("rule-start", entity.place("start"), entity.place("repeats/rule"), value=event.start)


def _named(entity: Entity, event: Event, repeats: Repeats, zone_name: str) -> Iterator[Diagnostic]:
    start = wall(event.start.at(zone_name))
    seen = set()
    for path, moment in _dates(repeats):
        named = wall(event.start_on(moment).at(zone_name))
        if named in seen:
            yield report("date-changed-twice", entity.place(path), value=moment)
        elif not gives(repeats.rule, start, named) or _is_past(repeats, moment):
            yield report("no-such-date", entity.place(path), entity.place("repeats/rule"), value=moment)
        seen.add(named)


def _dates(repeats: Repeats) -> Iterator[tuple[str, Moment]]:
    for index, moment in enumerate(repeats.except_):
        yield f"repeats/except/{index}", moment
    for index, each in enumerate(repeats.moved):
        yield f"repeats/moved/{index}/from", each.from_


def _is_past(repeats: Repeats, moment: Moment) -> bool:
    """Whether a date is after the last one of the recurrence."""
    last = repeats.until.day if repeats.until else None
    return last is not None and moment.day is not None and moment.day > last


def _moved(entity: Entity, event: Event, repeats: Repeats, zone_name: str) -> Iterator[Diagnostic]:
    for index, each in enumerate(repeats.moved):
        at = f"repeats/moved/{index}"
        moments = [each.start, each.end] if each.end else [each.start]
        if any((moment.clock is None) != (event.start.clock is None) for moment in moments):
            yield report("mixed-moments", entity.place(f"{at}/start"), entity.place("start"))
        elif each.end:
            period = event.moved_period(each, zone_name)
            if wall(period.end) < wall(period.start) or (each.end == each.start and each.start.clock):
                where = entity.place(f"{at}/end"), entity.place(f"{at}/start")
                yield report("end-before-start", *where, start=each.start, end=each.end)
