"""A whole feed: VCALENDAR around VEVENTs that were written before (RFC 5545 §3.6, RFC 7986 §5).

Knows what a subscription says of itself. Knows nothing of what is inside a VEVENT but its identity, the
zones that its times name, and that both stand before its words.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from icalendar import vDuration

from sitegen.foundation.zones import is_zone
from sitegen.render.ical.entry import Color, Feed
from sitegen.render.ical.lines import Text, fold, line, text, uri
from sitegen.render.ical.times import utc
from sitegen.render.ical.vtimezone import vtimezone

_REFRESH = timedelta(hours=6)
_COLOR_NAME = re.compile("[a-z]+")
_COLOR_CODE = re.compile("#[0-9a-fA-F]{6}")
_BEGIN = b"BEGIN:VCALENDAR\r\n"
_END = b"END:VCALENDAR\r\n"
_STAMPS, _WORDS = b"\r\nDTSTAMP:", b"\r\nSUMMARY"
"""What comes after the identity of a VEVENT, and what after its times, in the order in which one is written."""
_ZONED = re.compile(rb"\r\n(?:DTSTART|DTEND|EXDATE|RECURRENCE-ID);TZID=([^:;\r\n]+):(\d{8})T")


def calendar(feed: Feed, vevents: Iterable[bytes]) -> bytes:
    """The feed's octets: its properties, a VTIMEZONE for each zone in use, and the VEVENTs by UID.

    A VEVENT given twice is written once; two that differ and have the same UID (and RECURRENCE-ID) raise
    ValueError. A feed without any has the VTIMEZONE of its own zone: a calendar must have a component,
    and an address that readers know must not disappear.
    """
    entries = sorted(set(vevents))
    heads = [entry.partition(_WORDS)[0] for entry in entries]
    _refuse_twins(heads)
    zones = _zones(heads) if heads else {feed.zone: feed.modified.date()}
    return b"".join((_BEGIN, *_head(feed), *(vtimezone(*each) for each in sorted(zones.items())), *entries, _END))


def _head(feed: Feed) -> Iterator[bytes]:
    """No METHOD: this is a publication, not a message. No UID: vdirsyncer takes such a feed for one item."""
    name, description = _said(feed.name, feed), _said(feed.description, feed)
    yield _product(feed.prodid)
    yield fold(b"NAME:" + name)
    yield fold(b"X-WR-CALNAME:" + name)
    yield fold(b"DESCRIPTION:" + description)
    yield fold(b"X-WR-CALDESC:" + description)
    yield _refresh()
    yield line("SOURCE", uri(feed.source, VALUE="URI"))
    yield line("URL", uri(feed.url))
    yield line("LAST-MODIFIED", utc(feed.modified))
    yield _looks(feed.color, feed.zone)


def _said(words: str, feed: Feed) -> bytes:
    """Words as they are written. Raises ValueError where there are none."""
    said = text(words)
    if not said:
        raise ValueError(f"a feed without a name or a description: {feed.source}")
    return said.to_ical()


@cache
def _product(prodid: str) -> bytes:
    product = text(prodid)
    if not product:
        raise ValueError("a feed without a product")
    values = (("VERSION", Text("2.0")), ("PRODID", product), ("CALSCALE", Text("GREGORIAN")))
    return b"".join(line(*each) for each in values)


@cache
def _refresh() -> bytes:
    interval = vDuration(_REFRESH, params={"VALUE": "DURATION"})
    return line("REFRESH-INTERVAL", interval) + line("X-PUBLISHED-TTL", vDuration(_REFRESH))


@cache
def _looks(color: Color, zone: str) -> bytes:
    """Raises ValueError for a colour or a zone that is none."""
    if not is_zone(zone):
        raise ValueError(f"no time zone: {zone!r}")
    if not (_COLOR_NAME.fullmatch(color.name) and _COLOR_CODE.fullmatch(color.code)):
        raise ValueError(f"not a CSS3 colour and its code: {color}")
    values = (("COLOR", color.name), ("X-APPLE-CALENDAR-COLOR", color.code), ("X-WR-TIMEZONE", zone))
    return b"".join(line(name, Text(value)) for name, value in values)


def _refuse_twins(heads: Iterable[bytes]) -> None:
    seen: set[bytes] = set()
    for head in heads:
        identity = head.partition(_STAMPS)[0]
        if identity in seen:
            raise ValueError(f"two entries with one identity: {identity!r}")
        seen.add(identity)


def _zones(heads: Iterable[bytes]) -> dict[str, date]:
    """Each zone in use, with the earliest day on which it is."""
    first: dict[bytes, bytes] = {}
    for zone, day in set(_ZONED.findall(b"".join(heads))):
        first[zone] = min(first.get(zone, day), day)
    return {zone.decode("ascii"): date.fromisoformat(day.decode("ascii")) for zone, day in first.items()}
