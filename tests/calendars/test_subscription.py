"""khal, through vdirsyncer over HTTP, sees each change of a feed after its next sync, and nothing else."""

import pytest

from tests.calendars.sites import Place, event
from tests.calendars.subscriber import Subscriber, served

TITLE = "title"


def _titles(found: list[dict[str, str]]) -> list[str]:
    return [each[TITLE] for each in found]


@pytest.fixture
def files() -> dict[str, str]:
    moved = "repeats: {rule: FREQ=WEEKLY;COUNT=3, moved: [{from: 2027-04-12, start: 2027-04-13 12:00}]}\n"
    return {
        "content/events/edited.nb.md": event("Blåbær, øl; æbler", "2027-03-04 10:00", "venue: {name: Huset}\n"),
        "content/events/cancelled.nb.md": event("Avlyses", "2027-03-05"),
        "content/events/deleted.nb.md": event("Slettes", "2027-03-06 10:00"),
        "content/events/series.nb.md": event("Ukentlig", "2027-04-05 12:00", moved),
    }


def test_an_edit_a_cancellation_and_a_deletion_arrive(place: Place, files: dict[str, str]) -> None:
    place.write(files)
    place.build(record=True)
    with served(place.root / "output") as url:
        someone = Subscriber(place.root / "home", f"{url}/nb/kalender.ics")
        someone.sync()
        first = someone.shown("2027-03-01", "2027-03-31")
        assert _titles(first) == ["Blåbær, øl; æbler", "Avlyses", "Slettes"]
        assert [each["start"] for each in first] == ["2027-03-04 10:00", "2027-03-05", "2027-03-06 10:00"]
        assert first[0]["location"] == "Huset"
        place.write({"content/events/edited.nb.md": event("Blåbær", "2027-03-07 11:00", "venue: {name: Salen}\n")})
        place.build(record=True)
        someone.sync()
        edited = someone.shown("2027-03-01", "2027-03-31")
        assert _titles(edited) == ["Avlyses", "Slettes", "Blåbær"]
        assert (edited[2]["start"], edited[2]["location"]) == ("2027-03-07 11:00", "Salen")
        place.write({"content/events/cancelled.nb.md": event("Avlyses", "2027-03-05", "status: cancelled\n")})
        place.build(record=True)
        someone.sync()
        cancelled = someone.shown("2027-03-01", "2027-03-31")
        assert _titles(cancelled) == ["Avlyst: Avlyses", "Slettes", "Blåbær"]
        assert "CANCELLED" in cancelled[0]["status"].upper() + cancelled[0]["cancelled"].upper()
        place.write({"content/events/deleted.nb.md": None})
        place.build(record=True)
        someone.sync()
        assert _titles(someone.shown("2027-03-01", "2027-03-31")) == ["Avlyst: Avlyses", "Blåbær"]


def test_a_moved_date_of_a_series_is_where_it_was_moved_to(place: Place, files: dict[str, str]) -> None:
    place.write(files)
    place.build(record=True)
    with served(place.root / "output") as url:
        someone = Subscriber(place.root / "home", f"{url}/nb/arrangementer/series.ics")
        someone.sync()
        found = [each["start"] for each in someone.shown("2027-04-01", "2027-04-30")]
    assert found == ["2027-04-05 12:00", "2027-04-13 12:00", "2027-04-19 12:00"]


def test_a_feed_that_became_empty_can_still_be_read(place: Place) -> None:
    place.write({"content/events/a.nb.md": event("A", more="countries: [SE]\n"), "content/events/b.nb.md": event("B")})
    place.build(record=True)
    with served(place.root / "output") as url:
        someone = Subscriber(place.root / "home", f"{url}/nb/land/se/kalender.ics")
        someone.sync()
        assert _titles(someone.shown("2027-03-01", "2027-03-31")) == ["A"]
        place.write({"content/events/a.nb.md": event("A")})
        place.build(record=True)
        someone.sync("--force-delete")
        assert someone.shown("2027-03-01", "2027-03-31") == []
