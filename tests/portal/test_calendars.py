"""The portal's calendar feeds: sound by our linter, and read alike by parsers that others wrote."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import unquote

import icalendar
import pytest
from lxml import html

from sitegen.content.ledger import PATH as LEDGER
from sitegen.render.ical.jcal import jcal
from tests.calendars.expanders import by_ical_js, by_recurring_ical_events
from tests.calendars.subscriber import Subscriber, served
from tests.portal.conftest import REPOSITORY, Portal
from tests.render.ical.linter import lint
from tests.render.ical.parsers import PARSERS

LANGUAGES = ("nb", "nn", "sv", "da")


def test_every_feed_is_sound(portal: Portal) -> None:
    assert len(portal.calendars) > 100
    wrong = {
        str(path.relative_to(portal.root)): found for path in portal.calendars if (found := lint(path.read_bytes()))
    }
    assert not wrong


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_way_to_subscribe_says_to_which_calendar(portal: Portal, lang: str) -> None:
    """As a list of a page's links is read out, where nothing stands around them."""
    (page,) = (portal.root / lang).glob("kalender/index.html")
    ways = html.document_fromstring(page.read_bytes()).xpath("//main//ul[@class='tags']/li/a[not(@type)]")
    names = [" ".join(each.text_content().split()) for each in ways]
    assert len(names) > 100
    assert len(names) == len(set(names))


