"""On which days a rule of recurrence is, in what can be said of it: "tuesday", "first thursday", "the 4th and 9th"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.render.labels import DAYS_OF_MONTH, ORDINALS

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONDAY = date(2024, 1, 1)
_DAY = re.compile(rf"([+-]?\d+)?({'|'.join(_WEEKDAYS)})")


@dataclass(frozen=True, slots=True)
class RuleDay:
    """A day of a rule. `label` is a message about a `day`, empty for a weekday alone.

    `weekday` is any date of that weekday, for its name; else the rule is on all `numbers` of the month.
    """

    label: str
    weekday: date | None = None
    numbers: tuple[int, ...] = ()


def rule_days(rule: Mapping[str, str]) -> tuple[RuleDay, ...]:
    """The days that a weekly or monthly rule names, in order; none if there are none, or words do not reach for all.

    `rule` is the parts of an RRULE by their names, in capitals (RFC 5545 §3.3.10).
    """
    named = {name: value for name, value in rule.items() if name.startswith("BY")}
    if rule.get("FREQ") == "WEEKLY" and named.keys() == {"BYDAY"}:
        return _by_weekday(named["BYDAY"].split(","), ("",))
    if rule.get("FREQ") != "MONTHLY":
        return ()
    if named.keys() == {"BYDAY"}:
        return _by_weekday(named["BYDAY"].split(","), tuple(ORDINALS))
    if named.keys() == {"BYDAY", "BYSETPOS"} and named["BYDAY"] in _WEEKDAYS:
        places = named["BYSETPOS"].split(",")
        return _by_weekday([place + named["BYDAY"] for place in places], tuple(ORDINALS))
    if named.keys() == {"BYMONTHDAY"}:
        numbers = sorted({int(number) for number in named["BYMONTHDAY"].split(",")})
        return (RuleDay(DAYS_OF_MONTH, numbers=tuple(numbers)),) if numbers[0] > 0 and numbers[-1] <= 31 else ()
    return ()


def _by_weekday(written: list[str], known: tuple[str, ...]) -> tuple[RuleDay, ...]:
    """Weekdays with their ordinals, all of which must be `known`."""
    found = set()
    for each in written:
        match = _DAY.fullmatch(each)
        ordinal = str(int(match[1])) if match and match[1] else ""
        if match is None or ordinal not in known:
            return ()
        found.add((known.index(ordinal), _WEEKDAYS.index(match[2])))
    return tuple(
        RuleDay(ORDINALS.get(known[place], ""), _MONDAY + timedelta(days=weekday)) for place, weekday in sorted(found)
    )
