"""`stated-time`: a text of an event says when it is, or until when to sign up, otherwise than the facts.

Two forms are held against the facts: a line that begins with a word for it ("Tid:", "Påmeldingsfrist:"), and a day
of the event with times that go past its bounds. Any other time may be that of a part.
"""

from collections.abc import Iterator
from datetime import date, datetime, time

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.moment import Moment
from sitegen.model.problems import report
from sitegen.model.prose import Day, Spell, Statement


def check(site: Site, entity: Entity, version: Version) -> Iterator[Diagnostic]:
    event = entity.facts
    if not isinstance(event, Event) or event.repeats or event.status == "postponed":
        return
    told: set[tuple[str, int]] = set()
    for statement in version.claims.statements:
        for found in _statement(statement, entity, event):
            told.add((statement.span.path, statement.span.line))
            yield found
    for spell in version.claims.spells:
        if (spell.span.path, spell.span.line) not in told and _past_bounds(spell, event, site.zone):
            yield _complaint(spell.words, spell.span, "start", event.start, entity)


def _statement(statement: Statement, entity: Entity, event: Event) -> Iterator[Diagnostic]:
    if statement.sort == "deadline" and event.registration and event.registration.deadline:
        meant = event.registration.deadline
        if _differs(statement.days[:1], statement.times[:1], meant):
            yield _complaint(statement.words, statement.span, "registration/deadline", meant, entity)
    elif statement.sort == "when":
        if _differs(statement.days[:1], statement.times[:1], event.start):
            yield _complaint(statement.words, statement.span, "start", event.start, entity)
        elif event.end and _differs(statement.days[1:], statement.times[1:2], event.end):
            yield _complaint(statement.words, statement.span, "end", event.end, entity)


def _differs(days: tuple[Day, ...], times: tuple[time, ...], fact: Moment) -> bool:
    """Whether what is said, as far as it is said, is not the fact."""
    return any(not _same_day(each, fact.day) for each in days) or (
        fact.clock is not None and any(each != fact.clock.replace(second=0) for each in times)
    )


def _same_day(said: Day, fact: date | None) -> bool:
    return fact is not None and (said.month, said.day, said.year or fact.year) == (fact.month, fact.day, fact.year)


def _past_bounds(spell: Spell, event: Event, site_zone: str) -> bool:
    """Whether times of a day of the event begin before it, or end after it."""
    period = event.period(site_zone)
    if event.end is None or not isinstance(period.start, datetime) or not isinstance(period.end, datetime):
        return False
    early = _same_day(spell.day, event.start.day) and event.start.clock and spell.start < event.start.clock
    late = _same_day(spell.day, event.end.day) and event.end.clock and spell.end > event.end.clock
    return bool(early or late)


def _complaint(words: str, span: Span, path: str, fact: Moment, entity: Entity) -> Diagnostic:
    field = path.replace("/", ".")
    return report("stated-time", span, entity.place(path), value=words, field=field, other=fact)
