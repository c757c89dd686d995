"""jCal (RFC 7265) is equal to the feed beside it, as ical.js and icalendar read the two."""

import json

import icalendar
import pytest

from sitegen.render.ical.jcal import jcal
from tests.calendars.sites import Feeds, Place
from tests.calendars.torture import FILES
from tests.render.ical.parsers import node
from tests.render.ical.torture import ENTRIES, RECURRING, written

BACKSLASHES = "hostile-backslashes@example.org"
TYPED = ("name", "color", "conference", "image", "refresh-interval", "source")
"""Properties of RFC 7986, which ical.js does not know by name; it gives their values as they stand."""


def test_ical_js_reads_the_feed_as_the_same_jcal() -> None:
    """But for one text: ical.js takes an escaped backslash before a comma for an escaped comma."""
    data = written(*(each for each in (*ENTRIES, *RECURRING) if each.uid != BACKSLASHES))
    theirs, ours = json.loads(node("to_jcal.cjs", data)), json.loads(jcal(data))
    assert _known(ours) == _known(theirs)


def test_a_comma_after_a_backslash_parts_two_categories() -> None:
    one = next(each for each in ENTRIES if each.uid == BACKSLASHES)
    properties = json.loads(jcal(written(one)))[2][-1][1]
    (categories,) = [each[3:] for each in properties if each[0] == "categories"]
    assert categories == [each.text for each in one.categories]


def _known(component: list[object]) -> list[object]:
    """A component without what is typed otherwise: whole numbers and rules are equal as they are told."""
    name, properties, inner = component
    assert isinstance(properties, list)
    assert isinstance(inner, list)
    told = [each for each in properties if each[0] not in TYPED and not each[0].startswith("x-")]
    return [name, sorted(told, key=str), [_known(each) for each in inner]]


def test_icalendar_reads_both_alike() -> None:
    data = written(*ENTRIES, *RECURRING)
    from_ics, from_jcal = icalendar.Calendar.from_ical(data), icalendar.Calendar.from_jcal(jcal(data).decode())
    pairs = list(zip(from_ics.walk("VEVENT"), from_jcal.walk("VEVENT"), strict=True))
    assert len(pairs) > 60
    for one, other in pairs:
        assert set(one) == set(other)
        for name in ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "URL", "SEQUENCE"):
            assert one.get(name) == other.get(name)
        for name in ("DTSTART", "DTEND", "LAST-MODIFIED"):
            assert one[name].dt == other[name].dt


@pytest.fixture
def feeds(place: Place) -> Feeds:
    place.write(FILES)
    return place.build()


def test_each_main_feed_has_one_beside_it(place: Place, feeds: Feeds) -> None:
    for lang in ("nb", "sv", "da"):
        beside = (place.root / f"output/{lang}/kalender.jcal").read_bytes()
        assert beside == jcal(feeds[f"{lang}/kalender.ics"])
        assert json.loads(beside)[0] == "vcalendar"
