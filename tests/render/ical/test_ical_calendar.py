"""A whole feed: what it says of itself, its zones, and that its bytes are the same everywhere."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from sitegen.render.ical.calendar import calendar
from sitegen.render.ical.entry import Color
from sitegen.render.ical.vevent import vevent
from tests.render.ical.torture import BRUSSELS, ENTRIES, FEED, LONDON, OSLO, RECURRING, entry, timed, written

ROOT = Path(__file__).parents[3]


def test_one_vtimezone_for_each_zone_in_use() -> None:
    june = datetime(2024, 6, 1, 9, tzinfo=OSLO)
    data = written(
        timed("a", june),
        timed("b", june),
        timed("c", june.replace(tzinfo=BRUSSELS)),
        timed("d", june.replace(tzinfo=LONDON)),
    )
    assert [line for line in data.split(b"\r\n") if line.startswith(b"TZID:")] == [
        b"TZID:Europe/Brussels",
        b"TZID:Europe/London",
        b"TZID:Europe/Oslo",
    ]


def test_a_zone_begins_with_the_earliest_day_of_its_own() -> None:
    old = timed("old", datetime(1985, 7, 1, 9, tzinfo=OSLO))
    new = timed("new", datetime(2024, 7, 1, 9, tzinfo=BRUSSELS))
    data = written(old, new)
    assert data.count(b"BEGIN:STANDARD") == 3
    assert data.count(b"BEGIN:DAYLIGHT") == 2


def test_dates_and_utc_need_no_zone() -> None:
    assert b"VTIMEZONE" not in written(entry("a", date(2024, 3, 19), date(2024, 3, 20)))


def test_text_that_looks_like_a_zone_is_none() -> None:
    one = entry("a", date(2024, 3, 19), date(2024, 3, 20), summary="x\r\nDTSTART;TZID=Europe/Riga:20240101T100000")
    assert b"VTIMEZONE" not in written(one)


def test_the_order_of_entries_does_not_matter() -> None:
    written_once = [vevent(each, "nb") for each in (*ENTRIES, *RECURRING)]
    shuffled = [*written_once, *written_once]
    random.Random(7).shuffle(shuffled)
    assert calendar(FEED, shuffled) == calendar(FEED, written_once)


def test_two_entries_of_one_identity_are_refused() -> None:
    june = datetime(2024, 6, 1, 9, tzinfo=OSLO)
    with pytest.raises(ValueError, match="one identity"):
        written(timed("a", june), timed("a", june, summary="Annet"))


def test_a_moved_date_follows_its_series() -> None:
    data = written(*RECURRING)
    assert data.count(b"UID:nightly@example.org") == 2
    assert data.index(b"RRULE:FREQ=WEEKLY;COUNT=3") < data.index(b"RECURRENCE-ID;TZID=Europe/Oslo:20241027T023000")


@pytest.mark.parametrize(
    "wrong",
    [
        {"zone": "Europe/Olso"},
        {"color": Color("Steel Blue", "#4682b4")},
        {"color": Color("steelblue", "4682b4")},
        {"name": " "},
        {"url": "/nb/"},
        {"source": "webcal:"},
    ],
)
def test_a_feed_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"zone|colour|without|URI"):
        calendar(replace(FEED, **wrong), [])


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Nuuk", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "PYTHONTZPATH": ""},
    ],
)
def test_the_bytes_are_the_same_everywhere(environment: dict[str, str]) -> None:
    program = (
        "import sys; from tests.render.ical.torture import *; sys.stdout.buffer.write(written(*ENTRIES, *RECURRING))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={
            **os.environ,
            **environment,
            "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        },
        capture_output=True,
        check=True,
    )
    assert done.stdout == written(*ENTRIES, *RECURRING)
