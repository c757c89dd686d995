"""A VTIMEZONE gives tzdata's answer, by readings that share no line with the encoder."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil import tz

from sitegen.foundation import zones
from sitegen.render.ical import posix
from sitegen.render.ical.vtimezone import vtimezone
from tests.render.ical.reading import Component, read
from tests.render.ical.zone_reading import differences, of_tzdata, steps

NAMES = (
    "Europe/Oslo",
    "Europe/Brussels",
    "Europe/Stockholm",
    "Europe/Copenhagen",
    "Europe/Helsinki",
    "Atlantic/Reykjavik",
    "Atlantic/Faroe",
    "America/Nuuk",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "Asia/Tokyo",
    "Africa/Cairo",
    "UTC",
)
SINCE_2008 = datetime(2008, 1, 1, tzinfo=UTC)


def _zone(name: str, earliest: date) -> Component:
    calendar, _ = read(b"BEGIN:VCALENDAR\r\n" + vtimezone(name, earliest) + b"END:VCALENDAR\r\n")
    assert calendar
    return calendar.components[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_hour_from_2008_to_2037(name: str) -> None:
    assert differences(_zone(name, date(2008, 1, 1)), name, SINCE_2008) == []


@pytest.mark.parametrize("year", [1850, 1916, 1940, 1972, 1980, 1985, 1995, 1996, 2006, 2023, 2024, 2030])
@pytest.mark.parametrize("name", NAMES)
def test_from_any_year_on(name: str, year: int) -> None:
    assert steps(_zone(name, date(year, 6, 1)), name, datetime(year, 5, 31, 12, tzinfo=UTC)) == []


def test_every_zone_of_tzdata_since_2008() -> None:
    wrong = [name for name in zones.zone_names() if steps(_zone(name, date(2008, 1, 1)), name, SINCE_2008)]
    assert wrong == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "Africa/Cairo"])
def test_present_events_need_two_rules_or_one_constant(name: str) -> None:
    observances = _zone(name, date(2025, 1, 1)).components
    rules = [each.first("RRULE") for each in observances]
    dst = posix.parse(zones.posix_rule(name)).dst
    assert [each.name for each in observances] in (["STANDARD"], ["DAYLIGHT", "STANDARD"])
    assert len(observances) == (2 if dst else 1)
    assert all(rules) == (dst is not None)


def test_the_present_rule_reads_the_same_whenever_a_feed_begins() -> None:
    assert len({vtimezone("Europe/Oslo", date(year, 1, 1)) for year in range(1997, 2040)}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_dateutil_reads_the_same(name: str) -> None:
    """dateutil's own reading of VTIMEZONE, a day around each change and in the middle of each month."""
    plain = vtimezone(name, date(1990, 1, 1)).decode().replace(f"X-LIC-LOCATION:{name}\r\n", "")
    read = tz.tzical(io.StringIO(plain)).get(name)
    truth = of_tzdata(name)
    walls = [datetime(year, month, 15, 12) for year in range(1990, 2038) for month in range(1, 13)]  # noqa: DTZ001
    for change in zones.changes(name):
        if change.at.year >= 1990:
            wall = (change.at + change.before.offset).replace(tzinfo=None, minute=0, second=0)
            walls += [wall + timedelta(hours=hours) for hours in (-24, -3, 3, 24)]
    assert [
        wall for wall in walls if wall.replace(tzinfo=read).utcoffset() != wall.replace(tzinfo=truth).utcoffset()
    ] == []


def test_no_zone_by_that_name() -> None:
    for name in ("Europe/Olso", "../../etc/passwd", "", "/etc/localtime"):
        assert not zones.is_zone(name)
        with pytest.raises(zones.ZoneInfoNotFoundError):
            vtimezone(name, date(2024, 1, 1))


def test_a_rule_of_another_form_is_refused() -> None:
    for text in ("", "CET", "CET-1CEST,J60,J300", "CET-1CEST"):
        with pytest.raises(ValueError, match="POSIX"):
            posix.parse(text)
