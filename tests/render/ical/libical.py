"""libical, which Evolution and KDE read calendars with, called as it is on the machine (`scripts/tools.sh` puts it)."""

import ctypes
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

NAMES = ("libical.so.3",)


class Time(ctypes.Structure):
    """`struct icaltimetype`."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "daylight")),
        ("zone", ctypes.c_void_p),
    )


@cache
def library() -> Any:
    found = ctypes.CDLL(NAMES[0])
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    for name, result, arguments in (
        ("icalparser_parse_string", pointer, (text,)),
        ("icalcomponent_free", None, (pointer,)),
        ("icalcomponent_string_to_kind", ctypes.c_int, (text,)),
        ("icalcomponent_get_first_component", pointer, (pointer, ctypes.c_int)),
        ("icalcomponent_get_next_component", pointer, (pointer, ctypes.c_int)),
        ("icalcomponent_get_uid", text, (pointer,)),
        ("icalcomponent_get_summary", text, (pointer,)),
        ("icalcomponent_get_description", text, (pointer,)),
        ("icalcomponent_get_location", text, (pointer,)),
        ("icalcomponent_get_status", ctypes.c_int, (pointer,)),
        ("icalproperty_status_to_string", text, (ctypes.c_int,)),
        ("icalcomponent_get_dtstart", Time, (pointer,)),
        ("icalcomponent_get_dtend", Time, (pointer,)),
        ("icaltime_as_timet_with_zone", ctypes.c_longlong, (Time, pointer)),
    ):
        function = getattr(found, name)
        function.restype, function.argtypes = result, arguments
    return found


def read(data: bytes) -> Iterator[tuple[str, date, date, str, str | None, str | None, str | None]]:
    """UID, start, end, status, summary, description and location of each event; times in UTC."""
    ical = library()
    root = ical.icalparser_parse_string(data)
    kind = ical.icalcomponent_string_to_kind(b"VEVENT")
    event = ical.icalcomponent_get_first_component(root, kind)
    while event:
        yield (
            ical.icalcomponent_get_uid(event).decode(),
            _moment(ical.icalcomponent_get_dtstart(event)),
            _moment(ical.icalcomponent_get_dtend(event)),
            ical.icalproperty_status_to_string(ical.icalcomponent_get_status(event)).decode(),
            _text(ical.icalcomponent_get_summary(event)),
            _text(ical.icalcomponent_get_description(event)),
            _text(ical.icalcomponent_get_location(event)),
        )
        event = ical.icalcomponent_get_next_component(root, kind)
    ical.icalcomponent_free(root)


def _moment(time: Time) -> date:
    if time.is_date:
        return date(time.year, time.month, time.day)
    return datetime.fromtimestamp(library().icaltime_as_timet_with_zone(time, time.zone), UTC)


def _text(value: bytes | None) -> str | None:
    return value.decode() if value is not None else None
