"""The pages of news, people, organisations and topics: what each has of its own."""

from dataclasses import dataclass

from sitegen.graph.answers import Card, Link
from sitegen.model.reference import Ref
from sitegen.render.anatomy.people import links
from sitegen.render.view import View


@dataclass(frozen=True, slots=True)
class NewsAnatomy:
    """Who wrote it, and what it is about."""

    authors: tuple[Link, ...]
    about: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PersonAnatomy:
    """Where the person works."""

    organisation: Link | None


@dataclass(frozen=True, slots=True)
class OrganisationAnatomy:
    """The organisation that it is part of."""

    parent: Link | None


@dataclass(frozen=True, slots=True)
class TopicAnatomy:
    """The topic above, and those below, in the reader's order."""

    broader: Link | None
    narrower: tuple[Link, ...]


def news(view: View, ref: Ref) -> NewsAnatomy:
    facts = view.news(ref)
    return NewsAnatomy(links(view, facts.authors), tuple(view.cards(facts.about)))


def person(view: View, ref: Ref) -> PersonAnatomy:
    facts = view.person(ref)
    return PersonAnatomy(view.link(facts.organisation) if facts and facts.organisation else None)


def organisation(view: View, ref: Ref) -> OrganisationAnatomy:
    facts = view.organisation(ref)
    return OrganisationAnatomy(view.link(facts.parent) if facts and facts.parent else None)


def topic(view: View, ref: Ref) -> TopicAnatomy:
    facts = view.topic(ref)
    below = [each for ties in view.ties(ref) if ties.role == "broader" for each in ties.refs]
    narrower = sorted(links(view, below), key=lambda link: view.say.order(link.title.words))  # type: ignore[arg-type, return-value]
    return TopicAnatomy(view.link(facts.broader) if facts.broader else None, tuple(narrower))
