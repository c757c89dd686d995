"""What the page of an event tells."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.outputs.pages.conftest import Pages

FULL = """
@ content/people/ola.md
---
name: Ola Foredrag
email: ola@example.org
phone: +47 22 00 00 00
organisation: digdir
role: {nb: Rådgiver, sv: Rådgivare}
---
@ content/projects/plan.nb.md
---
title: Planen
status: dialogue
---
Om planen.
@ content/events/mote.nb.md
---
title: Møtet
summary: Et møte om klima.
start: 2027-03-04 10:00
end: 2027-03-05 14:00
venue:
  name: Rådhuset
  room: Salen
  street: Vangsveien 51
  postcode: 2317
  city: Hamar
  country: NO
  latitude: 60.79
  longitude: 11.07
online: {url: "https://example.org/direkte"}
registration:
  deadline: 2027-03-01 12:00
  url: https://example.org/meld
  email: meld@example.org
  phone: +47 33 00 00 00
  price: gratis
  capacity: 1200
  note: Si fra om allergi.
deadlines:
  - {title: Frist for innlegg, at: 2027-02-01}
organisers: [digdir]
projects: [plan]
series: moter
languages: [nb, en]
audience: Innkjøpere
programme:
  - {key: start, title: Åpning, start: 2027-03-04 10:00, end: 2027-03-04 10:30, speakers: [ola, "Kari Gjest"]}
  - {key: slutt, title: Slutt, start: 2027-03-05 13:00, end: 2027-03-05 14:00, prose: "Vi *runder* av."}
contacts: [{person: ola, country: NO}]
topics: [klima]
links:
  - {title: Påmelding, url: "https://example.org/meld", kind: register}
  - {title: Opptak, url: "https://example.org/opptak", kind: recording, lang: sv}
