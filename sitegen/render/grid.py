"""A month as a grid of weeks, and as a list of the days on which something takes place."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sitegen.graph.answers import Card, TakesPlace
from sitegen.graph.occurrences import after
from sitegen.model.moment import Period, first_day
from sitegen.render.view import View


@dataclass(frozen=True, slots=True)
class Slot:
    """An event on a day: `clock` is the time at which it begins on it, `again` whether it began on an earlier one."""

    card: Card
    clock: Period | None
    again: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month with what takes place on it."""

    day: date
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from Monday (ISO 8601); those of other months are None. `number` is that of the week in its year."""

    number: int
    days: tuple[Day | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A month by its first day; `monday` is a Monday, to name the days of weeks by."""

    first: date
    monday: date
    weeks: tuple[Week, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """The days on which something takes place."""
        return tuple(day for week in self.weeks for day in week.days if day and day.slots)

    @property
    def weekdays(self) -> tuple[date, ...]:
        """Seven days that weeks are headed by."""
        return tuple(self.monday + timedelta(days=each) for each in range(7))


def grid(view: View, month: str) -> Grid:
    """The month ("2026-11") as its page shows it."""
    first = date.fromisoformat(f"{month}-01")
    found = [(each, card) for each in view.month_events(month) if (card := view.card(each.ref))]
    monday = first - timedelta(days=first.weekday())
    weeks, at = [], monday
    while at < after(first):
        days = (at + timedelta(days=each) for each in range(7))
        told = tuple(Day(day, _slots(found, day)) if day.month == first.month else None for day in days)
        weeks.append(Week(at.isocalendar().week, told))
        at += timedelta(days=7)
    return Grid(first, monday, tuple(weeks))


def _slots(found: list[tuple[TakesPlace, Card]], day: date) -> tuple[Slot, ...]:
    """What takes place on a day: first what goes on, then what begins, by its time."""
    slots = [_slot(each, card, day) for each, card in found if first_day(each.start) <= day <= each.last]
    return tuple(sorted(slots, key=_place))


def _slot(each: TakesPlace, card: Card, day: date) -> Slot:
    again = first_day(each.start) < day
    timed = isinstance(each.start, datetime) and not again
    return Slot(card, Period(each.start, each.start) if timed else None, again)


def _place(slot: Slot) -> tuple[bool, str, str]:
    clock = f"{slot.clock.start:%H:%M}" if slot.clock else ""
    return not slot.again, clock, str(slot.card.ref)
