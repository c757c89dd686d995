"""Times that do not exist, or come twice, because a clock is put forward or back (daylight saving)."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.zones import zone
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.moment import Moment
from sitegen.model.problems import report
from sitegen.model.shape import walk


def check_clocks(site: Site) -> Iterator[Diagnostic]:
    for entity in site.entities.values():
        if isinstance(entity.facts, Event):
            yield from _event(entity, entity.facts, site.zone)


def _event(entity: Entity, event: Event, site_zone: str) -> Iterator[Diagnostic]:
    zone_name = event.timezone or site_zone
    if event.repeats:
        # A rule goes by the wall time, which an offset cannot tell apart for it (RFC 5545 §3.3.5).
        told = {"start": event.start, "end": event.end}
        walls = {path: _on_the_wall(moment, zone_name) for path, moment in told.items() if moment and moment.clock}
        twice = {path: wall for path, wall in walls.items() if len(wall.meanings(zone_name)) == 2}
        yield from (_complaint(wall, zone_name, entity.place(path)) for path, wall in twice.items())
        if twice:
            return
    for path, _, value in walk(event):
        if isinstance(value, Moment):
            moment = value.on(event.first_day)
            if moment.clock and len(moment.meanings(zone_name)) != 1:
                yield _complaint(moment, zone_name, entity.place(path))
            elif moment.offset is not None and moment.offset < 0 and moment.offset not in _offsets(moment, zone_name):
                said = str(moment)[-6:]
                yield report("clock-elsewhere", entity.place(path), value=moment, offset=said, zone=zone_name)


def _offsets(moment: Moment, zone_name: str) -> set[int]:
    """How far the clocks of the zone are from UTC as the day of a moment begins and as it ends, in minutes.

    Told where a negative offset is none of these: "22:00-02:00" is an offset in form, but an end to whoever wrote it.
    """
    assert moment.day is not None
    bounds = (datetime.combine(moment.day + timedelta(days=each), time.min, zone(zone_name)) for each in (0, 1))
    return {int((each.utcoffset() or timedelta()).total_seconds() // 60) for each in bounds}


def _on_the_wall(moment: Moment, zone_name: str) -> Moment:
    """The same without its offset, as the clocks of the zone show it."""
    shown = moment.at(zone_name)
    return Moment(shown.date(), shown.time()) if isinstance(shown, datetime) else moment


def _complaint(moment: Moment, zone_name: str, where: Span) -> Diagnostic:
    """The complaint, with the two readings that the editor can choose from."""
    readings = moment.meanings(zone_name)
    if readings:
        first, second = (reading.isoformat(" ", "minutes") for reading in readings)
        return report("clock-repeats", where, value=moment, zone=zone_name, first=first, second=second)
    # A time that is skipped is what the clock would show had it, or had it not, been put forward (PEP 495).
    guess = moment.at(zone_name)
    assert isinstance(guess, datetime)
    before, after = (guess.replace(fold=fold).astimezone(UTC).astimezone(zone(zone_name)) for fold in (1, 0))
    said = {"first": before.isoformat(" ", "minutes"), "second": after.isoformat(" ", "minutes")}
    return report("clock-skips", where, value=moment, zone=zone_name, **said)
