"""One VEVENT: its golden form, its order, and what it refuses."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sitegen.render.ical.entry import Entry, Link, Said, Stamps
from sitegen.render.ical.vevent import stamped, unstamped, vevent
from tests.render.ical.torture import ENTRIES, OSLO, STAMPS, entry, timed, written

GOLDEN = Path(__file__).with_name("golden")
NINE = datetime(2024, 3, 19, 9, tzinfo=OSLO)

CONFERENCE = Entry(
    uid="event-konferanse@example.org",
    start=NINE,
    end=datetime(2024, 3, 19, 16, tzinfo=OSLO),
    stamps=STAMPS,
    summary=Said("Anskaffelseskonferansen 2024", "nb"),
    description=Said("For innkjøpere; og leverandører.\n\nhttps://example.org/nb/konferanse", "nb"),
    html_description=Said("<p>For innkjøpere; og leverandører.</p>", "nb"),
    location=Said("Youngs gate 21, Oslo"),
    geo=(59.9139, 10.7522),
    url="https://example.org/nb/konferanse",
    categories=(Said("Bygg, anlegg"), Said("Procurement", "en"), Said("Drift")),
    contacts=(Said("Åse Ødegård, aase@example.org"),),
    conferences=(Link("https://meet.example.org/a", Said("Direkte: sal 1")),),
    attachments=("https://example.org/program.pdf",),
    image="https://example.org/konferanse.png",
)
FAIR = Entry(
    uid="event-messe@example.org",
    start=date(2024, 2, 28),
    end=date(2024, 3, 2),
    stamps=Stamps(STAMPS.created, STAMPS.created),
    summary=Said("Upphandlingsmässan", "sv"),
    status="cancelled",
    related_to="event-konferanse@example.org",
)


@pytest.mark.parametrize(("name", "one"), [("timed", CONFERENCE), ("all-day", FAIR)])
def test_the_golden_form(name: str, one: Entry) -> None:
    assert written(one) == (GOLDEN / f"{name}.ics").read_bytes()


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.uid)
def test_stamps_are_all_that_unstamped_lacks(one: Entry) -> None:
    bare = unstamped(one, "nb")
    later = Stamps(STAMPS.created, STAMPS.modified + timedelta(days=1), STAMPS.sequence + 1)
    assert stamped(bare, one.stamps) == vevent(one, "nb")
    assert unstamped(replace(one, stamps=later), "nb") == bare
    lines = set(vevent(one, "nb").split(b"\r\n")) - set(bare.split(b"\r\n"))
    assert {each.partition(b":")[0] for each in lines} == {b"DTSTAMP", b"CREATED", b"LAST-MODIFIED", b"SEQUENCE"}


def test_words_name_their_language_where_it_is_not_the_feeds() -> None:
    assert b"SUMMARY:Upphandling" in vevent(FAIR, "sv")
    assert b"SUMMARY;LANGUAGE=sv:Upphandling" in vevent(FAIR, "nb")


def test_an_ambiguous_time_is_written_in_utc() -> None:
    first, second = (datetime(2024, 10, 27, 2, 30, fold=fold, tzinfo=OSLO) for fold in (0, 1))
    data = vevent(entry("a", first, second), "nb")
    assert b"DTSTART:20241027T003000Z\r\nDTEND:20241027T013000Z\r\n" in data


def test_a_series_keeps_to_the_wall_time() -> None:
    first, second = (datetime(2024, 10, 27, 2, 30, fold=fold, tzinfo=OSLO) for fold in (0, 1))
    assert b"DTSTART;TZID=Europe/Oslo:20241027T023000" in vevent(timed("a", first, 2, rule="FREQ=YEARLY"), "nb")
    with pytest.raises(ValueError, match="second reading"):
        vevent(timed("a", second, 2, rule="FREQ=YEARLY"), "nb")


def test_a_time_that_clocks_pass_over_is_refused() -> None:
    gap = datetime(2024, 3, 31, 2, 30, tzinfo=OSLO)
    with pytest.raises(ValueError, match="clocks never show"):
        vevent(entry("a", gap, gap + timedelta(hours=3)), "nb")


def test_reykjavik_is_not_utc() -> None:
    data = next(vevent(each, "nb") for each in ENTRIES if each.uid.startswith("reykjavik"))
    assert b"DTSTART;TZID=Atlantic/Reykjavik:20240601T090000\r\n" in data


def test_empty_words_are_not_written() -> None:
    one = timed(
        "a", NINE, description=Said(" \n"), location=Said("\ufeff"), contacts=(Said(""),), categories=(Said(" "),)
    )
    assert vevent(one, "nb") == vevent(timed("a", NINE), "nb")
    with pytest.raises(ValueError, match="without a summary"):
        vevent(timed("a", NINE, summary=" "), "nb")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"end": NINE}, "not after its start"),
        ({"end": date(2024, 3, 20)}, "a date among times"),
        ({"start": NINE.replace(tzinfo=None)}, "no zone"),
        ({"start": NINE.replace(tzinfo=ZoneInfo("Europe/Oslo"))}, "no zone"),
        ({"start": NINE.replace(microsecond=1)}, "no whole second"),
        ({"geo": (91.0, 0.0)}, "no such place"),
        ({"geo": (float("nan"), 0.0)}, "no such place"),
        ({"exceptions": (NINE,)}, "exceptions to no rule"),
        ({"rule": "FREQ=DAILY", "exceptions": (date(2024, 3, 20),)}, "a date among times"),
        ({"rule": "FREQ=DAILY", "recurrence_id": NINE}, "cannot have a rule"),
    ],
)
def test_values_that_disagree_are_refused(wrong: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(CONFERENCE, **wrong)


@pytest.mark.parametrize(
    "rule", ["", "WEEKLY", "FREQ=WEEKLY\r\nX:1", "FREQ=WEEKLY;UNTIL=20241111", "FREQ=WEEKLY;UNTIL=20241111T090000",
             "FREQ=WEEKLY;COUNT=3;UNTIL=20241111T080000Z", "FREQ=WEEKLY;BYDAY="],
)  # fmt: skip
def test_a_rule_that_is_none_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"rule|UNTIL"):
        vevent(replace(CONFERENCE, rule=rule or "-"), "nb")


def test_stamps_go_forward_in_utc() -> None:
    with pytest.raises(ValueError, match="in UTC"):
        Stamps(NINE, NINE)
    with pytest.raises(ValueError, match="go forward"):
        Stamps(datetime(2024, 1, 2, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="go forward"):
        Stamps(STAMPS.created, STAMPS.created, -1)
