"""Which properties each component has in our feeds, as tables: RFC 5545 §3.6, RFC 7986 §4, and docs/calendars.md."""

from dataclasses import dataclass

from tests.render.ical import value_types as types


@dataclass(frozen=True)
class Kind:
    """How often a property may be there, its type, and the parameters that it must and may have."""

    least: int
    most: int | None
    check: types.Check
    must: tuple[tuple[str, str], ...] = ()
    may: tuple[str, ...] = ()


def _once(check: types.Check, **must: str) -> Kind:
    return Kind(1, 1, check, tuple(must.items()))


def _times(value: str) -> str | None:
    """Dates and times are checked with their parameters, by the linter."""
    return None


_WORDS = ("LANGUAGE",)

CALENDAR = {
    "VERSION": _once(types.one_of("2.0")),
    "PRODID": _once(types.TEXT),
    "CALSCALE": _once(types.one_of("GREGORIAN")),
    "NAME": _once(types.TEXT),
    "X-WR-CALNAME": _once(types.TEXT),
    "DESCRIPTION": _once(types.TEXT),
    "X-WR-CALDESC": _once(types.TEXT),
    "REFRESH-INTERVAL": _once(types.DURATION, VALUE="DURATION"),
    "X-PUBLISHED-TTL": _once(types.DURATION),
    "SOURCE": _once(types.URI, VALUE="URI"),
    "URL": _once(types.URI),
    "LAST-MODIFIED": _once(types.UTC_TIME),
    "COLOR": _once(types.pattern("[a-z]+", "a CSS3 colour")),
    "X-APPLE-CALENDAR-COLOR": _once(types.pattern("#[0-9A-Fa-f]{6}", "a colour code")),
    "X-WR-TIMEZONE": _once(types.TEXT),
}
EVENT = {
    "UID": _once(types.UID),
    "RECURRENCE-ID": Kind(0, 1, _times, may=("TZID", "VALUE")),
    "DTSTAMP": _once(types.UTC_TIME),
    "CREATED": _once(types.UTC_TIME),
    "LAST-MODIFIED": _once(types.UTC_TIME),
    "SEQUENCE": _once(types.NUMBER),
    "DTSTART": Kind(1, 1, _times, may=("TZID", "VALUE")),
    "DTEND": Kind(1, 1, _times, may=("TZID", "VALUE")),
    "RRULE": Kind(0, 1, types.RULE),
    "EXDATE": Kind(0, None, _times, may=("TZID", "VALUE")),
    "SUMMARY": Kind(1, 1, types.TEXT, may=_WORDS),
    "DESCRIPTION": Kind(0, 1, types.TEXT, may=_WORDS),
    "X-ALT-DESC": Kind(0, 1, types.TEXT, (("FMTTYPE", "text/html"),), _WORDS),
    "LOCATION": Kind(0, 1, types.TEXT, may=_WORDS),
    "GEO": Kind(0, 1, types.geo),
    "URL": Kind(0, 1, types.URI),
    "CATEGORIES": Kind(0, None, types.TEXTS, may=_WORDS),
    "CONTACT": Kind(0, None, types.TEXT, may=_WORDS),
    "STATUS": _once(types.one_of("CONFIRMED", "TENTATIVE", "CANCELLED")),
    "TRANSP": _once(types.one_of("OPAQUE", "TRANSPARENT")),
    "CLASS": _once(types.one_of("PUBLIC")),
    "CONFERENCE": Kind(0, None, types.URI, (("VALUE", "URI"),), ("LABEL", "FEATURE", *_WORDS)),
    "ATTACH": Kind(0, None, types.URI, may=("FMTTYPE",)),
    "IMAGE": Kind(0, None, types.URI, (("VALUE", "URI"),), ("DISPLAY", "FMTTYPE")),
    "RELATED-TO": Kind(0, None, types.UID, (("RELTYPE", "PARENT"),)),
}
ZONE = {"TZID": _once(types.TEXT), "X-LIC-LOCATION": _once(types.TEXT)}
OBSERVANCE = {
    "DTSTART": _once(types.LOCAL),
    "TZOFFSETFROM": _once(types.OFFSET),
    "TZOFFSETTO": _once(types.OFFSET),
    "TZNAME": _once(types.TEXT),
    "RRULE": Kind(0, 1, types.ZONE_RULE),
}
