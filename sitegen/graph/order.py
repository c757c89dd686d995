"""In which order the documents of a kind are listed, and when each begins, is over, and expires.

None of it depends on the instant of the build, so it is found once, when the site is assembled. Instants are in UTC.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sitegen.graph.entity import Entity
from sitegen.kinds.event import Event
from sitegen.model.moment import first_day, midnight
from sitegen.model.reference import Ref


@dataclass(frozen=True, slots=True)
class Order:
    """`by_kind` has the documents of each kind by id. `rank` is the place of a document in the lists of its kind:
    events by their start, all else by the day of publishing, the newest first; ties are broken by id.

    `day` is what a document is about: an event's first day, else that on which it was published or begun. An event
    that recurs without an end is in no `ends`, a document that stays in none of `expires`. `years` are those in which
    events begin.
    """

    by_kind: Mapping[str, tuple[Entity, ...]] = field(default_factory=dict)
    rank: Mapping[Ref, int] = field(default_factory=dict)
    day: Mapping[Ref, date] = field(default_factory=dict)
    ends: Mapping[Ref, datetime] = field(default_factory=dict)
    expires: Mapping[Ref, datetime] = field(default_factory=dict)
    years: frozenset[int] = frozenset()


def order(entities: Iterable[Entity], zone_name: str) -> Order:
    """The order of these documents, on a site of this time zone."""
    listed = sorted(entities, key=lambda entity: entity.ref)
    kinds = dict.fromkeys(entity.ref.kind for entity in listed)
    by_rank = sorted(listed, key=lambda entity: _place(entity, zone_name))
    events = {entity.ref: entity.facts for entity in listed if isinstance(entity.facts, Event)}
    ends = {ref: event.over_at(zone_name) for ref, event in events.items()}
    days = {entity.ref: entity.facts.expires for entity in listed}
    about = {entity.ref: _day(entity, zone_name) for entity in listed}
    return Order(
        by_kind={kind: tuple(entity for entity in listed if entity.ref.kind == kind) for kind in kinds},
        rank={entity.ref: place for place, entity in enumerate(by_rank)},
        day=about,
        ends={ref: at.astimezone(UTC) for ref, at in ends.items() if at},
        expires={ref: midnight(day + timedelta(days=1), zone_name) for ref, day in days.items() if day},
        years=frozenset(about[ref].year for ref in events),
    )


def _day(entity: Entity, zone_name: str) -> date:
    if isinstance(entity.facts, Event):
        return first_day(entity.facts.period(zone_name).start)
    begun: date | None = getattr(entity.facts, "start", None)
    return entity.facts.published or begun or date.min


def _place(entity: Entity, zone_name: str) -> tuple[str, float, Ref]:
    if isinstance(entity.facts, Event):
        start = entity.facts.period(zone_name).start
        instant = start if isinstance(start, datetime) else midnight(start, zone_name)
        return entity.ref.kind, instant.timestamp(), entity.ref
    published = entity.facts.published
    return entity.ref.kind, -published.toordinal() if published else 0, entity.ref
