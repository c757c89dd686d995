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


def rule_said(
    pages: Callable[..., Pages], rule: str, lang: str = "nb", start: str = "2024-03-07", more: str = ""
) -> str:
    """What is said of a rule by itself, on the page in a language. The 7th of March 2024 is its first Thursday."""
    made = pages(EVENT.format(start=start, end=start, rule=rule, more=more))
    address = next(path for path in made.paths if path.startswith(f"{lang}/") and path.endswith("/fast/index.html"))
    (quiet,) = items(made.page(address.removesuffix("index.html")), "span.quiet")
    return quiet


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", "Hver uke"),
        ("FREQ=WEEKLY;BYDAY=TH,TU", "Hver uke: tirsdag og torsdag"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH,FR", "Annenhver uke: tirsdag, torsdag og fredag"),
        ("FREQ=MONTHLY", "Hver måned"),
        ("FREQ=MONTHLY;BYMONTHDAY=7", "Hver måned"),
        ("FREQ=MONTHLY;BYMONTHDAY=21,7", "Hver måned: den 7. og 21. i måneden"),
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
        "FREQ=MONTHLY;BYMONTH=3,7,11",
        "FREQ=WEEKLY;BYDAY=TH;BYMONTH=3,9",
        "FREQ=WEEKLY;BYDAY=TH;BYHOUR=0,14",
        "FREQ=DAILY;BYHOUR=0,14",
        "FREQ=YEARLY;BYMONTHDAY=7",
        "FREQ=MONTHLY;BYMONTHDAY=7,45",
    ],
)
@pytest.mark.parametrize("end", ["", ";COUNT=6"])
def test_a_rule_that_words_do_not_reach_for_is_not_said_as_another(
    pages: Callable[..., Pages], rule: str, end: str
) -> None:
    """ "Every month" would be read as the same day of each month, and "every day" as Sundays too."""
    assert rule_said(pages, rule + end).partition(",")[0] == "Gjentas flere ganger"


@pytest.mark.parametrize(
    ("start", "rule", "said"),
    [
        ("2024-01-28", "FREQ=MONTHLY", "Hver måned"),
        ("2024-01-29", "FREQ=MONTHLY", "Gjentas flere ganger"),
        ("2024-01-31", "FREQ=MONTHLY;INTERVAL=2", "Gjentas flere ganger"),
        ("2024-01-31", "FREQ=MONTHLY;BYMONTHDAY=31", "Hver måned: den 31. i måneden"),
        ("2024-02-28", "FREQ=YEARLY", "Hvert år"),
        ("2024-03-29", "FREQ=YEARLY", "Hvert år"),
        ("2024-02-29", "FREQ=YEARLY", "Gjentas flere ganger"),
        ("2024-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "Gjentas flere ganger"),
    ],
)
def test_a_day_that_some_months_or_years_lack_is_not_said_to_be_in_all(
    pages: Callable[..., Pages], start: str, rule: str, said: str
) -> None:
    assert rule_said(pages, rule, start=start) == said


@pytest.mark.parametrize(
    ("rule", "more", "said"),
    [
        ("FREQ=WEEKLY;COUNT=70", "", "Hver uke, til og med 3. juli 2025"),
        ("FREQ=WEEKLY;COUNT=3", "  until: 2024-12-31\n", "Hver uke, til og med 21. mars 2024"),
        ("FREQ=WEEKLY;COUNT=30", "  until: 2024-04-03\n", "Hver uke, til og med 28. mars 2024"),
        ("FREQ=WEEKLY", "  until: 2024-04-04\n", "Hver uke, til og med 4. april 2024"),
        ("FREQ=DAILY;BYHOUR=0,14;COUNT=4", "", "Gjentas flere ganger, til og med 8. mars 2024"),
    ],
)
def test_a_rule_ends_on_the_last_date_that_it_gives(
    pages: Callable[..., Pages], rule: str, more: str, said: str
) -> None:
    assert rule_said(pages, rule, more=more) == said


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nb", ["Annenhver dag", "Annenhver uke", "Annenhver måned", "Annethvert år"]),
        ("nn", ["Annankvar dag", "Annankvar veke", "Annankvar månad", "Annakvart år"]),
        ("sv", ["Varannan dag", "Varannan vecka", "Varannan månad", "Vartannat år"]),
        ("da", ["Hver anden dag", "Hver anden uge", "Hver anden måned", "Hvert andet år"]),
    ],
)
def test_an_interval_of_two_has_words_of_its_own(pages: Callable[..., Pages], lang: str, told: list[str]) -> None:
    sorts = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
    assert [rule_said(pages, f"FREQ={sort};INTERVAL=2", lang) for sort in sorts] == told


def test_the_swedish_interval_is_an_ordinal(pages: Callable[..., Pages]) -> None:
    assert rule_said(pages, "FREQ=WEEKLY;INTERVAL=3", "sv") == "Var 3:e vecka"
    assert rule_said(pages, "FREQ=YEARLY;INTERVAL=3", "sv") == "Vart 3:e år"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nb", "Hver uke, men ikke 14. mars 2024, 21. mars 2024 og 4. april 2024"),
        ("sv", "Varje vecka, men inte 14 mars 2024, 21 mars 2024 och 4 april 2024"),
    ],
)
def test_dates_that_are_left_out_are_listed_as_the_language_lists(
    pages: Callable[..., Pages], lang: str, said: str
) -> None:
    more = "  except: [2024-03-14, 2024-03-21, 2024-04-04]\n"
    assert rule_said(pages, "FREQ=WEEKLY", lang, more=more) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nb", "Hver måned: den 7. og 21. i måneden"),
        ("nn", "Kvar månad: den 7. og 21. i månaden"),
        ("sv", "Varje månad: den 7 och 21 i månaden"),
        ("da", "Hver måned: den 7. og 21. i måneden"),
    ],
)
def test_days_of_the_month_are_said_together(pages: Callable[..., Pages], lang: str, said: str) -> None:
    assert rule_said(pages, "FREQ=MONTHLY;BYMONTHDAY=21,7", lang) == said


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
