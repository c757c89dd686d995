"""What an entry says, property by property: each fact of an event that a calendar shows, and nothing else."""

import pytest

from tests.calendars.sites import Place, entries, event

UID = "event-a@example.org"
VENUE = "venue: {name: Huset, city: Oslo, country: NO, latitude: 59.9, longitude: 10.7}\n"
FILES = {
    "content/topics/klima.md": "---\nname: {nb: Klima}\n---\n",
    "content/people/anna.md": "---\nname: Anna\nemail: anna@example.com\nphone: '+47 22 00 00 00'\n---\n",
}


def built(place: Place, more: str, start: str = "2027-03-04 10:00") -> dict[str, bytes]:
    place.write({**FILES, "content/events/a.nb.md": event("A", start, more)})
    return place.build()


def test_the_price_and_every_way_to_a_contact_are_told(place: Place) -> None:
    feeds = built(place, "contacts: [anna]\nregistration: {price: 500 kr}\n")
    found = entries(feeds["nb/kalender.ics"])[UID]
    assert "Pris: 500 kr" in str(found["DESCRIPTION"]).split("\n\n")
    assert found["CONTACT"] == "Anna, anna@example.com, +47 22 00 00 00"


def test_a_category_in_another_language_says_so(place: Place) -> None:
    feeds = built(place, "topics: [klima]\n")
    for lang, told in (("nb", None), ("sv", "nb")):
        assert entries(feeds[f"{lang}/kalender.ics"])[UID]["CATEGORIES"].params.get("LANGUAGE") == told


def test_a_part_has_the_place_and_the_state_of_its_event_and_ends_within_it(place: Place) -> None:
    part = "programme: [{key: tale, title: Tale, start: '13:30', calendar: true}]\n"
    feeds = built(place, f"end: 2027-03-04 14:00\nstatus: tentative\n{VENUE}{part}")
    found = entries(feeds["nb/kalender.ics"])
    whole, tale = found[UID], found[f"{UID}-tale"]
    assert tale["STATUS"] == whole["STATUS"] == "TENTATIVE"
    assert (tale["GEO"].latitude, tale["GEO"].longitude) == (59.9, 10.7)
    assert tale["DTEND"].dt == whole["DTEND"].dt
    assert (tale["DTEND"].dt - tale["DTSTART"].dt).seconds == 30 * 60


def test_what_has_no_end_is_kept_for_an_hour(place: Place) -> None:
    found = entries(built(place, "")["nb/kalender.ics"])[UID]
    assert f"{found['DTSTART'].dt:%F %R}/{found['DTEND'].dt:%F %R}" == "2027-03-04 10:00/2027-03-04 11:00"


@pytest.mark.parametrize(
    ("parts", "end"),
    [
        ("{title: Kaffe, start: 10:00}, {title: Ord, start: 12:00, end: 14:00}", "14:00"),
        ("{title: Ord, start: 12:00, end: 14:00}, {title: Kaffe, start: 10:00, end: 10:15}", "14:00"),
        ("{title: Kaffe, start: 10:00, end: 10:15}", "11:00"),
        ("{title: Ord, start: 12:00}", "13:00"),
        ("{title: Dagen etter, start: 2027-03-05 12:00, end: 2027-03-05 14:00}", "11:00"),
        ("{title: Uten tid}", "11:00"),
    ],
)
def test_what_has_no_end_is_kept_while_the_programme_of_its_day_goes_on(place: Place, parts: str, end: str) -> None:
    found = entries(built(place, f"programme: [{parts}]\n")["nb/kalender.ics"])[UID]
    assert f"{found['DTEND'].dt:%F %R}" == f"2027-03-04 {end}"


def test_a_deadline_names_a_zone_abroad_its_address_and_its_language(place: Place) -> None:
    more = "timezone: Europe/Helsinki\nregistration: {deadline: 2027-03-01 12:00, url: https://example.com/paa}\n"
    feeds = built(place, more)
    own, other = (entries(feeds[f"{lang}/kalender.ics"])[f"{UID}-registration"] for lang in ("nb", "sv"))
    assert "Helsingfors" in own["SUMMARY"]
    assert "https://example.com/paa" in str(own["DESCRIPTION"]).split("\n\n")
    assert [each["SUMMARY"].params.get("LANGUAGE") for each in (own, other)] == [None, "nb"]


def test_a_moved_date_says_from_when_it_was_moved(place: Place) -> None:
    feeds = built(
        place, "repeats:\n  rule: FREQ=WEEKLY;COUNT=3\n  moved: [{from: 2027-03-11, start: 2027-03-12 10:00}]\n"
    )
    found = entries(feeds["nb/kalender.ics"])
    assert "11. mars" in str(found[f"{UID}/2027-03-11"]["DESCRIPTION"])
    assert "11. mars" not in str(found[UID]["DESCRIPTION"])


def test_a_feed_names_the_page_that_it_is_of(place: Place) -> None:
    feeds = built(place, "topics: [klima]\n")
    wanted = {
        "nb/kalender.ics": "nb/kalender/",
        "nb/kalender/2027.ics": "nb/arrangementer/2027/",
        "nb/temaer/klima/kalender.ics": "nb/temaer/klima/",
        "nb/arrangementer/a.ics": "nb/arrangementer/a/",
    }
    for address, page in wanted.items():
        head = feeds[address].partition(b"BEGIN:VTIMEZONE")[0].decode()
        assert f"\r\nURL:https://example.org/{page}\r\n" in head, address


def test_an_event_that_is_cancelled_has_no_deadline(place: Place) -> None:
    """So that its feed of deadlines, if it had no other, is not published."""
    feeds = built(place, "status: cancelled\nregistration: {deadline: 2027-03-01}\n")
    assert "nb/frister.ics" not in feeds
    assert set(entries(feeds["nb/kalender.ics"])) == {UID}


def test_a_kept_address_stays_in_its_language(place: Place) -> None:
    place.write({"content/topics/klima.md": FILES["content/topics/klima.md"]})
    place.write({"content/events/a.nb.md": event("A", more="topics: [klima]\n"), "content/events/b.nb.md": event("B")})
    place.build(record=True)
    place.write({"content/events/a.nb.md": event("A")})
    kept = place.build()["sv/teman/klima/kalender.ics"].decode().replace("\r\n ", "")
    assert "X-WR-CALNAME:Kalendern: Klima" in kept
