"""Days, times and ranges as editors of each language write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from sitegen.render.locale import dates, spans

LINES = (Path(__file__).parent / "cases" / "dates.txt").read_text("utf-8").splitlines()
CASES = [line.split(" | ") for line in LINES if line and not line.startswith("#")]
LANGUAGES = ("nb", "nn", "sv", "da", "en", "fi", "se")


def zone(name: str) -> tzinfo:
    if offset := re.fullmatch(r"([+-])(\d\d):(\d\d)", name):
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    return ZoneInfo(name)


def value(text: str, at: tzinfo) -> date:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).replace(tzinfo=at)


@pytest.mark.parametrize(("lang", "function", "written", "expected"), CASES, ids=lambda cell: cell[:40])
def test_a_day_or_time_is_written_as_the_table_has_it(lang: str, function: str, written: str, expected: str) -> None:
    options = dict(re.findall(r" (home|sep)=(\S+)", written))
    at = zone(found[1]) if (found := re.search(r"@(\S+)", written)) else ZoneInfo("Europe/Oslo")
    values = [value(text, at) for text in re.findall(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?", written)]
    named = {"separator": options["sep"]} if "sep" in options else {}
    if function in ("span", "clocks"):
        values = [values[0], values[1] if len(values) == 2 else None]
    if function == "span" and "home" in options:
        named["home"] = zone(options["home"])
    room = spans if function in ("span", "clocks") else dates
    assert getattr(room, function)(*values, lang, **named) == expected


def test_the_table_has_every_form_in_every_language_of_the_house() -> None:
    seen = {(lang, function) for lang, function, *_ in CASES}
    functions = ("day", "short_day", "month", "clock", "day_and_time", "span", "weekday", "day_of_month")
    assert {(lang, each) for lang in ("nb", "nn", "sv", "da") for each in functions} <= seen


def test_a_span_never_joins_a_day_and_a_time() -> None:
    with pytest.raises(TypeError, match="from day to day"):
        spans.span(date(2020, 3, 4), datetime(2020, 3, 4, tzinfo=UTC), "nb")


@pytest.mark.parametrize("start", [date(2020, 3, 4), datetime(2020, 3, 4, 10, tzinfo=UTC)])
def test_a_span_never_goes_backwards(start: date) -> None:
    with pytest.raises(ValueError, match="is before"):
        spans.span(start, start - timedelta(days=1), "nb")


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime.fromisoformat("2020-03-04T10:00")
    with pytest.raises(ValueError, match="without a zone"):
        spans.span(naive, None, "nb", home=UTC)


def test_the_end_is_told_by_the_clock_of_the_start() -> None:
    start = datetime(2026, 9, 22, 10, tzinfo=ZoneInfo("Europe/Oslo"))
    end = datetime(2026, 9, 22, 14, tzinfo=ZoneInfo("Europe/Helsinki"))
    assert spans.span(start, end, "nb") == "tirsdag 22. september 2026 kl. 10:00–13:00"


def test_clocks_take_mere_times() -> None:
    assert spans.clocks(time(10), time(11, 30), "sv") == "10.00–11.30"


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS, DAYS, st.sampled_from(LANGUAGES))
def test_a_range_names_both_its_days_and_years(one: date, other: date, lang: str) -> None:
    start, end = sorted((one, other))
    numbers = {int(number) for number in re.findall(r"\d+", spans.span(start, end, lang))}
    assert {start.day, end.day, start.year, end.year} == numbers


@given(st.datetimes(timezones=st.just(UTC)), st.timedeltas(timedelta(0), timedelta(days=40)))
def test_every_span_of_times_can_be_written(start: datetime, length: timedelta) -> None:
    try:
        end = start + length
    except OverflowError:
        return
    for lang in LANGUAGES:
        assert "{" not in spans.span(start, end, lang)
