"""How the page of an event says that it recurs: the rule, dates left out, moved dates, and all dates."""

from collections.abc import Callable

import pytest

from tests.outputs.pages.conftest import LANGUAGES, Page, Pages

EVENT = """@ content/events/fast.nb.md
---
title: Fast møte
start: {start}
end: {end}
repeats:
  rule: {rule}
{more}---
Tekst.
"""
MOVED = """  until: 2024-04-15
  except: [2024-03-25]
  moved:
    - {from: 2024-04-01, start: 2024-04-02 14:00}
    - {from: 2024-04-08 09:00, start: 2024-04-09 09:00, end: 2024-04-09 12:30}
"""


def page(pages: Callable[..., Pages], rule: str, more: str = "", start: str = "2024-03-18 09:00") -> Page:
    end = "2024-03-18 11:00" if len(start) > 10 else start
    return pages(EVENT.format(start=start, end=end, rule=rule, more=more)).page("nb/arrangementer/fast/")


def items(page: Page, selector: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in page.all(f".when {selector}")]


def test_moved_dates_are_told_with_the_time_from_which_they_were_moved(pages: Callable[..., Pages]) -> None:
    found = items(page(pages, "FREQ=WEEKLY;BYDAY=MO", MOVED), "dd > ul li")
    assert found == [
        "tirsdag 2. april 2024 kl. 14:00–16:00. Flyttet fra mandag 1. april 2024 kl. 09:00.",
        "tirsdag 9. april 2024 kl. 09:00–12:30. Flyttet fra mandag 8. april 2024 kl. 09:00.",
    ]


def test_all_dates_are_listed_in_order_where_there_is_an_end(pages: Callable[..., Pages]) -> None:
    found = items(page(pages, "FREQ=WEEKLY;BYDAY=MO", MOVED), "details li")
    assert [each.partition(" kl.")[0] for each in found] == [
        "mandag 18. mars 2024",
        "tirsdag 2. april 2024",
        "tirsdag 9. april 2024",
        "mandag 15. april 2024",
    ]
    assert found[3] == "mandag 15. april 2024 kl. 09:00–11:00"


def test_days_are_listed_as_days(pages: Callable[..., Pages]) -> None:
    moved = "  moved: [{from: 2024-03-25, start: 2024-03-26, end: 2024-03-27}]\n"
    found = items(page(pages, "FREQ=WEEKLY;COUNT=3", moved, "2024-03-18"), "details li")
    assert found == [
        "mandag 18. mars 2024",
        "26.–27. mars 2024. Flyttet fra mandag 25. mars 2024.",
        "mandag 1. april 2024",
    ]


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "FREQ=DAILY;COUNT=61"])
def test_of_very_many_dates_only_those_that_are_moved_are_told(pages: Callable[..., Pages], rule: str) -> None:
    moved = "  moved: [{from: 2024-03-25, start: 2024-03-26 09:00}]\n"
    made = page(pages, rule, moved)
    assert made.all(".when details") == []
    assert len(items(made, "li")) == 1


def test_what_recurs_without_moved_dates_has_no_empty_list(pages: Callable[..., Pages]) -> None:
    assert page(pages, "FREQ=WEEKLY").all(".when ul") == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sort", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_every_so_many_is_said_with_its_number(pages: Callable[..., Pages], lang: str, sort: str) -> None:
    made = pages(EVENT.format(start="2024-03-18", end="2024-03-18", rule=f"FREQ={sort};INTERVAL=3", more=""))
    address = next(path for path in made.paths if path.startswith(f"{lang}/") and path.endswith("/fast/index.html"))
    (quiet,) = items(made.page(address.removesuffix("index.html")), "span.quiet")
    assert "3" in quiet


def rule_said(pages: Callable[..., Pages], rule: str, lang: str = "nb", start: str = "2024-03-07") -> str:
    """What is said of a rule by itself, on the page in a language. The 7th of March 2024 is its first Thursday."""
    made = pages(EVENT.format(start=start, end=start, rule=rule, more=""))
    address = next(path for path in made.paths if path.startswith(f"{lang}/") and path.endswith("/fast/index.html"))
    (quiet,) = items(made.page(address.removesuffix("index.html")), "span.quiet")
    return quiet


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", "Hver uke"),
        ("FREQ=WEEKLY;BYDAY=TH,TU", "Hver uke: tirsdag og torsdag"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH,FR", "Hver 2. uke: tirsdag, torsdag og fredag"),
        ("FREQ=MONTHLY", "Hver måned"),
        ("FREQ=MONTHLY;BYMONTHDAY=7", "Hver måned"),
        ("FREQ=MONTHLY;BYMONTHDAY=21,7", "Hver måned: den 7. i måneden og den 21. i måneden"),
        ("FREQ=MONTHLY;BYDAY=1TH", "Hver måned: første torsdag"),
        ("FREQ=MONTHLY;BYDAY=+1TH,-1MO", "Hver måned: første torsdag og siste mandag"),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1", "Hver måned: første torsdag"),
    ],
)
def test_a_rule_without_an_end_names_its_days(pages: Callable[..., Pages], rule: str, said: str) -> None:
    assert rule_said(pages, rule) == said


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=TH",
        "FREQ=MONTHLY;BYMONTHDAY=7,-1",
        "FREQ=MONTHLY;BYMONTH=3;BYDAY=1TH",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH;BYSETPOS=4",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=1TH",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    ],
)
def test_a_rule_that_words_do_not_reach_for_is_not_said_as_another(pages: Callable[..., Pages], rule: str) -> None:
    """ "Every month" would be read as the same day of each month, and "every day" as Sundays too."""
    assert rule_said(pages, rule) == "Gjentas flere ganger"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nn", "Kvar månad: første torsdag og siste måndag"),
        ("sv", "Varje månad: första torsdagen och sista måndagen"),
        ("da", "Hver måned: første torsdag og sidste mandag"),
    ],
)
def test_the_days_of_a_rule_are_said_in_each_language(pages: Callable[..., Pages], lang: str, said: str) -> None:
    assert rule_said(pages, "FREQ=MONTHLY;BYDAY=1TH,-1MO", lang) == said
