"""Whom to ask, and who takes part: references with what is known of those whom they name. Drafts are left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.graph.answers import Link, Said
from sitegen.model.fields import Party
from sitegen.model.records import Contact
from sitegen.model.reference import Ref
from sitegen.render.view import View


@dataclass(frozen=True, slots=True)
class Named:
    """Someone by a link to their page or, where there is none, by words."""

    link: Link | None = None
    words: Said | None = None


@dataclass(frozen=True, slots=True)
class Reachable:
    """A contact: who, as what, of which organisation, for which country, and how to reach them."""

    link: Link
    role: Said | None = None
    organisation: Link | None = None
    country: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ByCountry:
    """Things that belong to one country; `name` is empty for those that belong to none."""

    name: str
    items: tuple[object, ...]


def links(view: View, refs: Iterable[Ref]) -> tuple[Link, ...]:
    """Where each of these documents is, drafts left out."""
    return tuple(found for ref in refs if (found := view.link(ref)))


def parties(view: View, given: Iterable[Party]) -> tuple[Named, ...]:
    """Those who are named by a reference or by words."""
    found = (_named(view, each) for each in given)
    return tuple(each for each in found if each.link or each.words)


def _named(view: View, party: Party) -> Named:
    if party.ref:
        return Named(view.link(party.ref))
    return Named(words=view.say.said(party.text)) if party.text else Named()


def contacts(view: View, ref: Ref) -> tuple[Reachable, ...]:
    """The contacts of a document on the day of the build."""
    return tuple(found for each in view.contacts(ref) if (found := _contact(view, each)))


def by_country(view: View, items: Iterable[tuple[str, object]]) -> tuple[ByCountry, ...]:
    """Pairs of country and thing by the countries' names in the reader's order; things of no country last."""
    groups: dict[str, list[object]] = {}
    for country, item in items:
        groups.setdefault(country, []).append(item)
    named = [(view.say.country(code), things) for code, things in groups.items() if code]
    named.sort(key=lambda group: view.say.order(group[0]))  # type: ignore[arg-type, return-value]
    rest = [("", groups[""])] if "" in groups else []
    return tuple(ByCountry(name, tuple(things)) for name, things in (*named, *rest))


def _contact(view: View, contact: Contact) -> Reachable | None:
    if contact.person:
        return _person(view, contact, contact.person)
    if contact.organisation:
        return _organisation(view, contact, contact.organisation)
    return None


def _person(view: View, contact: Contact, ref: Ref) -> Reachable | None:
    person, link = view.person(ref), view.link(ref)
    if person is None or link is None:
        return None
    role = contact.role or person.role
    of = contact.organisation or person.organisation
    return Reachable(
        link=link,
        role=view.say.said(role) if role else None,
        organisation=view.link(of) if of else None,
        country=contact.country or "",
        email=person.email or "",
        phone=person.phone or "",
    )


def _organisation(view: View, contact: Contact, ref: Ref) -> Reachable | None:
    organisation, link = view.organisation(ref), view.link(ref)
    if organisation is None or link is None:
        return None
    return Reachable(
        link=link,
        role=view.say.said(contact.role) if contact.role else None,
        country=contact.country or "",
        email=organisation.email or "",
    )
