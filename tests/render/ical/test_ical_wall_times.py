"""What a wall time may mean, and that zones are tzdata's everywhere."""

import copy
import pickle
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from sitegen.foundation import zones

OSLO = zones.zone("Europe/Oslo")


def _hours(day: date, clock: time, zone: ZoneInfo = OSLO) -> list[str]:
    return [each.astimezone(UTC).strftime("%H:%M") for each in zones.readings(day, clock, zone)]


def test_a_wall_time_means_one_instant_as_a_rule() -> None:
    assert _hours(date(2024, 6, 1), time(9)) == ["07:00"]


def test_a_wall_time_that_clocks_pass_over_means_none() -> None:
    assert _hours(date(2024, 3, 31), time(2)) == _hours(date(2024, 3, 31), time(2, 59)) == []
    assert _hours(date(2024, 3, 31), time(3)) == ["01:00"]


def test_a_wall_time_that_clocks_show_twice_means_two_the_earlier_first() -> None:
    assert _hours(date(2024, 10, 27), time(2, 30)) == ["00:30", "01:30"]
    assert [each.fold for each in zones.readings(date(2024, 10, 27), time(2, 30), OSLO)] == [0, 1]
    assert _hours(date(2024, 10, 27), time(3)) == ["02:00"]


def test_a_zone_that_moved_for_good_says_an_hour_once() -> None:
    nuuk = zones.zone("America/Nuuk")
    assert _hours(date(2023, 3, 25), time(22, 30), nuuk) == []
    assert _hours(date(2023, 10, 28), time(23, 30), nuuk) == ["01:30"]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_crash(day: date) -> None:
    for name in ("Pacific/Kiritimati", "Pacific/Niue", "Europe/Oslo"):
        for clock in (time(0), time(23, 59)):
            assert len(zones.readings(day, clock, zones.zone(name))) <= 1


def test_a_zone_is_one_value_and_travels_between_processes() -> None:
    moment = datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=OSLO)
    assert zones.zone("Europe/Oslo") is OSLO
    assert pickle.loads(pickle.dumps(moment)).tzinfo is copy.deepcopy(moment).tzinfo is OSLO


def test_the_machine_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONTZPATH", "")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    fresh = zones.zone.__wrapped__("Europe/Oslo")
    assert datetime(2024, 6, 1, tzinfo=fresh).utcoffset() == datetime(2024, 6, 1, tzinfo=OSLO).utcoffset()


def test_names_are_sorted_and_known() -> None:
    names = zones.zone_names()
    assert list(names) == sorted(names)
    assert all(map(zones.is_zone, ("Europe/Oslo", "America/Nuuk", "UTC", "Europe/Kyiv", "Europe/Kiev")))
