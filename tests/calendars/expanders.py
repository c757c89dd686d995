"""Programs of others that expand recurrences, each as a function from a feed to when an event takes place."""

import json
from datetime import date, datetime

import icalendar
import recurring_ical_events

from tests.render.ical.parsers import in_utc, node

Spans = list[tuple[date, date]]
FIRST, LAST = date(2020, 1, 1), date(2035, 1, 1)


def by_recurring_ical_events(feed: bytes, uid: str) -> Spans:
    """Starts and ends in UTC, sorted."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(feed)).between(FIRST, LAST)
    mine = (each for each in found if each["UID"] == uid)
    return sorted(((in_utc(each["DTSTART"].dt), in_utc(each["DTEND"].dt)) for each in mine), key=str)


def by_ical_js(feed: bytes, uid: str) -> Spans:
    """The same as Thunderbird has it."""
    found = json.loads(node("expand.cjs", feed))[uid]
    return sorted(((_moment(start), _moment(end)) for start, end in found), key=str)


def _moment(text: str) -> date:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
