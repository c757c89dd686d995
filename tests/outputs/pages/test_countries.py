"""What belongs to a country."""

from collections.abc import Callable
from datetime import UTC, datetime

from tests.outputs.pages.conftest import Pages

FILES = """
@ content/organisations/aarhus.md
---
name: Aarhus Kommune
country: DK
---
@ content/events/dag.da.md
---
title: Dagen
start: 2027-05-05
venue: {name: Huset, city: Odense, country: DK}
countries: [SE]
contacts: [{person: kari, country: DK, until: 2027-02-01}]
---
Tekst.
@ content/projects/plan.nb.md
---
title: Planen
status: dialogue
partners: [{organisation: aarhus, country: DK}]
countries: [DK]
---
Tekst.
@ content/news/sak.nb.md
---
title: Saken
published: 2027-01-02
expires: 2027-01-31
countries: [DK]
---
Tekst.
"""


def test_a_country_has_what_is_there_from_there_and_about_it(pages: Callable[..., Pages]) -> None:
    page = pages(FILES).page("nb/land/dk/")
    assert page.text("h1") == "Danmark"
    assert page.texts(".tied h2") == ["Kommende arrangementer", "Nyheter", "Prosjekter", "Organisasjoner", "Personer"]
    assert page.texts(".tied h3") == ["Holdes her", "Med partnere herfra", "Kontaktpersoner for landet"]
    assert page.texts(".tied .title") == ["Dagen", "Saken", "Planen", "Aarhus Kommune", "Kari Eksempelvik"]


def test_what_is_only_about_a_country_needs_no_word(pages: Callable[..., Pages]) -> None:
    page = pages(FILES).page("sv/lander/se/")
    assert page.texts(".tied h2") == ["Kommande evenemang"]
    assert page.texts(".tied h3") == []


def test_what_has_expired_and_former_contacts_are_left_out(pages: Callable[..., Pages]) -> None:
    page = pages(FILES, datetime(2027, 3, 1, tzinfo=UTC)).page("nb/land/dk/")
    assert page.texts(".tied h2") == ["Kommende arrangementer", "Prosjekter", "Organisasjoner"]


def test_events_that_are_over_stand_apart_from_those_to_come(pages: Callable[..., Pages]) -> None:
    former = "@ content/events/for.nb.md\n---\ntitle: Før\nstart: 2026-05-05\ncountries: [DK]\n---\nTekst.\n"
    page = pages(FILES + former).page("nb/land/dk/")
    assert page.texts(".tied h2")[:2] == ["Kommende arrangementer", "Tidligere arrangementer"]
    assert [section.cssselect(".title")[0].text_content().strip() for section in page.all(".tied")[:2]] == [
        "Dagen",
        "Før",
    ]
    late = pages(FILES + former, datetime(2027, 5, 6, tzinfo=UTC)).page("nb/land/dk/")
    assert late.texts(".tied h2")[0] == "Tidligere arrangementer"
    assert late.texts(".tied .title")[:2] == ["Dagen", "Før"]


def test_countries_are_listed_by_name_in_the_readers_order(pages: Callable[..., Pages]) -> None:
    page = pages(FILES).page("da/lande/")
    assert page.texts(".directory a") == ["Danmark", "Sverige"]
    assert page.values(".directory a", "href") == ["/da/lande/dk/", "/da/lande/se/"]


def test_pages_lead_to_the_countries_that_they_name(pages: Callable[..., Pages]) -> None:
    made = pages(FILES)
    assert made.page("nb/organisasjoner/aarhus/").values(".sheet a", "href") == ["/nb/land/dk/"]
    assert "/nb/land/se/" in made.page("nb/arrangementer/dag/").values(".side a", "href")


def test_a_country_with_events_has_a_calendar_to_follow(pages: Callable[..., Pages]) -> None:
    made = pages(FILES)
    assert made.page("nb/land/dk/").values(".follow a", "href") == ["/nb/land/dk/kalender.ics"]
    assert "nb/land/dk/kalender.ics" in made.paths
