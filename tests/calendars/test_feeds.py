"""Which feeds there are, what is in each, and that an address which was once published stays."""

from datetime import UTC, datetime, timedelta

import pytest

from sitegen.graph import calendars
from tests.calendars.sites import Place, entries, event
from tests.cases.site_cases import loaded
from tests.render.ical.linter import lint

ONE_LANGUAGE = "title: Kalenderen\nurl: https://example.org/\ntimezone: Europe/Oslo\nlanguages: {nb: {}}\n"
UID = "event-{}@example.org"


def ids(feed: bytes) -> set[str]:
    return {uid.removeprefix("event-").removesuffix("@example.org") for uid in entries(feed)}


def at(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def test_feeds_of_countries_series_topics_and_years(place: Place) -> None:
    place.write(
        {
            "content/topics/bygg.md": "---\nname: Bygg\n---\n",
            "content/events/a.nb.md": event(
                "A", more="countries: [SE]\nvenue: {name: Huset, country: NO}\nseries: rekke\n"
            ),
            "content/events/b.nb.md": event("B", "2028-03-04", more="series: rekke\ntopics: [bygg]\n"),
            "content/events/c.sv.md": event("C", more="countries: [SE]\n"),
        }
    )
    feeds = place.build()
    held = {address: ids(feed) for address, feed in feeds.items() if address.startswith("nb/")}
    assert held == {
        "nb/kalender.ics": {"a", "b", "c"},
        "nb/kalender/2027.ics": {"a", "c"},
        "nb/kalender/2028.ics": {"b"},
        "nb/land/no/kalender.ics": {"a"},
        "nb/land/se/kalender.ics": {"a", "c"},
        "nb/serier/rekke/kalender.ics": {"a", "b"},
        "nb/temaer/bygg/kalender.ics": {"b"},
        "nb/arrangementer/a.ics": {"a"},
        "nb/arrangementer/b.ics": {"b"},
        "nb/arrangementer/c.ics": {"c"},
    }
    assert not {address: found for address, feed in feeds.items() if (found := lint(feed))}


def test_feeds_of_organisations_people_and_projects(place: Place) -> None:
    """They hold the events that name them, and those that they name themselves."""
    place.write(
        {
            "content/organisations/etaten.md": "---\nname: Etaten\n---\n",
            "content/people/anna.md": "---\nname: Anna\n---\n",
            "content/projects/plan.nb.md": "---\ntitle: Planen\nstatus: dialogue\n---\nSe [B](event:b).\n",
            "content/events/a.nb.md": event(
                "A",
                more="organisers: [etaten]\nprojects: [plan]\n"
                "programme: [{key: tale, title: Tale, speakers: [anna]}]\n",
            ),
            "content/events/b.nb.md": event("B", more="contacts: [anna]\n"),
        }
    )
    feeds = place.build()
    assert ids(feeds["nb/organisasjoner/etaten/kalender.ics"]) == {"a"}
    assert ids(feeds["sv/personer/anna/kalender.ics"]) == {"a", "b"}
    assert ids(feeds["sv/projekt/plan/kalender.ics"]) == {"a", "b"}


def test_the_clock_of_the_build_is_in_no_feed(place: Place) -> None:
    place.write(
        {
            "content/events/a.nb.md": event("A", more="registration: {deadline: 2027-03-01}\n"),
            "content/events/b.nb.md": event("B", "2026-11-01"),
        }
    )
    before = place.build(cache="one")
    place.now += timedelta(days=30, hours=5, minutes=3)
    assert place.build(cache="another") == before


def test_the_main_feed_holds_what_is_to_come_and_ninety_days_past(place: Place) -> None:
    place.write(
        {
            "content/events/gone.nb.md": event("Gone", "2026-01-10 10:00"),
            "content/events/past.nb.md": event("Past", "2026-02-10 10:00"),
            "content/events/next.nb.md": event("Next", "2026-08-10 10:00"),
            "content/events/always.nb.md": event("Always", "2020-01-01 10:00", "repeats: {rule: FREQ=MONTHLY}\n"),
            "content/events/counted.nb.md": event("C", "2020-01-01 10:00", "repeats: {rule: FREQ=DAILY;COUNT=3}\n"),
        }
    )
    place.now = at("2026-05-10")
    assert ids(place.build()["nb/kalender.ics"]) == {"past", "next", "always"}
    assert ids(place.build()["nb/kalender/2026.ics"]) == {"gone", "past", "next"}
    place.now = at("2026-05-11 09:59")
    assert ids(place.build()["nb/kalender.ics"]) == {"past", "next", "always"}
    place.now = at("2026-05-11 10:00")
    assert ids(place.build()["nb/kalender.ics"]) == {"next", "always"}


def test_the_build_says_when_an_event_leaves_the_main_feed(place: Place) -> None:
    place.write({"content/events/past.nb.md": event("Past", "2026-02-10 10:00"), "content/events/b.nb.md": event("B")})
    place.now = at("2026-05-10")
    place.build()
    assert place.report is not None
    assert place.report.next_change == datetime(2026, 2, 10, 10, tzinfo=UTC) + timedelta(days=90)


def test_a_cancelled_event_is_struck_out_for_thirty_days(place: Place) -> None:
    place.write(
        {
            "content/topics/bygg.md": "---\nname: Bygg\n---\n",
            "content/events/a.nb.md": event("A", "2026-04-10 10:00", "status: cancelled\ntopics: [bygg]\n"),
            "content/events/b.nb.md": event("B", "2026-04-10 10:00", "topics: [bygg]\n"),
        }
    )
    place.now = at("2026-05-10 08:59")
    feeds = place.build(record=True)
    struck = entries(feeds["nb/kalender.ics"])[UID.format("a")]
    assert (struck["STATUS"], struck["TRANSP"], struck["SUMMARY"]) == ("CANCELLED", "TRANSPARENT", "Avlyst: A")
    assert entries(feeds["sv/kalender.ics"])[UID.format("a")]["SUMMARY"] == "Inställt: A"
    place.now = at("2026-05-10 09:01")
    feeds = place.build()
    for address in ("nb/kalender.ics", "nb/kalender/2026.ics", "nb/temaer/bygg/kalender.ics"):
        assert ids(feeds[address]) == {"b"}
    assert ids(feeds["nb/arrangementer/a.ics"]) == set()


def test_a_feed_has_eight_hundred_entries_and_nine_hundred_kilobytes_at_most(place: Place, monkeypatch) -> None:
    monkeypatch.setattr("sitegen.render.agenda.feed.LARGEST", 5)
    deadline = "registration: {deadline: 2026-12-01}\n"
    place.write({f"content/events/a{n}.nb.md": event("A", f"2027-01-0{n + 1}", deadline) for n in range(5)})
    feed = entries(place.build()["nb/kalender.ics"])
    assert sorted(feed) == [uid for n in (0, 1) for uid in (UID.format(f"a{n}"), UID.format(f"a{n}") + "-registration")]
    monkeypatch.setattr("sitegen.render.agenda.feed.LARGEST", 800)
    monkeypatch.setattr("sitegen.render.agenda.feed.BYTES", 1_500)
    place.write({"content/events/a0.nb.md": event("A", "2027-01-01")})
    feeds = place.build(cache="other")
    assert ids(feeds["nb/kalender.ics"]) == {"a0"}
    assert len(entries(feeds["nb/kalender/2027.ics"])) == 9


def test_a_feed_of_long_texts_stays_below_nine_hundred_kilobytes(place: Place) -> None:
    words = "Blåbær, øl og æbler. " * 60
    place.write({f"content/events/a{n}.nb.md": event("A", "2027-01-01", f"summary: {words}\n") for n in range(300)})
    feeds = place.build()
    assert 800_000 < len(feeds["nb/kalender.ics"]) <= 900_000
    assert len(feeds["nb/kalender/2027.ics"]) > 900_000
    assert lint(feeds["nb/kalender.ics"]) == []


def test_deadlines_alone(place: Place) -> None:
    more = "registration: {deadline: 2027-03-01 12:00}\ndeadlines:\n- {key: paper, title: Papirer, at: 2027-02-01}\n"
    place.write({"content/events/a.nb.md": event("A", more=more), "content/events/b.nb.md": event("B")})
    feed = entries(place.build()["sv/tidsfrister.ics"])
    timed, dated = feed[UID.format("a") + "-registration"], feed[UID.format("a") + "-paper"]
    assert set(feed) == {timed["UID"], dated["UID"]}
    assert (timed["DTEND"].dt - timed["DTSTART"].dt).total_seconds() == 15 * 60
    assert "12:00" in timed["SUMMARY"] or "12.00" in timed["SUMMARY"]
    assert (dated["DTEND"].dt - dated["DTSTART"].dt).days == 1
    assert {timed["RELATED-TO"], dated["RELATED-TO"]} == {UID.format("a")}
    assert {timed["TRANSP"], dated["TRANSP"]} == {"TRANSPARENT"}


def test_an_address_once_published_stays(place: Place) -> None:
    """Also when its event is gone, its topic, or its language; what was renamed is served at both addresses."""
    place.write(
        {
            "content/topics/bygg.md": "---\nname: Bygg\n---\n",
            "content/events/a.nb.md": event("A", more="topics: [bygg]\ncountries: [SE]\n"),
            "content/events/b.nb.md": event("B"),
        }
    )
    before = place.build(record=True)
    place.write({"content/events/a.nb.md": None, "content/topics/bygg.md": None})
    place.write({"content/events/b.nb.md": event("B", more="slug: ny-adresse\n")})
    after = place.build(record=True)
    assert set(before) < set(after)
    for address in ("nb/arrangementer/a.ics", "sv/lander/se/kalender.ics", "nb/temaer/bygg/kalender.ics"):
        assert entries(after[address]) == {}
        assert b"BEGIN:VTIMEZONE" in after[address]
    assert ids(after["nb/arrangementer/b.ics"]) == ids(after["nb/arrangementer/ny-adresse.ics"]) == {"b"}
    assert not {address: found for address, feed in after.items() if (found := lint(feed))}
    place.write({"site.yaml": ONE_LANGUAGE})
    assert set(after) == set(place.build())


def test_calendars_are_named_in_one_order(place: Place) -> None:
    """Whatever events come first: else pages that name them would be made anew for nothing."""
    where = "countries: [SE, NO, FI, DK]\nseries: {}\n"
    place.write(
        {
            "content/events/a.nb.md": event("A", "2028-03-04", where.format("to")),
            "content/events/b.nb.md": event("B", "2027-03-04", where.format("en")),
        }
    )
    site = loaded(place.site, place.now).site
    assert site is not None
    assert [each.scope for each in calendars.calendars(site, "nb")] == [
        *("all", "country:DK", "country:FI", "country:NO", "country:SE"),
        *("series:en", "series:to", "year:2027", "year:2028"),
    ]


def test_the_main_calendar_says_at_each_address_where_it_is(place: Place) -> None:
    place.write({"content/events/a.nb.md": event("A"), "calendar.ledger": "feed nb/gammel.ics all\n"})
    feeds = place.build()
    for address in ("nb/gammel.ics", "nb/kalender.ics"):
        assert ids(feeds[address]) == {"a"}
        assert f"https://example.org/{address}".encode() in feeds[address].replace(b"\r\n ", b"")


def test_without_a_ledger_an_empty_feed_is_not_published(place: Place) -> None:
    place.write({"content/events/a.nb.md": event("A", more="countries: [SE]\n"), "content/events/b.nb.md": event("B")})
    assert "nb/land/se/kalender.ics" in place.build()
    place.write({"content/events/a.nb.md": event("A")})
    assert "nb/land/se/kalender.ics" not in place.build()


def test_an_alias_cannot_take_the_address_of_a_kept_feed(place: Place) -> None:
    place.write({"content/events/a.nb.md": event("A"), "content/events/b.nb.md": event("B")})
    place.build(record=True)
    place.write({"content/events/a.nb.md": None})
    place.write({"content/events/b.nb.md": event("B", more="aliases: [/nb/arrangementer/a.ics]\n")})
    with pytest.raises(AssertionError, match="alias-taken"):
        place.build()


@pytest.mark.parametrize("most", [2, 800])
def test_an_event_that_is_over_changes_no_calendar_that_still_holds_it(
    most: int, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The events of a calendar are told by their names: their order by time would change whenever one is over."""
    monkeypatch.setattr(calendars, "LARGEST", most)
    days = {"a": "2026-12-03", "b": "2026-12-01", "c": "2026-10-01"}
    place.write({f"content/events/{name}.nb.md": event(name.upper(), day) for name, day in days.items()})
    before = place.build()
    assert len(ids(before["nb/kalender.ics"])) == min(most, 3)
    place.now = at("2026-12-02")
    assert place.build() == before
    assert place.report is not None
    assert [path for path in place.report.rendered if path.endswith((".ics", ".jcal"))] == []
