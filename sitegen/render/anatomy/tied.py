"""What names a document, as its page shows it: by kind, then by role, each document once.

Events that are over stand apart from those that are to come.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.graph.answers import Card, Ties
from sitegen.model.reference import Ref
from sitegen.render.labels import COMING, EARLIER, KINDS, ROLES
from sitegen.render.view import View

Cards = Callable[[tuple[Ref, ...]], list[Card]]

PLAIN = frozenset({"topics", "projects", "about", "organisation", "country", "countries"})
"""Roles that go without saying, where a kind has no other."""


@dataclass(frozen=True, slots=True)
class Role:
    """Documents in one role; `label` is a message, empty where the role goes without saying."""

    label: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Tied:
    """Documents of one kind; `label` is a message."""

    kind: str
    label: str
    roles: tuple[Role, ...]


def tied(view: View, ref: Ref, without: Collection[str] = ()) -> tuple[Tied, ...]:
    """What names the document `ref`, roles in `without` left out."""
    return grouped(view, [ties for ties in view.ties(ref) if ties.role not in without], ROLES)


def grouped(view: View, found: Iterable[Ties], labels: Mapping[str, str]) -> tuple[Tied, ...]:
    """Ties by kind, then by role in the order of their labels; each document once, in the role that says most."""
    kept = tuple(found)
    groups = (group for kind, label in KINDS.items() for group in _groups(view, kept, kind, label, labels))
    return tuple(group for group in groups if group.roles)


def _groups(view: View, found: Iterable[Ties], kind: str, label: str, labels: Mapping[str, str]) -> Iterator[Tied]:
    """What there is of a kind: one group, of events one to come and one that is over."""
    ties = _of_kind(found, kind, labels)
    if kind != "event":
        yield Tied(kind, label, _roles(view.cards, ties, labels))
        return
    over = {ref for each in ties for ref in each.refs if view.over(ref)}
    coming = [replace(each, refs=tuple(ref for ref in each.refs if ref not in over)) for each in ties]
    earlier = [replace(each, refs=tuple(ref for ref in each.refs if ref in over)) for each in ties]
    yield Tied(kind, COMING, _roles(view.coming, coming, labels))
    yield Tied(kind, EARLIER, _roles(view.cards, earlier, labels))


def refs_tied(view: View, ref: Ref) -> frozenset[Ref]:
    """All that names the document."""
    return frozenset(each for ties in view.ties(ref) for each in ties.refs)


def _of_kind(found: Iterable[Ties], kind: str, labels: Mapping[str, str]) -> list[Ties]:
    """The ties of a kind in the order of roles, so that a document stands in the one that says most."""
    order = list(labels)
    return sorted((ties for ties in found if ties.kind == kind), key=lambda ties: order.index(ties.role))


def _roles(cards_of: Cards, found: list[Ties], labels: Mapping[str, str]) -> tuple[Role, ...]:
    seen: set[Ref] = set()
    roles: list[tuple[str, tuple[Card, ...]]] = []
    for ties in found:
        cards = tuple(cards_of(tuple(ref for ref in ties.refs if ref not in seen)))
        seen.update(ties.refs)
        if cards:
            roles.append((ties.role, cards))
    plain = len(roles) == 1 and roles[0][0] in PLAIN
    return tuple(Role("" if plain else labels[role], cards) for role, cards in roles)
