"""Parsers that others wrote, each as a function from a feed to what it reads of every event.

`icalendar` is the encoder's own library, but reads by other code than it writes; `ical` and `vobject` are
independent of it, and take zones from the VTIMEZONE or their own tables. libical is that of
GNOME and KDE. ical.js (Thunderbird's) runs in Node, where `scripts/tools.sh` puts it.
"""

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import vobject
from ical.calendar_stream import IcsCalendarStream

from tests.render.ical import libical

MODULES = Path(__file__).parents[3] / ".tools" / "node_modules"


@dataclass(frozen=True)
class Seen:
    """An event as a reader has it; times in UTC."""

    uid: str
    start: date
    end: date
    status: str
    summary: str
    description: str | None
    location: str | None


Parser = Callable[[bytes], list[Seen]]


def in_utc(moment: date) -> date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def by_icalendar(data: bytes) -> list[Seen]:
    return [
        Seen(
            str(event["UID"]),
            in_utc(event["DTSTART"].dt),
            in_utc(event["DTEND"].dt),
            str(event["STATUS"]),
            *(str(event[name]) if name in event else None for name in ("SUMMARY", "DESCRIPTION", "LOCATION")),
        )
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    ]


def by_ical(data: bytes) -> list[Seen]:
    return [
        Seen(
            event.uid,
            in_utc(event.dtstart),
            in_utc(event.dtend),
            event.status.value,
            event.summary,
            event.description,
            event.location,
        )
        for event in IcsCalendarStream.calendar_from_ics(data.decode()).events
    ]


def by_vobject(data: bytes) -> list[Seen]:
    # It keeps the zones of every calendar that it has read, by their names: those of another may be for other years.
    zones = vars(vobject.icalendar)["__tzidMap"]
    for name in zones.keys() - {"UTC"}:
        del zones[name]
    return [
        Seen(
            event.uid.value,
            in_utc(event.dtstart.value),
            in_utc(event.dtend.value),
            *(
                getattr(event, name).value if hasattr(event, name) else None
                for name in ("status", "summary", "description", "location")
            ),
        )
        for event in vobject.readOne(data.decode()).vevent_list
    ]


def by_ical_js(data: bytes) -> list[Seen]:
    found = json.loads(node("ical_js.cjs", data))
    return [Seen(uid, _js(start), _js(end), *words) for uid, start, end, *words in found]


def by_libical(data: bytes) -> list[Seen]:
    return [Seen(*found) for found in libical.read(data)]


def node(script: str, data: bytes) -> str:
    """What a script of this folder writes, given `data`."""
    path = Path(__file__).with_name(script)
    where = {**os.environ, "NODE_PATH": str(MODULES)}
    done = subprocess.run(["node", str(path)], input=data, capture_output=True, check=False, env=where)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def _js(text: str) -> date:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


PARSERS: tuple[Parser, ...] = (by_icalendar, by_ical, by_vobject, by_ical_js, by_libical)
