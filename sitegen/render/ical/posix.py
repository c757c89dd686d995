"""POSIX TZ strings, the form in which tzdata states what holds from now on (POSIX.1 §8.3, RFC 8536 §3.3.1).

Knows the one form of date that tzdata uses, `Mm.w.d`. Knows nothing of iCalendar.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sitegen.foundation.zones import LocalTime

_NAME = r"(?:<([-+A-Za-z0-9]+)>|([A-Za-z]+))"
_CLOCK = r"([-+]?\d+(?::\d+){0,2})"
_DATE = rf"M(\d+)\.(\d)\.(\d)(?:/{_CLOCK})?"
_RULE = re.compile(rf"{_NAME}{_CLOCK}(?:{_NAME}{_CLOCK}?,{_DATE},{_DATE})?")


@dataclass(frozen=True, slots=True)
class Switch:
    """A yearly date: the `week`th (5: last) `weekday` (0: Monday) of `month`, then `clock` past midnight.

    `clock` is told in the time that holds until then, and may be negative or exceed a day.
    """

    month: int
    week: int
    weekday: int
    clock: timedelta

    def days(self, year: int) -> range:
        """The seven days of the month among which the weekday is."""
        last = monthrange(year, self.month)[1]
        first = last - 6 if self.week == 5 else 7 * self.week - 6
        return range(first, first + 7)

    def local(self, year: int) -> datetime:
        """The moment in `year`, in the time that holds until then."""
        start = datetime.combine(date(year, self.month, self.days(year).start), time())
        return start + timedelta(days=(self.weekday - start.weekday()) % 7) + self.clock


@dataclass(frozen=True, slots=True)
class Rule:
    """`standard` all year, or `dst` from the switch `begin` until the switch `end`."""

    standard: LocalTime
    dst: LocalTime | None = None
    begin: Switch | None = None
    end: Switch | None = None

    @property
    def switches(self) -> tuple[Switch, ...]:
        return tuple(switch for switch in (self.begin, self.end) if switch)


def parse(text: str) -> Rule:
    """The rule that a POSIX TZ string states. Raises ValueError if it is not of a form tzdata uses."""
    found = _RULE.fullmatch(text)
    if not found:
        raise ValueError(f"not a POSIX TZ rule that can be read: {text!r}")
    name, bare, offset, dst_name, dst_bare, dst_offset, *dates = found.groups()
    standard = LocalTime(-_clock(offset), name or bare)
    if not (dst_name or dst_bare):
        return Rule(standard)
    ahead = -_clock(dst_offset) if dst_offset else standard.offset + timedelta(hours=1)
    dst = LocalTime(ahead, dst_name or dst_bare, dst=True)
    return Rule(standard, dst, _switch(*dates[:4]), _switch(*dates[4:]))


def _switch(month: str, week: str, weekday: str, clock: str | None) -> Switch:
    return Switch(int(month), int(week), (int(weekday) - 1) % 7, _clock(clock or "2"))


def _clock(text: str) -> timedelta:
    """`[+-]h[:mm[:ss]]`."""
    hours, minutes, seconds = [*map(int, text.lstrip("+-").split(":")), 0, 0][:3]
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if text.startswith("-") else length
