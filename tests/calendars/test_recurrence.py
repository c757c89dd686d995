"""A recurrence with dates left out and moved, across daylight saving, is the same in three expanders.

dateutil works from the front matter as it is meant, and reads no calendar; recurring-ical-events and ical.js
(Thunderbird's) expand the feed.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings, strategies as st

from sitegen.foundation.zones import zone
from sitegen.kinds.event import Event, Moved, Repeats
from sitegen.model.fields import RepeatRule, ZoneName
from sitegen.model.moment import Moment
from sitegen.model.words import Text
from tests.calendars.expanders import Spans, by_ical_js, by_recurring_ical_events
from tests.calendars.sites import Place, event
from tests.render.ical.linter import lint

UID = "event-serie@example.org"


def by_dateutil(
    start: datetime, length: timedelta, rule: str, without: set[date], moved: dict[date, datetime], days: bool
) -> Spans:
    """What the front matter means: wall times in Oslo, each for the same length of real time."""
    found = []
    for at in rrulestr(rule, dtstart=start):
        if at.date() in without:
            continue
        begins = moved.get(at.date(), at)
        if days:
            found.append((begins.date(), begins.date() + length))
        else:
            instant = begins.replace(tzinfo=zone("Europe/Oslo")).astimezone(UTC)
            found.append((instant, instant + length))
    return sorted(found, key=str)


CASES = {
    "weekly over spring": (
        "2024-03-11 09:00",
        "FREQ=WEEKLY;COUNT=6",
        ["2024-03-25"],
        {"2024-04-01": "2024-04-02 14:00"},
    ),
    "weekly over autumn": (
        "2024-10-07 09:00",
        "FREQ=WEEKLY;COUNT=6",
        ["2024-10-21"],
        {"2024-10-28": "2024-10-25 08:00"},
    ),
    "daily in the evening": (
        "2024-03-28 22:00",
        "FREQ=DAILY;COUNT=6",
        ["2024-03-29"],
        {"2024-03-31": "2024-04-10 22:00"},
    ),
    "third Thursdays": (
        "2024-01-18 12:00",
        "FREQ=MONTHLY;BYDAY=3TH;COUNT=12",
        ["2024-07-18"],
        {"2024-10-17": "2024-10-27 12:00"},
    ),
    "last weekday": (
        "2024-01-31 12:00",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=9",
        [],
        {"2024-03-29": "2024-03-28 12:00"},
    ),
    "yearly days": ("2024-05-17", "FREQ=YEARLY;COUNT=6", ["2025-05-17"], {"2027-05-17": "2027-05-18"}),
    "weekly days": ("2024-03-25", "FREQ=WEEKLY;COUNT=4", [], {"2024-04-01": "2024-04-02"}),
}


@pytest.mark.parametrize("name", CASES)
def test_three_expanders_agree(place: Place, name: str) -> None:
    start, rule, without, moved = CASES[name]
    listed = ", ".join(f"{{from: {before}, start: {after}}}" for before, after in moved.items())
    more = f"repeats:\n  rule: {rule}\n  except: [{', '.join(without)}]\n  moved: [{listed}]\n"
    place.write({"content/events/serie.nb.md": event("Serie", start, more)})
    feed = place.build()["nb/arrangementer/serie.ics"]
    assert lint(feed) == []
    days = len(start) == 10
    meant = by_dateutil(
        datetime.fromisoformat(start),
        timedelta(days=1) if days else timedelta(hours=1),
        rule,
        {date.fromisoformat(each) for each in without},
        {date.fromisoformat(before): datetime.fromisoformat(after) for before, after in moved.items()},
        days,
    )
    assert len(meant) >= 4
    assert by_recurring_ical_events(feed, UID) == meant
    assert by_ical_js(feed, UID) == meant


def test_until_is_the_last_day(place: Place) -> None:
    more = "repeats: {rule: FREQ=WEEKLY, until: 2024-11-04}\n"
    place.write({"content/events/serie.nb.md": event("Serie", "2024-10-14 09:00", more)})
    feed = place.build()["nb/arrangementer/serie.ics"]
    hours = [(start.hour, start.day) for start, _ in by_recurring_ical_events(feed, UID)]
    assert hours == [(7, 14), (7, 21), (8, 28), (8, 4)]
    assert by_ical_js(feed, UID) == by_recurring_ical_events(feed, UID)


@pytest.mark.parametrize(
    ("start", "rule", "until", "count"),
    [
        ("2024-10-14 09:00", "FREQ=WEEKLY;COUNT=6", "2024-11-04", 4),
        ("2024-10-14 09:00", "FREQ=WEEKLY;COUNT=2", "2024-11-04", 2),
        ("2024-10-14 09:00", "FREQ=WEEKLY", "2024-11-04 08:59", 3),
        ("2024-10-14 09:00", "FREQ=WEEKLY", "2024-11-04 09:00", 4),
        ("2024-10-14", "FREQ=WEEKLY;COUNT=6", "2024-11-03", 3),
    ],
)
def test_what_comes_first_ends_it(place: Place, start: str, rule: str, until: str, count: int) -> None:
    """On the page and in every app: a rule may count and have a last day, and a last day may have a time."""
    more = f"repeats: {{rule: {rule}, until: {until}}}\n"
    place.write({"content/events/serie.nb.md": event("Serie", start, more)})
    feed = place.build()["nb/arrangementer/serie.ics"]
    assert lint(feed) == []
    assert len(by_recurring_ical_events(feed, UID)) == count
    assert by_ical_js(feed, UID) == by_recurring_ical_events(feed, UID)
    page = (place.root / "output/nb/arrangementer/serie/index.html").read_text("utf-8")
    assert page.partition("<details>")[2].partition("</details>")[0].count("<li>") == count


@pytest.mark.parametrize(
    ("repeats", "code"),
    [
        ("rule: FREQ=WEEKLY;BYDAY=TU", "rule-start"),
        ("rule: FREQ=WEEKLY\n  except: [2024-10-15]", "no-such-date"),
        ("rule: FREQ=WEEKLY\n  except: [2024-10-14 10:00]", "no-such-date"),
        ("rule: FREQ=WEEKLY;COUNT=2\n  except: [2024-10-28]", "no-such-date"),
        ("rule: FREQ=WEEKLY\n  until: 2024-10-21\n  except: [2024-10-28]", "no-such-date"),
        ("rule: FREQ=WEEKLY\n  moved: [{from: 2024-10-22, start: 2024-10-23 09:00}]", "no-such-date"),
        ("rule: FREQ=WEEKLY\n  except: [2024-10-21, 2024-10-21 09:00]", "date-changed-twice"),
        (
            "rule: FREQ=WEEKLY\n  except: [2024-10-21]\n  moved: [{from: 2024-10-21, start: 2024-10-22 09:00}]",
            "date-changed-twice",
        ),
        ("rule: FREQ=WEEKLY\n  moved: [{from: 2024-10-21, start: 2024-10-22}]", "mixed-moments"),
        (
            "rule: FREQ=WEEKLY\n  moved: [{from: 2024-10-21, start: 2024-10-22 09:00, end: 2024-10-22 08:00}]",
            "end-before-start",
        ),
        ("rule: FREQ=WEEKLY\n  moved: [{from: 2024-10-21}]", "missing-field"),
        ("rule: FREQ=WEEKLY\n  moved: [{from: 2024-10-21, start: 2025-03-30 02:30}]", "clock-skips"),
    ],
)
def test_a_date_that_cannot_be_left_out_or_moved_is_refused(place: Place, repeats: str, code: str) -> None:
    place.write({"content/events/serie.nb.md": event("Serie", "2024-10-14 09:00", f"repeats:\n  {repeats}\n")})
    with pytest.raises(AssertionError, match=code):
        place.build()


@settings(max_examples=200)
@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 30), st.sampled_from(("DAILY", "WEEKLY", "MONTHLY"))
)
def test_a_recurrence_that_counts_is_over_after_its_last_date(day: date, count: int, sort: str) -> None:
    rule = f"FREQ={sort};COUNT={count}"
    known = Event(
        title=Text.of("nb", "Serie"),
        start=Moment(day, time(12)),
        timezone=ZoneName("Europe/Oslo"),
        repeats=Repeats(rule=RepeatRule(rule)),
    )
    last = list(rrulestr(rule, dtstart=datetime.combine(day, time(12))))[-1]
    over = known.over_at("Europe/Oslo")
    assert over == last.replace(tzinfo=zone("Europe/Oslo")).astimezone(UTC) + timedelta(hours=1)


def test_a_recurrence_of_days_is_over_after_the_last_of_them() -> None:
    known = Event(
        title=Text.of("nb", "Serie"),
        start=Moment(date(2024, 10, 14)),
        end=Moment(date(2024, 10, 16)),
        repeats=Repeats(rule=RepeatRule("FREQ=WEEKLY"), until=Moment(date(2024, 10, 23))),
    )
    assert known.over_at("Europe/Oslo") == datetime(2024, 10, 23, 22, tzinfo=UTC)


def test_a_moved_date_can_be_the_last() -> None:
    moved = Moved(from_=Moment(date(2024, 10, 14)), start=Moment(date(2024, 12, 1), time(9)))
    known = Event(
        title=Text.of("nb", "Serie"),
        start=Moment(date(2024, 10, 14), time(9)),
        repeats=Repeats(rule=RepeatRule("FREQ=WEEKLY;COUNT=2"), moved=(moved,)),
    )
    assert known.over_at("Europe/Oslo") == datetime(2024, 12, 1, 9, tzinfo=UTC)
