"""An address that was published and is gone is told; with `strict` it stops the build."""

from dataclasses import replace

import pytest

from sitegen.pipeline.build import Job, build
from tests.calendars.sites import Place, event

FILES = {
    "content/topics/klima.md": "---\nname: Klima\n---\n",
    "content/events/a.nb.md": event("A", more="topics: [klima]\npublished: 2026-01-02\n"),
    "content/events/b.nb.md": event("B", more="published: 2026-01-02\n"),
}


@pytest.fixture
def lessened(place: Place) -> Place:
    """A site of which a build is published, and an event is gone since."""
    place.write(FILES)
    place.build()
    place.write({"content/events/a.nb.md": None})
    return place


def job(place: Place) -> Job:
    return Job(place.site, place.root / "output", place.root / "cache", place.now, 0)


def test_pages_calendars_and_feeds_that_are_gone_are_told(lessened: Place) -> None:
    """Once: what is lost already is not lost again."""
    report = build(job(lessened))
    assert {each.code for each in report.diagnostics} == {"lost-address"}
    lost = {str(dict(each.values)["address"]) for each in report.diagnostics}
    assert {
        "/nb/arrangementer/a/",
        "/sv/evenemang/a/",
        "/nb/arrangementer/a.ics",
        "/nb/temaer/klima/kalender.ics",
        "/nb/temaer/klima/atom.xml",
    } <= lost
    assert not {each for each in lost if each.startswith(("/assets/", "/cards/"))}
    assert build(job(lessened)).diagnostics == ()


def test_strict_refuses_to_lose_an_address(lessened: Place) -> None:
    report = build(replace(job(lessened), strict=True))
    assert report.published is None
    assert (lessened.root / "output/nb/arrangementer/a/index.html").is_file()


def test_an_alias_keeps_an_address(lessened: Place) -> None:
    more = "published: 2026-01-02\naliases: [/nb/arrangementer/a/, /sv/evenemang/a/]\n"
    lessened.write({"content/events/b.nb.md": event("B", more=more)})
    lost = {str(dict(each.values)["address"]) for each in build(job(lessened)).diagnostics}
    assert "/nb/arrangementer/a.ics" in lost
    assert not lost & {"/nb/arrangementer/a/", "/sv/evenemang/a/"}


def test_the_page_of_a_month_may_go(place: Place) -> None:
    place.write({**FILES, "content/events/c.nb.md": event("C", "2027-05-04 10:00")})
    place.build()
    place.write({"content/events/c.nb.md": event("C")})
    lost = {str(dict(each.values)["address"]) for each in build(job(place)).diagnostics}
    assert not {each for each in lost if "/kalender/2027/" in each}
