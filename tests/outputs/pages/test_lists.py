"""Front pages, lists, archives, directories, and what is tied to a document."""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

import pytest

from tests.outputs.pages.conftest import Pages

EVENTS = """
@ content/events/gammel.nb.md
---
title: Det gamle
start: 2020-03-04
organisers: [digdir]
topics: [klima]
---
Før.
@ content/events/dansk.da.md
---
title: Dansk dag
summary: En dag.
start: 2027-05-20
status: cancelled
venue: {name: Huset, city: Odense}
---
Tekst.
"""
PROJECT = """
@ content/organisations/ks.md
---
name: KS
country: NO
former_names: [{name: Kommunenes Sentralforbund, until: 2004-01-01}]
---
@ content/organisations/aarhus.md
---
name: Aarhus Kommune
country: DK
---
@ content/projects/plan.nb.md
---
title: Planen
status: dialogue
start: 2026-01-01
lead: [digdir]
partners:
  - {organisation: ks, country: NO, role: Partner}
  - {organisation: aarhus, country: DK}
process:
  - {title: Først, status: done, date: 2026-02-01}
  - {title: Nå, status: current, event: frokost, place: Oslo}
  - {title: Siden, status: planned}
notices: [{ted: 123456-2024}]
topics: [klima]
---
Vi planlegger med [frokosten](event:frokost).
"""


def test_coming_events_stand_by_month_with_place_status_and_language(pages: Callable[..., Pages]) -> None:
    page = pages(EVENTS).page("nb/arrangementer/")
    assert page.texts("h2") == ["Mai 2027", "Etter år"]
    assert page.texts(".entry h3") == ["Frokostmøte", "Dansk dag"]
    assert page.texts(".entry:last-child .meta > li") == ["torsdag 20. mai 2027", "Odense", "Avlyst", "På dansk"]
    assert page.one(".entry h3 a[lang]").get("lang") == "da"


def test_a_year_lists_its_events_and_is_marked_among_the_years(pages: Callable[..., Pages]) -> None:
    page = pages(EVENTS).page("nb/arrangementer/2020/")
    assert page.texts(".entry h3") == ["Det gamle"]
    assert page.texts(".years li") == ["2027", "2020"]
    assert page.texts(".years [aria-current]") == ["2020"]
    assert page.texts(".crumbs li") == ["Forside", "Arrangementer", "2020"]


def test_directories_are_in_the_readers_order(pages: Callable[..., Pages]) -> None:
    made = pages(PROJECT)
    norwegian = made.page("nb/organisasjoner/").texts(".directory .title")
    swedish = made.page("sv/organisationer/").texts(".directory .title")
    assert norwegian == ["Digitaliseringsdirektoratet", "KS", "Aarhus Kommune"]
    assert swedish == ["Aarhus Kommune", "Digitaliseringsdirektoratet", "KS"]


def test_what_names_a_document_is_grouped_by_kind_and_role_each_once(pages: Callable[..., Pages]) -> None:
    page = pages(EVENTS + PROJECT).page("nb/organisasjoner/digdir/")
    assert page.texts(".tied h2") == ["Kommende arrangementer", "Tidligere arrangementer", "Prosjekter"]
    assert page.texts(".tied h3") == ["Som arrangør", "Som arrangør", "Som prosjektleder"]
    event = pages(PROJECT).page("nb/arrangementer/frokost/")
    assert event.texts(".tied h3") == ["Som steg i prosessen"]


def test_a_topic_needs_no_word_for_the_plain_tie(pages: Callable[..., Pages]) -> None:
    page = pages(EVENTS + PROJECT).page("nb/temaer/klima/")
    assert page.texts(".tied h2") == ["Tidligere arrangementer", "Prosjekter"]
    assert page.texts(".tied h3") == []


def test_a_leaf_in_a_mixed_list_has_its_year(pages: Callable[..., Pages]) -> None:
    made = pages(EVENTS)
    assert made.page("nb/temaer/klima/").texts(".leaf") == ["mar 4 2020"]
    assert made.page("nb/arrangementer/2020/").texts(".leaf") == ["mar 4"]


def test_a_repeated_event_that_is_tied_stands_with_its_next_time(pages: Callable[..., Pages]) -> None:
    page = pages(REPEATED, datetime.fromisoformat("2027-03-31T12:00+00:00")).page("nb/temaer/klima/")
    assert page.texts(".tied h2") == ["Kommende arrangementer"]
    assert page.texts(".tied .meta time") == ["torsdag 8. april 2027 kl. 13:00–14:00"]


