"""`stated-place`: a line such as “Sted: …” names another place than the venue, or than an earlier line.

Places are written in many ways, so that they are compared part by part: a postcode with the postcode, a street and
its number with the street, and of all other words at least one part must name the venue, its room or its town.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.folding import fold
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.kinds.event import Event, Venue
from sitegen.model.problems import report
from sitegen.model.words import Text

_PARTS = re.compile(r"[,;|/()–—\n]|\s-\s|\si\s|\sved\s|\svid\s|\sin\s")
_STREET = re.compile(r"[a-z][a-z .'-]* \d{1,4} ?[a-z]?")
_POSTCODE = re.compile(r"(?:(?:n|no|s|se|dk|d|fi|fin)-? ?)?(\d{3} \d{2}|\d{4,5})(?: (.*))?")


@dataclass(frozen=True, slots=True)
class Place:
    """What is said of a place, folded: the names in it, its streets with their numbers, its postcodes."""

    names: frozenset[str]
    streets: frozenset[str]
    postcodes: frozenset[str]

    def contradicts(self, other: "Place") -> bool:
        if self.streets and other.streets and not self.streets & other.streets:
            return True
        if self.postcodes and other.postcodes and not self.postcodes & other.postcodes:
            return True
        return bool(self.names and other.names) and not any(
            _names(mine, yours) for mine in self.names for yours in other.names
        )


def check(site: Site, entity: Entity, version: Version) -> Iterator[Diagnostic]:
    event = entity.facts
    if not isinstance(event, Event):
        return
    known: list[tuple[Place, str, Span]] = []
    if event.venue:
        place = entity.place("venue/name", "venue")
        known = [(_of_venue(event.venue), event.venue.name.in_order((version.lang,))[1], place)]
    for statement in version.claims.statements:
        if statement.sort != "where":
            continue
        said = _of_words(statement.words)
        other = next((each for each in known if said.contradicts(each[0])), None)
        if other:
            yield report("stated-place", statement.span, other[2], value=statement.words, other=other[1])
        elif not event.venue:
            known.append((said, statement.words, statement.span))


def _of_venue(venue: Venue) -> Place:
    said = [words for text in (venue.name, venue.room, venue.city) for words in _words(text)]
    parts = _of_words(", ".join(said))
    street = {fold(venue.street)} if venue.street else set()
    postcode = {venue.postcode.replace(" ", "")} if venue.postcode else set()
    return Place(parts.names, parts.streets | street, parts.postcodes | postcode)


def _words(text: Text | None) -> Iterable[str]:
    return [words for _, words in text.entries] if text else []


def _of_words(words: str) -> Place:
    names, streets, postcodes = set(), set(), set()
    for part in _PARTS.split(words):
        folded = " ".join(re.sub(r"[^a-z0-9 ]", " ", fold(part)).split())
        if postcode := _POSTCODE.fullmatch(folded):
            postcodes.add(postcode[1].replace(" ", ""))
            names |= {postcode[2]} if postcode[2] else set()
        elif _STREET.fullmatch(folded):
            streets.add(folded)
        elif folded:
            names.add(folded)
    return Place(frozenset(names), frozenset(streets), frozenset(postcodes))


def _names(mine: str, yours: str) -> bool:
    """Whether two names may be of one place: the words of one are among those of the other."""
    first, second = set(mine.split()), set(yours.split())
    return first <= second or second <= first