---
Velkommen.
@ content/events/forrige.nb.md
---
title: Forrige møte
start: 2026-03-04
series: moter
---
Det var da.
"""


def event(**fields: str) -> str:
    """An event of its own with these fields of front matter."""
    lines = {"title": "Møtet", "start": "2027-03-04 10:00", "end": "2027-03-04 12:00", **fields}
    front = "\n".join(f"{name}: {value}" for name, value in lines.items())
    return f"@ content/events/mote.nb.md\n---\n{front}\n---\nTekst.\n"


def test_a_clock_stays_together_from_its_beginning_to_its_end(pages: Callable[..., Pages]) -> None:
    made = pages(event())
    assert made.page("da/arrangementer/mote/").texts(".when time > span") == ["kl. 10.00–12.00"]
    assert made.page("nb/arrangementer/mote/").text(".when time") == "torsdag 4. mars 2027 kl. 10:00–12:00"
    assert pages(FULL).page("nb/arrangementer/mote/").texts(".when time > span") == []


def test_facts_come_first_and_are_complete(pages: Callable[..., Pages]) -> None:
    page = pages(FULL).page("nb/arrangementer/mote/")
    rows = page.rows()
    assert rows["Når"] == "torsdag 4. mars kl. 10:00 til fredag 5. mars 2027 kl. 14:00"
    assert rows["Hvor"] == "Rådhuset Salen Vangsveien 51 2317 Hamar, Norge Åpne i kart"
    assert rows["Frist for innlegg"] == "mandag 1. februar 2027"
    assert rows["Målgruppe"] == "Innkjøpere"
    assert rows["Språk som brukes"] == "bokmål og engelsk"
    assert rows["Pris"] == "gratis"
    assert page.values(".sheet a", "href")[:2] == ["geo:60.79,11.07", "https://example.org/direkte"]
    assert page.values(".when time", "datetime") == ["2027-03-04T10:00+01:00"]
    assert "/nb/arrangementer/mote.ics" in page.values(".sheet a", "href")


def test_a_programme_of_several_days_names_each_and_gives_times(pages: Callable[..., Pages]) -> None:
    page = pages(FULL).page("nb/arrangementer/mote/")
    assert page.texts(".programme .day") == ["torsdag 4. mars 2027", "fredag 5. mars 2027"]
    assert page.texts(".programme .clock") == ["10:00–10:30", "13:00–14:00"]
    assert page.texts(".programme .slots > li")[0].endswith("Ola Foredrag, Kari Gjest")


def test_a_block_stands_where_the_text_puts_it_and_nowhere_else(pages: Callable[..., Pages]) -> None:
    placed = FULL.replace("Velkommen.", "Velkommen.\n\n## Dagen\n\n::: programme\n:::")
    page = pages(placed).page("nb/arrangementer/mote/")
    assert len(page.all(".prose .programme")) == 1
    assert len(page.all(".programme")) == 1
    assert "Program" not in page.texts("h2")


def test_contacts_can_be_written_to_and_called(pages: Callable[..., Pages]) -> None:
    page = pages(FULL).page("nb/arrangementer/mote/")
    assert page.texts(".contacts li") == [
        "Ola Foredrag Rådgiver, Digitaliseringsdirektoratet ola@example.org +47 22 00 00 00"
    ]
    assert page.values(".contacts a", "href")[2:] == ["mailto:ola@example.org", "tel:+4722000000"]


def test_a_link_that_the_facts_have_is_not_repeated(pages: Callable[..., Pages]) -> None:
    page = pages(FULL).page("nb/arrangementer/mote/")
    assert page.values('a[href="https://example.org/meld"]', "class") == ["ds-button sign-up"]
    assert page.values('.side a[href="https://example.org/opptak"]', "hreflang") == ["sv"]
    assert page.texts(".side .ds-tag") == ["På svensk"]


def test_others_of_the_series_are_listed(pages: Callable[..., Pages]) -> None:
    made = pages(FULL)
    assert made.page("nb/arrangementer/mote/").texts(".text .entry .title") == ["Forrige møte"]
    assert made.page("nb/arrangementer/forrige/").texts(".text .entry .title") == ["Møtet"]


@pytest.mark.parametrize(
    ("now", "state", "words"),
    [
        (datetime(2027, 1, 10, tzinfo=UTC), "open", "Påmeldingen er åpen"),
        (datetime(2027, 2, 20, tzinfo=UTC), "closing", "Påmeldingen stenger om 9 dager"),
        (datetime(2027, 2, 28, 12, tzinfo=UTC), "closing", "Påmeldingen stenger i morgen"),
        (datetime(2027, 3, 1, 8, tzinfo=UTC), "closing", "Påmeldingen stenger i dag"),
        (datetime(2027, 3, 1, 11, tzinfo=UTC), "closed", "Påmeldingen er stengt"),
    ],
)
def test_registration_says_its_state_on_the_day_of_the_build(
    pages: Callable[..., Pages], now: datetime, state: str, words: str
) -> None:
    page = pages(FULL, now).page("nb/arrangementer/mote/")
    box = page.one(".registration")
    assert box.get("data-state") == state
    assert page.text(".registration .state") == words
    assert len(page.all(".sign-up")) == (state != "closed")
    assert ("Si fra om allergi." in page.text(".registration")) == (state != "closed")
    assert len(page.all(".registration .use")) == (4 if state != "closed" else 0)
    assert box.get("data-closes") == ("2027-03-01T12:00+01:00" if state != "closed" else None)


@pytest.mark.parametrize(
    ("fields", "banner"),
    [
        ({"status": "cancelled", "status_note": "For få."}, "Arrangementet er avlyst. For få."),
        ({"status": "postponed"}, "Arrangementet er utsatt."),
        ({"status": "tentative"}, "Arrangementet er ikke bekreftet ennå."),
        ({"previous_start": "2027-02-25 10:00"}, "Flyttet fra torsdag 25. februar 2027 kl. 10:00."),
    ],
)
def test_a_status_is_told_in_a_banner(pages: Callable[..., Pages], fields: dict[str, str], banner: str) -> None:
    assert pages(event(**fields)).page("nb/arrangementer/mote/").text(".banner") == banner


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_did_not_take_place_is_not_called_over(pages: Callable[..., Pages], status: str) -> None:
    made = pages(event(status=status), datetime(2027, 3, 5, tzinfo=UTC))
    assert "Arrangementet er over." not in made.page("nb/arrangementer/mote/").text()


def test_an_event_that_is_over_says_so(pages: Callable[..., Pages]) -> None:
    assert (
        "Arrangementet er over."
        in pages(event(), datetime(2027, 3, 5, tzinfo=UTC)).page("nb/arrangementer/mote/").text()
    )
    assert "Arrangementet er over." not in pages(event()).page("nb/arrangementer/mote/").text()


@pytest.mark.parametrize(
    ("fields", "day", "offered"),
    [
        ({}, 1, True),
        ({"status": "tentative"}, 1, True),
        ({}, 5, False),
        ({"status": "cancelled"}, 1, False),
        ({"status": "postponed"}, 1, False),
    ],
    ids=str,
)
def test_only_what_is_to_take_place_is_offered_to_calendars(
    pages: Callable[..., Pages], fields: dict[str, str], day: int, offered: bool
) -> None:
    made = pages(event(**fields), datetime(2027, 3, day, tzinfo=UTC))
    found = made.page("nb/arrangementer/mote/").values(".sheet a", "href")
    assert ("/nb/arrangementer/mote.ics" in found) == offered
    assert "nb/arrangementer/mote.ics" in made.paths


def test_a_recurrence_is_told_in_words(pages: Callable[..., Pages]) -> None:
    rule = "{rule: FREQ=MONTHLY;BYDAY=1TH, until: 2027-06-30, except: [2027-05-06]}"
    rows = pages(event(repeats=rule)).page("nb/arrangementer/mote/").rows()
    assert "Hver måned: første torsdag, til og med 3. juni 2027, men ikke 6. mai 2027" in rows["Når"]


@pytest.mark.parametrize(
    "repeats", ["", "{rule: FREQ=WEEKLY;COUNT=3, moved: [{from: 2027-03-11, start: 2027-03-12 09:00}]}"]
)
def test_an_event_without_an_end_is_told_no_end(pages: Callable[..., Pages], repeats: str) -> None:
    """Calendars keep it an hour; who reads that anywhere else takes it for the time at which people go home."""
    given = "---\ntitle: Møtet\nstart: 2027-03-04 10:00\n" + (f"repeats: {repeats}\n" if repeats else "")
    made = pages(f"@ content/events/mote.nb.md\n{given}---\nTekst.\n")
    page = made.page("nb/arrangementer/mote/")
    assert page.rows()["Når"].startswith("torsdag 4. mars 2027 kl. 10:00")
    assert page.values(".when dd > time", "datetime") == ["2027-03-04T10:00+01:00"]
    assert made.page("nb/arrangementer/").texts(".entry .meta time")[0] == "torsdag 4. mars 2027 kl. 10:00"
    read = [
        path for path in sorted(made.paths) if path.startswith("nb/") and path.endswith((".html", ".atom", ".json"))
    ]
    assert [path for path in read if re.search("11[:.]00|09[:.]00–", made.source(path))] == []


def test_a_repeated_event_without_an_end_stands_in_lists_until_it_is_over(pages: Callable[..., Pages]) -> None:
    given = "---\ntitle: Møtet\nstart: 2027-03-04 10:00\nrepeats: {rule: FREQ=WEEKLY;COUNT=3}\n---\n"
    for minute, told in ((59, "torsdag 4. mars 2027 kl. 10:00"), (60, "torsdag 11. mars 2027 kl. 10:00")):
        now = datetime(2027, 3, 4, 9 + minute // 60, minute % 60, tzinfo=UTC)
        page = pages(f"@ content/events/mote.nb.md\n{given}", now).page("nb/arrangementer/")
        assert page.texts(".entry .meta time")[0] == told


def test_of_moved_dates_those_are_told_an_end_that_have_one(pages: Callable[..., Pages]) -> None:
    one = "{from: 2027-03-04, start: 2027-03-05 09:00}"
    other = "{from: 2027-03-11, start: 2027-03-12 09:00, end: 2027-03-12 12:00}"
    rule = f"{{rule: FREQ=WEEKLY;COUNT=2, moved: [{one}, {other}]}}"
    given = f"@ content/events/mote.nb.md\n---\ntitle: Møtet\nstart: 2027-03-04 10:00\nrepeats: {rule}\n---\n"
    for day, told in ((4, "fredag 5. mars 2027 kl. 09:00"), (6, "fredag 12. mars 2027 kl. 09:00–12:00")):
        made = pages(given, datetime(2027, 3, day, tzinfo=UTC))
        assert made.page("nb/arrangementer/").texts(".entry .meta time")[0] == told
        assert told in made.page("nb/arrangementer/mote/").texts(".when > dd > ul li > time:first-child")


def test_an_event_without_an_end_is_over_after_its_programme(pages: Callable[..., Pages]) -> None:
    parts = "programme: [{title: Kaffe, start: 10:00}, {title: Ord, start: 12:00, end: 14:00}]"
    given = f"@ content/events/mote.nb.md\n---\ntitle: Møtet\nstart: 2027-03-04 10:00\n{parts}\n---\n"
    for hour, over in ((12, False), (13, True)):
        page = pages(given, datetime(2027, 3, 4, hour, tzinfo=UTC)).page("nb/arrangementer/mote/")
        assert page.texts(".when time") == ["torsdag 4. mars 2027 kl. 10:00"]
        assert ("Arrangementet er over." in page.text()) == over


def test_a_late_event_without_an_end_has_a_programme_of_one_day(pages: Callable[..., Pages]) -> None:
    given = "title: Møtet\nstart: 2027-03-04 23:30\nprogramme: [{title: Ord, start: 23:30}]"
    page = pages(f"@ content/events/mote.nb.md\n---\n{given}\n---\n").page("nb/arrangementer/mote/")
    assert page.texts(".programme .day") == []
    assert page.texts(".programme .clock") == ["23:30"]


def test_an_event_of_little_has_no_empty_lists_or_headings(pages: Callable[..., Pages]) -> None:
    page = pages(event()).page("nb/arrangementer/mote/")
    assert page.texts("main h2") == []
    assert [each for each in page.all("main ul, main ol, main dl") if len(each) == 0] == []
