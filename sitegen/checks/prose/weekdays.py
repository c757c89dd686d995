"""`weekday`, of a day that a text of an event names without its year: the year is that nearest to the event."""

from collections.abc import Iterator
from datetime import date

from sitegen.content.prose.copy import calendar_day
from sitegen.content.prose.words import day_name
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.problems import report


def check(site: Site, entity: Entity, version: Version) -> Iterator[Diagnostic]:
    if not isinstance(entity.facts, Event):
        return
    start = entity.facts.first_day
    for said in version.claims.days:
        if said.weekday is None or said.year is not None:
            continue
        day = _nearest(said.month, said.day, start)
        if day and day.weekday() != said.weekday:
            right = day_name(day.weekday(), version.lang or site.config.tags[0])
            yield report("weekday", said.span, entity.place("start"), value=said.words, right=right)


def _nearest(month: int, day: int, to: date) -> date | None:
    """The day in the year in which it is nearest to another day."""
    days = [found for year in (to.year - 1, to.year, to.year + 1) if (found := calendar_day(year, month, day))]
    return min(days, key=lambda each: abs(each - to), default=None)