def archives(portal: Portal, lang: str) -> list[str]:
    """The feeds of all years: together they hold every event."""
    return [
        path.relative_to(portal.root).as_posix()
        for path in portal.calendars
        if path.parent.name == "kalender" and path.parts[-3] == lang
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_five_parsers_agree_on_every_event(portal: Portal, lang: str) -> None:
    """On identity, start and end in UTC, status and text, in the main feed and in the archives."""
    count = 0
    for path in (f"{lang}/kalender.ics", *archives(portal, lang)):
        data = (portal.root / path).read_bytes()
        first, *others = [sorted(parser(data), key=lambda seen: (seen.uid, str(seen.start))) for parser in PARSERS]
        count += len(first)
        for other in others:
            assert other == first
    assert count > 40
    assert len(PARSERS) == 5


def vevents(data: bytes) -> set[bytes]:
    return {each.partition(b"END:VEVENT")[0] for each in data.split(b"BEGIN:VEVENT\r\n")[1:]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_feed_holds_what_the_archives_hold(portal: Portal, lang: str) -> None:
    """Byte for byte, so that what parsers agree on there holds for all feeds."""
    known = {each for path in archives(portal, lang) for each in vevents((portal.root / path).read_bytes())}
    feeds = [path for path in portal.calendars if path.relative_to(portal.root).parts[0] == lang]
    assert len(feeds) > 50
    assert all(vevents(path.read_bytes()) <= known for path in feeds)


def test_the_ledger_has_every_entry_as_it_is(portal: Portal) -> None:
    """If one is kept and does not, `sitegen build --record` writes what is missing, to be committed."""
    recording = portal.report.recording
    kept = (REPOSITORY / LEDGER).is_file()
    assert (recording.entries, recording.addresses) == ((), ()) or not kept


@pytest.mark.parametrize("lang", LANGUAGES)
def test_jcal_is_equal_to_the_feed_beside_it(portal: Portal, lang: str) -> None:
    main = portal.root / lang / "kalender.ics"
    assert main.with_suffix(".jcal").read_bytes() == jcal(main.read_bytes())


def recurring(portal: Portal, lang: str) -> Iterator[tuple[str, bytes]]:
    """The identities of what recurs, each with a feed that holds it."""
    for path in archives(portal, lang):
        data = (portal.root / path).read_bytes()
        yield from ((uid, data) for uid, each in events(portal, path).items() if "RRULE" in each)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_expanders_agree_on_what_recurs(portal: Portal, lang: str) -> None:
    found = list(recurring(portal, lang))
    assert found
    for uid, data in found:
        dates = by_recurring_ical_events(data, uid)
        assert len(dates) > 2
        assert by_ical_js(data, uid) == dates


def test_the_portal_can_be_subscribed_to(portal: Portal, tmp_path: Path) -> None:
    with served(portal.root) as url:
        someone = Subscriber(tmp_path / "home", f"{url}/nb/kalender.ics")
        someone.sync()
        shown = {each["title"] for each in someone.shown("2026-01-01", "2040-12-31")}
    titles = {str(each["SUMMARY"]) for each in events(portal, "nb/kalender.ics").values()}
    assert len(titles) > 10
    assert shown == titles


def leads(data: bytes) -> set[str]:
    """All addresses of the portal itself that a feed names."""
    found = icalendar.Calendar.from_ical(data)
    components = [found, *found.walk("VEVENT")]
    values = [each.get(name) for each in components for name in ("URL", "SOURCE", "IMAGE", "ATTACH")]
    listed = [one for each in values for one in (each if isinstance(each, list) else [each])]
    return {str(each) for each in listed if str(each).startswith("https://example.org/")}


def test_every_address_in_a_feed_leads_somewhere(portal: Portal) -> None:
    found = {address for path in portal.calendars for address in leads(path.read_bytes())}
    assert len(found) > 300
    places = {address: unquote(address.removeprefix("https://example.org/")) for address in found}
    lost = {
        address
        for address, place in places.items()
        if not (portal.root / place / "index.html" if place.endswith("/") else portal.root / place).is_file()
    }
    assert lost == set()


def events(portal: Portal, path: str) -> dict[str, icalendar.Event]:
    read = icalendar.Calendar.from_ical((portal.root / path).read_bytes())
    return {str(event["UID"]): event for event in read.walk("VEVENT")}


def test_the_meeting_in_hamar_and_its_deadline(portal: Portal) -> None:
    found = events(portal, "nb/arrangementer/innspillmote-hamar.ics")
    meeting = found["event-innspillmote-hamar@example.org"]
    assert meeting["DTSTART"].dt.astimezone(UTC) == datetime(2020, 3, 4, 9, tzinfo=UTC)
    assert meeting["DTEND"].dt.astimezone(UTC) == datetime(2020, 3, 4, 13, tzinfo=UTC)
    assert "Kommunestyrehallen" in meeting["LOCATION"]
    assert "2317 Hamar" in meeting["LOCATION"]
    assert "tirsdag 3. mars 2020 kl. 10:00" in meeting["DESCRIPTION"]
    deadline = found["event-innspillmote-hamar@example.org-registration"]
    assert deadline["DTEND"].dt.astimezone(UTC) == datetime(2020, 3, 3, 9, tzinfo=UTC)
    assert deadline["RELATED-TO"] == meeting["UID"]


def test_the_conference_in_brussels_and_its_workshop(portal: Portal) -> None:
    found = events(portal, "da/kalender/2024.ics")
    whole = found["event-innovationsindkob-bruxelles-2024@example.org"]
    assert (whole["DTSTART"].dt, whole["DTEND"].dt) == (date(2024, 3, 19), date(2024, 3, 21))
    workshop = found["event-innovationsindkob-bruxelles-2024@example.org-brinc-workshop"]
    assert workshop["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert workshop["DTSTART"].dt.astimezone(UTC) == datetime(2024, 3, 19, 9, tzinfo=UTC)
    assert workshop["DTEND"].dt.astimezone(UTC) == datetime(2024, 3, 19, 14, tzinfo=UTC)
    deadlines = [each for each in found.values() if each.get("RELATED-TO") == whole["UID"] and each != workshop]
    assert deadlines[0]["DTSTART"].dt == date(2024, 2, 23)
    assert len(deadlines) == 1


def test_an_event_has_one_identity_in_all_languages(portal: Portal) -> None:
    feeds = [{uid for path in archives(portal, lang) for uid in events(portal, path)} for lang in LANGUAGES]
    assert len(feeds[0]) > 30
    assert feeds[0] == feeds[1] == feeds[2] == feeds[3]


def test_words_in_another_language_say_so(portal: Portal) -> None:
    swedish = events(portal, "sv/kalender/2020.ics")["event-innspillmote-hamar@example.org"]
    assert "LANGUAGE" not in swedish["SUMMARY"].params
    norwegian = events(portal, "sv/kalender/2026.ics")["event-eksempelfrukost-2026@example.org"]
    assert norwegian["SUMMARY"].params["LANGUAGE"] == "nn"


def test_a_cancelled_event_is_struck_out(portal: Portal) -> None:
    event = events(portal, "sv/kalender.ics")["event-eksempel-leverandordag-bodo-2027@example.org"]
    assert event["STATUS"] == "CANCELLED"
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["SUMMARY"].startswith("Inställt:")
