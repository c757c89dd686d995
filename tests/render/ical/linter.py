"""A strict linter of calendar feeds: RFC 5545, RFC 7986, and what calendar apps need beyond them.

`lint(data)` says what is wrong with any `.ics` of ours. It shares no line with the encoder.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tests.render.ical import value_types as types
from tests.render.ical.grammar import CALENDAR, EVENT, OBSERVANCE, ZONE, Kind
from tests.render.ical.reading import Component, Property, read
from tests.render.ical.zone_reading import Answer, interpreted, of_tzdata, steps

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MOMENTS = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE")
_EQUAL = (("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC"), ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"))


def lint(data: bytes) -> list[str]:
    """What is wrong with a feed, each finding a sentence that names its line; nothing if all is well.

    What things mean together is asked only where each of them is well by itself.
    """
    calendar, findings = read(data)
    if calendar is None:
        return findings
    events, zones = calendar.inside("VEVENT"), calendar.inside("VTIMEZONE")
    findings += _calendar(calendar)
    for event in events:
        findings += _event(event)
    for zone in zones:
        findings += _zone(zone)
    findings += _zones(events, zones)
    if not findings:
        findings += _offsets(events, zones)
    if not findings:
        answers = {_value(zone, "TZID"): interpreted(zone) for zone in zones}
        for event in events:
            findings += _order(event, answers)
        findings += _identities(events)
    return findings


def _calendar(calendar: Component) -> Iterator[str]:
    yield from _properties(calendar, CALENDAR)
    for one, other in _EQUAL:
        if _value(calendar, one) != _value(calendar, other):
            yield f"{one} and {other} differ"
    if not _is_zone(_value(calendar, "X-WR-TIMEZONE")):
        yield "X-WR-TIMEZONE is no IANA zone"
    names = [each.name for each in calendar.components]
    if not names:
        yield "a calendar without a component"
    if sorted(names, reverse=True) != names or not {*names} <= {"VTIMEZONE", "VEVENT"}:
        yield f"not VTIMEZONEs and then VEVENTs alone: {sorted({*names})}"
    for event in calendar.inside("VEVENT"):
        if _value(event, "LAST-MODIFIED") > _value(calendar, "LAST-MODIFIED"):
            yield f"line {event.number}: modified after the calendar was"


def _properties(component: Component, kinds: dict[str, Kind]) -> Iterator[str]:
    count = Counter(each.name for each in component.properties)
    for name, kind in kinds.items():
        if count[name] < kind.least:
            yield f"line {component.number}: {component.name} without {name}"
        if kind.most is not None and count[name] > kind.most:
            yield f"line {component.number}: {name} more than once"
    for each in component.properties:
        if each.name not in kinds:
            yield f"line {each.number}: {each.name} has no place in a {component.name}"
        else:
            yield from _property(each, kinds[each.name])


def _property(each: Property, kind: Kind) -> Iterator[str]:
    wrong = kind.check(each.value)
    if wrong:
        yield f"line {each.number}: {each.name} {wrong}: {each.value[:40]!r}"
    for name, value in kind.must:
        if each.parameters.get(name) != value:
            yield f"line {each.number}: {each.name} without {name}={value}"
    for name in each.parameters:
        if name not in kind.may and name not in dict(kind.must):
            yield f"line {each.number}: {name} has no place on {each.name}"
    if "LANGUAGE" in each.parameters and not _TAG.fullmatch(each.parameters["LANGUAGE"]):
        yield f"line {each.number}: LANGUAGE is no language tag"


def _zones(events: list[Component], zones: list[Component]) -> Iterator[str]:
    """Each zone in use is there, once; in a feed of no event, some zone."""
    used, told = _used(events), Counter(_value(zone, "TZID") for zone in zones)
    yield from (f"TZID={name} without its VTIMEZONE" for name in used if name not in told)
    yield from (f"VTIMEZONE {name} twice" for name, times in told.items() if times > 1)
    if events:
        yield from (f"VTIMEZONE {name} is not used" for name in told if name not in used)


def _used(events: list[Component]) -> dict[str, str]:
    """Each zone in use, with the earliest value that is."""
    used: dict[str, str] = {}
    for each in (each for event in events for each in event.properties if "TZID" in each.parameters):
        name = each.parameters["TZID"]
        used[name] = min(used.get(name, each.value), each.value)
    return used


def _zone(zone: Component) -> Iterator[str]:
    name = _value(zone, "TZID")
    yield from _properties(zone, ZONE)
    if name != _value(zone, "X-LIC-LOCATION"):
        yield f"line {zone.number}: X-LIC-LOCATION is not TZID"
    if not _is_zone(name):
        yield f"line {zone.number}: no IANA zone: {name}"
    if not zone.components or not {each.name for each in zone.components} <= {"STANDARD", "DAYLIGHT"}:
        yield f"line {zone.number}: a VTIMEZONE without observances, or with something else"
    for observance in zone.components:
        yield from _properties(observance, OBSERVANCE)


def _offsets(events: list[Component], zones: list[Component]) -> Iterator[str]:
    """A zone is tzdata's from its first use to the end of 2037."""
    used = _used(events)
    for zone in zones:
        name = _value(zone, "TZID")
        since = datetime.strptime(used.get(name, "20240101")[:8], "%Y%m%d").replace(tzinfo=UTC)
        try:
            wrong = steps(zone, name, since)
        except (ValueError, OverflowError) as why:
            yield f"line {zone.number}: {name} cannot be interpreted: {why}"
        else:
            if wrong:
                yield f"line {zone.number}: {name} is not tzdata's at {wrong[0].isoformat()}"


