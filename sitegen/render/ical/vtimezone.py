"""VTIMEZONE components from tzdata (RFC 5545 §3.6.5), in rules alone: many readers pass over RDATE.

Knows how a zone's series are written. Knows nothing of events or feeds.
"""

from datetime import date, timedelta
from functools import lru_cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vDatetime, vRecur, vUTCOffset

from sitegen.render.ical.lines import Text, component
from sitegen.render.ical.observances import Series, current_onset, month_length, since
from sitegen.render.ical.onsets import Onset

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def vtimezone(name: str, earliest: date) -> bytes:
    """The zone's VTIMEZONE, right from `earliest` on.

    A pair of rules for the present; before it held, what older years need besides; one STANDARD for a
    zone that has no rule. Raises ZoneInfoNotFoundError for a name that tzdata does not have.
    """
    return _since(name, current_onset(name, earliest))


@lru_cache(maxsize=1024)
def _since(name: str, current: Onset) -> bytes:
    zone = Timezone()
    zone.add("TZID", Text(name), encode=False)
    zone.add("X-LIC-LOCATION", Text(name), encode=False)
    for series in since(name, current):
        zone.add_component(_observance(series))
    return component(zone)


def _observance(series: Series) -> TimezoneDaylight | TimezoneStandard:
    sort = series.first.sort
    written = TimezoneDaylight() if sort.daylight else TimezoneStandard()
    written.add("DTSTART", vDatetime(series.first.local), encode=False)
    written.add("TZOFFSETFROM", vUTCOffset(sort.before), encode=False)
    written.add("TZOFFSETTO", vUTCOffset(sort.after), encode=False)
    written.add("TZNAME", Text(sort.name), encode=False)
    if series.last != series.first:
        written.add("RRULE", _rule(series), encode=False)
    return written


def _rule(series: Series) -> vRecur:
    """`UNTIL` is a day after the last onset, so that readers agree who take it for local time."""
    rule = vRecur(FREQ="YEARLY", BYMONTH=series.first.sort.month)
    rule.update(_days(series))
    if series.last:
        rule["UNTIL"] = series.last.utc + timedelta(days=1)
    return rule


def _days(series: Series) -> dict[str, str | list[int]]:
    """`BYDAY=2SU` or `-1SU` where the days are such a week of the month, else the days one by one."""
    sort, low, high = series.first.sort, series.low, series.high
    day = _DAYS[sort.weekday]
    if high - low == 6 and high == month_length(sort.month):
        return {"BYDAY": f"-1{day}"}
    if high - low == 6 and low in (1, 8, 15, 22):
        return {"BYDAY": f"{low // 7 + 1}{day}"}
    return {"BYMONTHDAY": list(range(low, high + 1)), "BYDAY": day}
