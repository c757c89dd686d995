"""The dates that a rule of recurrence gives (RFC 5545 §3.3.10), by the wall time of their place.

Knows no zones: a rule keeps to the clock on the wall, whatever that is turned to.
"""

from datetime import date, datetime, time
from functools import lru_cache

from dateutil.rrule import rrule, rrulestr


def wall(moment: date) -> datetime:
    """What the clock on the wall shows; a day begins at its midnight."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None, fold=0)
    return datetime.combine(moment, time.min)


@lru_cache(maxsize=4096)
def gives(rule: str, start: datetime, moment: datetime) -> bool:
    """Whether a rule that begins with `start` gives `moment`; both are wall times."""
    return moment in _rule(rule, start)


@lru_cache(maxsize=4096)
def last(rule: str, start: datetime, until: datetime | None = None) -> datetime | None:
    """The last start by a rule that counts, or that ends `until` then; None for one without an end."""
    if until is not None:
        return _rule(rule, start).before(until, inc=True) or start
    if "COUNT=" not in rule:
        return None
    return next(iter(list(_rule(rule, start))[-1:]), start)


def _rule(rule: str, start: datetime) -> rrule:
    found = rrulestr(rule, dtstart=start)
    assert isinstance(found, rrule)
    return found