def _event(event: Component) -> Iterator[str]:
    yield from _properties(event, EVENT)
    yield from (f"line {each.number}: {each.name} inside a VEVENT" for each in event.components)
    moments = [each for each in event.properties if each.name in _MOMENTS]
    for each in moments:
        yield from _moment(each)
    if len({_sort(each) for each in moments}) > 1:
        yield f"line {event.number}: dates among times"
    if _value(event, "DTSTAMP") != _value(event, "LAST-MODIFIED"):
        yield f"line {event.number}: DTSTAMP is not LAST-MODIFIED"
    if _value(event, "CREATED") > _value(event, "LAST-MODIFIED"):
        yield f"line {event.number}: created after it was modified"
    if _value(event, "STATUS") == "CANCELLED" and _value(event, "TRANSP") != "TRANSPARENT":
        yield f"line {event.number}: cancelled, and takes time"
    if _value(event, "UID") in [each.value for each in event.all("RELATED-TO")]:
        yield f"line {event.number}: its own parent"
    yield from _recurrence(event)


def _sort(each: Property) -> str:
    return "date" if each.parameters.get("VALUE") == "DATE" else "time"


def _moment(each: Property) -> Iterator[str]:
    """A date, a wall time in a zone, or a time in UTC: never floating, and never in two forms at once."""
    check = types.UTC_TIME
    if "VALUE" in each.parameters:
        check = types.DATE
        if each.parameters != {"VALUE": "DATE"}:
            yield f"line {each.number}: parameters of {each.name} contradict each other"
    elif "TZID" in each.parameters:
        check = types.LOCAL
    wrong = check(each.value)
    if wrong:
        yield f"line {each.number}: {each.name} {wrong}: {each.value[:40]!r}"


def _recurrence(event: Component) -> Iterator[str]:
    rule, start = _value(event, "RRULE"), event.first("DTSTART")
    if event.first("EXDATE") and not rule:
        yield f"line {event.number}: EXDATE without RRULE"
    if rule and event.first("RECURRENCE-ID"):
        yield f"line {event.number}: RRULE with RECURRENCE-ID"
    until = re.search(r";UNTIL=([^;]*)", rule)
    if until and start:
        check = types.DATE if _sort(start) == "date" else types.UTC_TIME
        if check(until[1]):
            yield f"line {event.number}: UNTIL is not as DTSTART asks"
    if until and ";COUNT=" in rule:
        yield f"line {event.number}: UNTIL with COUNT"


def _order(event: Component, answers: dict[str, Answer]) -> Iterator[str]:
    """Every wall time exists and is meant in one way only, and the end is after the start."""
    instants = {}
    for each in (each for each in event.properties if each.name in ("DTSTART", "DTEND")):
        found = _instants(each, answers)
        if not found:
            yield f"line {each.number}: clocks never show {each.name} {each.value}"
        elif len(found) > 1 and not event.first("RRULE"):
            yield f"line {each.number}: {each.name} {each.value} can be read in two ways"
        else:
            instants[each.name] = found[0]
    if len(instants) == 2 and not instants["DTSTART"] < instants["DTEND"]:
        yield f"line {event.number}: the end is not after the start"


def _instants(each: Property, answers: dict[str, Answer]) -> list[datetime]:
    form = {8: "%Y%m%d", 15: "%Y%m%dT%H%M%S", 16: "%Y%m%dT%H%M%SZ"}[len(each.value)]
    shown = datetime.strptime(each.value, form)  # noqa: DTZ007
    if "TZID" not in each.parameters:
        return [shown]
    answer = answers[each.parameters["TZID"]]
    offsets = {answer(shown + timedelta(hours=shift)) for shift in (-30, 30)} - {None}
    return sorted(shown - offset for offset in offsets if answer(shown - offset) == offset)


def _identities(events: list[Component]) -> Iterator[str]:
    """A UID once; a moved date beside its series, which has a rule."""
    count = Counter((_value(each, "UID"), _value(each, "RECURRENCE-ID")) for each in events)
    yield from (f"UID {uid} twice" for (uid, _), times in count.items() if times > 1)
    ruled = {_value(each, "UID") for each in events if each.first("RRULE")}
    yield from (f"UID {uid}: moved from no series" for uid, moved in count if moved and uid not in ruled)


def _value(component: Component, name: str) -> str:
    found = component.first(name)
    return found.value if found else ""


def _is_zone(name: str) -> bool:
    try:
        of_tzdata(name)
    except (KeyError, OSError):
        return False
    return True
