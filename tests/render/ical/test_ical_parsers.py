"""Independent parsers agree with the entries on identity, times in UTC, status and text."""

import unicodedata
from datetime import UTC, date, datetime

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings, strategies as st
from ical.calendar_stream import IcsCalendarStream

from sitegen.render.ical.entry import Entry, Said
from tests.render.ical.parsers import PARSERS, Parser, Seen, by_ical, by_icalendar, in_utc
from tests.render.ical.torture import ENTRIES, OSLO, RECURRING, timed, written


def _plain(said: Said | None) -> str | None:
    return unicodedata.normalize("NFC", said.text.replace("\r\n", "\n")).strip() if said else None


def _meant(entry: Entry) -> Seen:
    words = (_plain(entry.summary), _plain(entry.description), _plain(entry.location))
    return Seen(entry.uid, in_utc(entry.start), in_utc(entry.end), entry.status.upper(), *words)


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
def test_a_parser_reads_what_was_meant(parser: Parser) -> None:
    seen = {each.uid: each for each in parser(written(*ENTRIES))}
    assert seen == {entry.uid: _meant(entry) for entry in ENTRIES}


_TEXTS = st.text(
    st.one_of(
        st.sampled_from("\\\\,,;;::\"'nN\n åäöøæ👍🏽^%"),
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"),
    ),
    min_size=1,
    max_size=200,
)


@settings(deadline=None)
@given(_TEXTS)
def test_any_text_comes_back(text: str) -> None:
    entry = timed("any", datetime(2024, 5, 2, 10, tzinfo=OSLO), summary=f"a{text}b")
    data = written(entry)
    assert [parser(data)[0].summary for parser in (by_icalendar, by_ical)] == [_plain(entry.summary)] * 2


WEEKLY = [
    *(datetime(2024, 3, day, 8, tzinfo=UTC) for day in (18, 25)),
    *(datetime(2024, 4, day, 7, tzinfo=UTC) for day in (8, 15, 22, 29)),
]


def test_a_series_keeps_its_wall_time_across_daylight_saving() -> None:
    read = icalendar.Calendar.from_ical(written(*RECURRING))
    found = recurring_ical_events.of(read).between(date(2024, 3, 1), date(2024, 5, 1))
    starts = sorted(in_utc(each["DTSTART"].dt) for each in found if each["UID"] == "weekly@example.org")
    assert starts == WEEKLY


def test_another_expander_agrees() -> None:
    feed = IcsCalendarStream.calendar_from_ics(written(RECURRING[0]).decode())
    between = feed.timeline.overlapping(date(2024, 3, 1), date(2024, 5, 1))
    assert sorted(in_utc(each.dtstart) for each in between) == WEEKLY
