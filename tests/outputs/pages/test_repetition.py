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
