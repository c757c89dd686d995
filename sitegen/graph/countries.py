"""What belongs to a country: events there or about it, projects with partners from it, organisations, contacts."""

from collections.abc import Iterator

from sitegen.graph.answers import Ties
from sitegen.graph.entity import Entity
from sitegen.graph.lists import in_order
from sitegen.graph.site import Site
from sitegen.graph.timely import contacts, is_expired
from sitegen.kinds.event import Event
from sitegen.kinds.organisation import Organisation
from sitegen.kinds.project import Project
from sitegen.model.reference import Ref

VENUE, ABOUT, PARTNERS, SEAT, CONTACTS = "venue", "countries", "partners", "country", "contacts"
"""In which role a country has a document."""


def countries(site: Site) -> tuple[str, ...]:
    """The countries (ISO 3166-1 alpha-2) that have anything, whatever the time."""
    found = {code for entity in site.entities.values() for code, _ in _named(entity)}
    people = {each.country for entity in site.entities.values() for each in entity.facts.contacts if each.country}
    return tuple(sorted(found | people))


def country_ties(site: Site, country: str) -> tuple[Ties, ...]:
    """The documents of a country by kind and role, in the order of that kind's lists."""
    groups: dict[tuple[str, str], list[Ref]] = {}
    for entity in site.entities.values():
        if is_expired(site, entity):
            continue
        for code, role in _named(entity):
            if code == country:
                groups.setdefault((entity.ref.kind, role), []).append(entity.ref)
        for contact in contacts(site, entity.name):
            if contact.person and contact.person in site.entities and contact.country == country:
                groups.setdefault(("person", CONTACTS), []).append(contact.person)
    return tuple(Ties(kind, role, in_order(site, kind, refs)) for (kind, role), refs in sorted(groups.items()))


def countries_of(entity: Entity) -> tuple[str, ...]:
    """The countries of a document in any role, sorted."""
    return tuple(sorted({code for code, _ in _named(entity)}))


def _named(entity: Entity) -> Iterator[tuple[str, str]]:
    """The countries of a document, each with its role."""
    known = entity.facts
    for code in known.countries:
        yield code, ABOUT
    if isinstance(known, Event) and known.venue and known.venue.country:
        yield known.venue.country, VENUE
    if isinstance(known, Project):
        yield from ((each.country, PARTNERS) for each in known.partners if each.country)
    if isinstance(known, Organisation) and known.country:
        yield known.country, SEAT
