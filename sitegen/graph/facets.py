"""By what a document can be picked out of many: its kind, topics, countries and year."""

from dataclasses import dataclass

from sitegen.graph.countries import countries_of
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.moment import first_day
from sitegen.model.reference import Ref


@dataclass(frozen=True, slots=True)
class Facets:
    """`countries` are codes (ISO 3166-1 alpha-2), sorted; `day` is ISO 8601, and empty for what has none: the first
    day of an event, on which news were published, on which a project begins.
    """

    kind: str
    topics: tuple[Ref, ...]
    countries: tuple[str, ...]
    day: str

    @property
    def year(self) -> str:
        return self.day[:4]


def facets(site: Site, ref: str) -> Facets:
    """By what a document can be picked out. Drafts among its topics are left out."""
    entity = site.entities[Ref.of(ref)]
    topics = tuple(sorted(each for each in entity.facts.topics if each in site.entities))
    return Facets(entity.ref.kind, topics, countries_of(entity), _day(site, entity))


def search_years(site: Site) -> tuple[str, ...]:
    """The years of all documents that can be searched, the last one first."""
    days = (_day(site, entity) for entity in site.entities.values())
    return tuple(sorted({day[:4] for day in days if day}, reverse=True))


def _day(site: Site, entity: Entity) -> str:
    if isinstance(entity.facts, Event):
        return first_day(entity.facts.period(site.zone).start).isoformat()
    begun = entity.facts.published if entity.ref.kind == "news" else getattr(entity.facts, "start", None)
    return str(begun or "")
