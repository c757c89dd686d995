"""By what the entries of a list can be picked out, without leaving its page: choices, each with its options.

A choice is offered only where it can tell entries apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.graph.answers import Card
from sitegen.graph.facets import Facets
from sitegen.model.problems import N_
from sitegen.model.reference import Ref
from sitegen.render.labels import KINDS
from sitegen.render.view import View

FEWEST = 4
"""Entries from which on a list offers choices."""


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen: its value in the page's data, its words, and the language of these where not the page's."""

    value: str
    words: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Options of one sort; `label` is a message."""

    name: str
    label: str
    options: tuple[Option, ...]


def sieve(view: View, cards: Iterable[Card]) -> tuple[Choice, ...]:
    """The choices of a list with these entries."""
    refs = [card.ref for card in cards]
    if len(refs) < FEWEST:
        return ()
    found = [view.facets(ref) for ref in refs]
    kinds = {each.kind for each in found}
    offered = (
        Choice("kind", N_("Kind"), tuple(Option(k, view.catalogue.gettext(w)) for k, w in KINDS.items() if k in kinds)),
        topic_choice(view, {ref for each in found for ref in each.topics}),
        country_choice(view, {code for each in found for code in each.countries}),
        year_choice(sorted({each.year for each in found if each.year}, reverse=True)),
    )
    return tuple(each for each in offered if _tells_apart(each, found))


def topic_choice(view: View, refs: Iterable[Ref]) -> Choice:
    """Topics by name, in the reader's order."""
    links = ((ref.id, link) for ref in refs if (link := view.link(ref)))
    options = [Option(name, link.title.words, view.say.foreign(link.title.lang)) for name, link in links]
    return Choice(
        "topics", N_("Topic"), tuple(sorted(options, key=lambda each: (view.say.key(each.words), each.value)))
    )


def country_choice(view: View, codes: Iterable[str]) -> Choice:
    """Countries by name, in the reader's order."""
    options = tuple(Option(code, name) for name, code in view.say.by_name(codes))
    return Choice("countries", N_("Country"), options)


def year_choice(years: Iterable[str]) -> Choice:
    return Choice("year", N_("Year"), tuple(Option(year, year) for year in years))


def _tells_apart(choice: Choice, found: list[Facets]) -> bool:
    """Whether there is an option that some entries have and others lack."""
    if len(choice.options) > 1:
        return True
    return any(not _values(choice.name, each) for each in found) if choice.options else False


def _values(name: str, of: Facets) -> tuple[str, ...]:
    """What an entry has of a choice, as the page's data says it."""
    has = {
        "kind": (of.kind,),
        "topics": tuple(each.id for each in of.topics),
        "countries": of.countries,
        "year": (of.year,) if of.year else (),
    }
    return has[name]
