"""A portal that is hard on calendars, built from Markdown: sound by our linter, and read alike by five parsers."""

import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.calendars.sites import Feeds, Place, entries
from tests.calendars.torture import FILES, HOSTILE, MEANT
from tests.render.ical.linter import lint
from tests.render.ical.parsers import PARSERS, Parser, Seen

LANGUAGES = ("nb", "sv", "da")
HOST = "@example.org"


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Feeds:
    place = Place(tmp_path_factory.mktemp("torture"), datetime(2024, 1, 1, tzinfo=UTC))
    place.write(FILES)
    return place.build()


def whole(feeds: Feeds, lang: str) -> bytes:
    """The feeds of all years as one, which the linter has seen one by one."""
    years = [data for address, data in feeds.items() if address.startswith(f"{lang}/kalender/")]
    head, _, rest = years[0].partition(b"BEGIN:VEVENT\r\n")
    parts = [data.partition(b"BEGIN:VEVENT\r\n")[2].removesuffix(b"END:VCALENDAR\r\n") for data in years[1:]]
    zones = {
        zone for data in years for zone in data.partition(b"BEGIN:VEVENT\r\n")[0].split(b"BEGIN:VTIMEZONE\r\n")[1:]
    }
    latest = {zone.partition(b"\r\n")[0]: zone for zone in sorted(zones, key=len)}
    top = head.partition(b"BEGIN:VTIMEZONE\r\n")[0]
    told = b"".join(b"BEGIN:VTIMEZONE\r\n" + zone for zone in latest.values())
    events = b"".join(b"BEGIN:VEVENT\r\n" + part for part in (rest.removesuffix(b"END:VCALENDAR\r\n"), *parts))
    return top + told + events + b"END:VCALENDAR\r\n"


def test_every_feed_in_every_language_is_sound(feeds: Feeds) -> None:
    assert len(feeds) > 150
    assert not {address: found for address, data in feeds.items() if (found := lint(data))}


@pytest.fixture(scope="module")
def seen(feeds: Feeds) -> dict[tuple[str, Parser], list[Seen]]:
    """What each parser reads of all events in each language."""
    return {
        (lang, parser): sorted(parser(whole(feeds, lang)), key=lambda seen: (seen.uid, str(seen.start)))
        for lang in LANGUAGES
        for parser in PARSERS
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_five_parsers_agree(seen: dict[tuple[str, Parser], list[Seen]], lang: str) -> None:
    """On identity, start and end in UTC, status and text of every event."""
    first, *others = [seen[lang, parser] for parser in PARSERS]
    assert len(PARSERS) == 5
    assert len(first) > 80
    for other in others:
        assert other == first


@pytest.mark.parametrize("name", MEANT)
def test_a_time_is_what_was_written(seen: dict[tuple[str, Parser], list[Seen]], name: str) -> None:
    for found in seen.values():
        event = next(each for each in found if each.uid == f"event-when-{name}{HOST}")
        assert (event.start, event.end) == MEANT[name]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_is_what_was_written(seen: dict[tuple[str, Parser], list[Seen]], name: str) -> None:
    text = unicodedata.normalize("NFC", HOSTILE[name]).strip()
    for events in seen.values():
        found = {each.uid: each for each in events}
        event = found[f"event-hostile-{name}{HOST}"]
        assert event.summary == text
        assert (event.description or "").startswith(f"{text}\n\n")
        assert (event.location or "").startswith(text)
        assert found[f"event-hostile-{name}{HOST}-papir"].summary.startswith(f"{text}: {text}")
        assert f"evil{HOST}" not in found


def test_a_full_event(feeds: Feeds) -> None:
    """Every property that an entry can have, in a language that is not the words' own."""
    found = entries(feeds["sv/evenemang/full.ics"])
    event = found[f"event-full{HOST}"]
    assert event["SUMMARY"].params["LANGUAGE"] == "nb"
    assert event["LOCATION"] == "Sal 1; nede, Huset, Storgata 1, oppgang B, 0150 Oslo, Norge"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (59.9139, 0.0)
    assert event["URL"] == "https://example.org/sub/sv/evenemang/full/"
    assert event["CONFERENCE"] == "https://meet.example.org/a;b,c?d=e"
    assert event["CONFERENCE"].params["LABEL"] == "Direkte: sal 1"
    assert event["ATTACH"] == "https://example.com/program.pdf"
    assert event["IMAGE"].startswith("https://example.org/sub/media/event/full/bilde.")
    assert event["CONTACT"] == "Åse Ødegård, Etaten, aase@example.com"
    assert [str(each.dt) for each in (event["CREATED"], event["LAST-MODIFIED"])] == [
        "2024-01-02 00:00:00+00:00",
        "2024-02-03 00:00:00+00:00",
    ]
    described = str(event["DESCRIPTION"]).split("\n\n")
    assert described[0] == "Ny sal, samme tid."
    assert described[1].startswith("Flyttat från: söndag 1 september 2024")
    assert described[-1] == "https://example.org/sub/sv/evenemang/full/"
    assert '<a href="https://meet.example.org/a;b,c?d=e">Direkte: sal 1</a>' in text(event["X-ALT-DESC"])
    parts = [each for each in found.values() if each.get("RELATED-TO") == event["UID"]]
    assert {str(each["UID"]) for each in parts} == {
        f"event-full{HOST}-{key}" for key in ("apning", "verksted", "registration")
    }
    hybrid = {name for name in ("LOCATION", "CONFERENCE") if name in event}
    assert hybrid == {"LOCATION", "CONFERENCE"}


def text(value: bytes) -> str:
    """What a TEXT says that icalendar does not read as one."""
    return re.sub(r"\\(.)", r"\1", value.decode() if isinstance(value, bytes) else str(value))


def test_status_and_what_is_said_of_it(feeds: Feeds) -> None:
    told = {
        (lang, name): entries(feeds[f"{lang}/{folder}/{name}.ics"])[f"event-{name}{HOST}"]
        for lang, folder in (("nb", "arrangementer"), ("sv", "evenemang"), ("da", "arrangementer"))
        for name in ("avlyst", "utsatt")
    }
    assert {(lang, name): str(each["SUMMARY"]) for (lang, name), each in told.items()} == {
        ("nb", "avlyst"): "Avlyst: Aflyst møde",
        ("sv", "avlyst"): "Inställt: Aflyst møde",
        ("da", "avlyst"): "Aflyst: Aflyst møde",
        ("nb", "utsatt"): "Utsatt: Senare",
        ("sv", "utsatt"): "Uppskjutet: Senare",
        ("da", "utsatt"): "Udsat: Senare",
    }
    assert {(name, each["STATUS"]) for (_, name), each in told.items()} == {
        ("avlyst", "CANCELLED"),
        ("utsatt", "TENTATIVE"),
    }


def test_a_site_that_could_not_be_written_is_refused_at_its_source(tmp_path: Path) -> None:
    """A control character never gets as far as a calendar."""
    place = Place(tmp_path)
    place.write({"content/events/a.nb.md": '---\ntitle: "a\\rb"\nstart: 2027-01-01\n---\n'})
    with pytest.raises(AssertionError, match="control-character"):
        place.build()


def test_days_are_days(feeds: Feeds) -> None:
    event = entries(feeds["nb/arrangementer/when-over-month.ics"])[f"event-when-over-month{HOST}"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 2, 28), date(2024, 3, 2))
