"""Lists of events by the month in which they begin, by each event's own clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sitegen.graph.answers import Card
from sitegen.model.moment import first_day


@dataclass(frozen=True, slots=True)
class Month:
    """Events that begin in the month of `day`, which is its first."""

    day: date
    cards: tuple[Card, ...]


def by_month(cards: Iterable[Card]) -> tuple[Month, ...]:
    """The events by month, in the order in which they come; what is no event is left out."""
    months: dict[date, list[Card]] = {}
    for card in cards:
        if card.when:
            months.setdefault(first_day(card.when.start).replace(day=1), []).append(card)
    return tuple(Month(day, tuple(found)) for day, found in sorted(months.items()))
