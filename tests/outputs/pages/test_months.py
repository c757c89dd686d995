"""The calendar of a month: a table of weeks, and the same as a list."""

from collections.abc import Callable
from datetime import UTC, datetime

from tests.outputs.pages.conftest import Pages

EVENTS = """
@ content/events/langt.nb.md
---
title: Langt møte
start: 2027-03-30 10:00
end: 2027-04-02 00:00
---
Tekst.
@ content/events/fast.nb.md
---
title: Fast møte
start: 2027-01-07 13:00
end: 2027-01-07 14:00
repeats:
  rule: FREQ=MONTHLY;BYDAY=1TH
  until: 2027-04-30
  except: [2027-02-04]
  moved: [{from: 2027-03-04 13:00, start: 2027-03-11 15:00}]
---
Tekst.
@ content/events/avlyst.sv.md
---
title: Inställt möte
start: 2027-04-05
status: cancelled
---
Text.
"""


def days(pages: Pages, address: str) -> dict[str, list[str]]:
    """What stands on which day of the list."""
    page = pages.page(address)
    return {
        item.find("p").text_content().strip(): [" ".join(each.text_content().split()) for each in item.findall("ul/li")]
        for item in page.all(".month-list > li")
    }


def test_only_months_with_events_and_the_current_one_have_a_page(pages: Callable[..., Pages]) -> None:
    made = pages(EVENTS, datetime(2027, 2, 10, tzinfo=UTC))
    months = sorted(path for path in made.paths if path.startswith("nb/kalender/2"))
    words = [path.split("/")[2] + "-" + path.split("/")[3] for path in months if path.endswith("/index.html")]
    assert words == ["2027-01", "2027-02", "2027-03", "2027-04", "2027-05"]
    later = pages(EVENTS, datetime(2028, 2, 10, tzinfo=UTC))
    assert "nb/kalender/2028/02/index.html" not in later.paths


def test_an_event_stands_on_each_of_its_days_and_midnight_ends_the_day_before(pages: Callable[..., Pages]) -> None:
    made = pages(EVENTS)
    assert days(made, "nb/kalender/2027/03/") == {
        "torsdag 11. mars 2027": ["15:00 Fast møte"],
        "tirsdag 30. mars 2027": ["10:00 Langt møte"],
        "onsdag 31. mars 2027": ["Langt møte (fortsetter)"],
    }
    assert list(days(made, "nb/kalender/2027/04/")) == ["torsdag 1. april 2027", "mandag 5. april 2027"]


def test_what_recurs_stands_on_its_dates_but_for_those_left_out_and_moved(pages: Callable[..., Pages]) -> None:
    made = pages(EVENTS, datetime(2027, 2, 10, tzinfo=UTC))
    assert days(made, "nb/kalender/2027/01/") == {"torsdag 7. januar 2027": ["13:00 Fast møte"]}
    assert days(made, "nb/kalender/2027/02/") == {}
    assert "Ingen arrangementer denne måneden." in made.page("nb/kalender/2027/02/").text()


def test_the_table_has_a_caption_heads_and_weeks_from_monday(pages: Callable[..., Pages]) -> None:
    page = pages(EVENTS).page("nb/kalender/2027/04/")
    assert page.text("caption") == "Arrangementer i april 2027, en uke i hver rad"
    assert page.texts("thead th[scope=col]") == ["Uke", "man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."]
    assert page.values("thead abbr", "title")[0] == "mandag"
    assert page.texts("tbody th[scope=row]") == ["13", "14", "15", "16", "17"]
    assert [len(row.findall("td")) for row in page.all("tbody tr")] == [7] * 5
    assert page.texts("td.full > time") == ["1", "5"]


def test_the_state_and_the_language_of_an_event_are_told(pages: Callable[..., Pages]) -> None:
    page = pages(EVENTS).page("nb/kalender/2027/04/")
    assert page.texts("td .ds-tag") == ["Avlyst"]
    assert page.one("td a[lang]").get("lang") == "sv"


def test_one_can_turn_to_other_months(pages: Callable[..., Pages]) -> None:
    made = pages(EVENTS, datetime(2027, 2, 10, tzinfo=UTC))
    page = made.page("nb/kalender/2027/04/")
    assert page.texts(".turn a") == ["Mars 2027", "Denne måneden", "Mai 2027"]
    assert page.values(".turn a", "href") == ["/nb/kalender/2027/03/", "/nb/kalender/2027/02/", "/nb/kalender/2027/05/"]
    assert page.values(".turn a[rel]", "rel") == ["prev", "next"]
    assert made.page("nb/kalender/2027/02/").texts(".turn a") == ["Januar 2027", "Mars 2027"]
    link = made.page("nb/arrangementer/").one('a[href="/nb/kalender/2027/02/"]')
    assert link.text == "Kalender måned for måned"


def test_a_site_without_events_has_no_month(pages: Callable[..., Pages]) -> None:
    made = pages("@ content/events/frokost.nb.md (gone)\n")
    assert not [path for path in made.paths if "/kalender/2" in path]
    assert made.page("nb/arrangementer/").all(".onward") == []