def test_a_project_tells_how_far_it_has_come_and_who_takes_part(pages: Callable[..., Pages]) -> None:
    page = pages(PROJECT).page("nb/prosjekter/plan/")
    assert page.rows()["Status"] == "Dialog med markedet"
    assert page.rows()["Periode"] == "fra 1. januar 2026"
    assert page.texts(".process .title") == ["Først Ferdig", "Nå Pågår", "Siden Planlagt"]
    assert page.texts(".process [aria-current=step] .meta li") == ["Oslo", "Frokostmøte"]
    assert page.texts(".countries dt") == ["Danmark", "Norge"]
    assert page.values(".side a", "href")[0] == "https://ted.europa.eu/en/notice/-/detail/123456-2024"


def test_an_organisation_tells_what_it_was_called(pages: Callable[..., Pages]) -> None:
    rows = pages(PROJECT).page("nb/organisasjoner/ks/").rows()
    assert rows["Tidligere navn"] == "Kommunenes Sentralforbund til og med 1. januar 2004"


def test_the_front_page_leads_to_what_is_next_and_under_way(pages: Callable[..., Pages]) -> None:
    page = pages(EVENTS + PROJECT).page("nb/")
    assert page.texts(".front h2") == ["Neste arrangementer", "Pågående prosjekter"]
    assert page.texts(".front .projects .entry h3") == ["Planen"]


OFF = """
@ content/events/{0}.nb.md
---
title: {0}
start: 2027-01-2{1} 10:00
end: 2027-01-2{1} 12:00
status: {0}
topics: [klima]
---
Tekst.
"""


def test_what_does_not_take_place_is_struck_out_and_not_among_the_next(pages: Callable[..., Pages]) -> None:
    made = pages("".join(OFF.format(*each) for each in (("cancelled", 0), ("postponed", 1), ("tentative", 2))))
    page = made.page("nb/arrangementer/")
    assert page.texts(".entry h3") == ["cancelled", "postponed", "tentative", "Frokostmøte"]
    assert page.texts(".meta s") == [
        f"{day} 2027 kl. 10:00–12:00" for day in ("onsdag 20. januar", "torsdag 21. januar")
    ]
    assert page.texts(".meta .ds-tag") == ["Avlyst", "Utsatt", "Ikke bekreftet ennå"]
    assert page.texts(".leaf.off") == ["jan 20", "jan 21"]
    assert made.page("nb/").texts(".events h3") == ["tentative", "Frokostmøte"]


def test_pages_of_documents_ask_for_no_list_that_moves(pages: Callable[..., Pages]) -> None:
    """Else one new event would make every page anew."""
    asked = pages(EVENTS).asked("nb/organisasjoner/digdir/")
    assert asked & {"upcoming", "latest_news", "events_in", "news_in", "documents"} == set()


def test_headings_go_down_one_level_at_a_time(pages: Callable[..., Pages]) -> None:
    made = pages(EVENTS + PROJECT)
    for path in sorted(path for path in made.paths if path.endswith("index.html") and "/" in path):
        levels = [int(each.tag[1]) for each in made.page(path.removesuffix("index.html")).all("h1, h2, h3, h4")]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        assert levels.count(1) == 1, path


REPEATED = """
@ content/events/kontortid.nb.md
---
title: Åpen kontortid
topics: [klima]
start: 2027-01-07 13:00
end: 2027-01-07 14:00
repeats:
  rule: FREQ=MONTHLY;BYDAY=1TH
  until: 2027-06-30
  except: [2027-05-06]
  moved: [{from: 2027-04-01, start: 2027-04-08 13:00}]
---
Ord.
@ content/events/dag.nb.md
---
title: Dagen
start: 2027-04-20
---
Ord.
"""


DAY = "tirsdag 20. april 2027"


@pytest.mark.parametrize(
    ("now", "times"),
    [
        ("2027-01-01T12:00", ["torsdag 7. januar 2027 kl. 13:00–14:00", DAY]),
        ("2027-01-07T12:30", ["torsdag 7. januar 2027 kl. 13:00–14:00", DAY]),
        ("2027-01-07T13:30", ["torsdag 4. februar 2027 kl. 13:00–14:00", DAY]),
        ("2027-03-31T12:00", ["torsdag 8. april 2027 kl. 13:00–14:00", DAY]),
        ("2027-04-09T12:00", [DAY, "torsdag 3. juni 2027 kl. 13:00–14:00"]),
    ],
)
@pytest.mark.parametrize("address", ["nb/", "nb/arrangementer/"])
def test_a_repeated_event_stands_where_it_takes_place_next(
    now: str, times: list[str], address: str, pages: Callable[..., Pages]
) -> None:
    page = pages(REPEATED, datetime.fromisoformat(f"{now}+00:00")).page(address)
    told = [" ".join(each.split()) for each in page.texts(".entry time")]
    assert [each for each in told if "mai" not in each] == times, "besides the event of the base, in May"
