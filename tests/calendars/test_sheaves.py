"""Where events are many, their entries and calendars are made in sheaves: what is published stays the same."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.cli.explain import told
from sitegen.engine import sheaf
from sitegen.engine.explain import Explanation
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.engine.trace import load
from sitegen.outputs.calendars import NAME as CALENDARS
from sitegen.pipeline import parts
from sitegen.pipeline.build import STORE, Job, Report, explain
from sitegen.pipeline.load import load as load_site
from sitegen.pipeline.parts import KEY
from sitegen.pipeline.turning import next_change
from tests.calendars.sites import Place, event

EVENTS = 12
TOPIC = {"content/topics/miljo.md": "---\nname: {nb: Miljø, sv: Miljö}\n---\n"}
TEXTS = {
    f"content/events/mote-{number}.nb.md": event(
        f"Møte {number}",
        f"2027-03-{number + 1:02} 10:00",
        "topics: [miljo]\n" if number % 2 else "",
    )
    for number in range(EVENTS)
}


@pytest.fixture(params=["alone", "gathered"])
def gathered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether events are made in sheaves."""
    if request.param == "gathered":
        monkeypatch.setattr(sheaf, "MANY", 4)
        monkeypatch.setattr(sheaf, "SHEAVES", 3)
    return bool(request.param == "gathered")


@pytest.fixture
def built(place: Place, gathered: bool) -> Place:
    place.write({**TOPIC, **TEXTS})
    place.build()
    assert len(_made(place)) == (3 if gathered else EVENTS) * 2
    return place


def _made(place: Place) -> set[str]:
    """The outputs that are calendars of single events, by what each says of itself."""
    paths = [f"{lang}/mote-{number}.ics" for lang in ("nb/arrangementer", "sv/evenemang") for number in range(EVENTS)]
    return {_explained(place, path).partition(": ")[2].partition("\n")[0] for path in paths}


def _explained(place: Place, path: str) -> str:
    found = explain(Job(place.site, place.root / "output", place.root / "cache", place.now, place.clock), path)
    assert isinstance(found, Explanation)
    return told(found)


def test_the_tree_and_what_is_told_of_it_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trees, reports, ledgers = [], [], []
    for many in (sheaf.MANY, 4):
        monkeypatch.setattr(sheaf, "MANY", many)
        monkeypatch.setattr(sheaf, "SHEAVES", 3)
        place = Place(tmp_path / str(many))
        place.write({**TOPIC, **TEXTS})
        place.build(record=True)
        root = place.root / "output"
        trees.append({path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()})
        assert place.report is not None
        reports.append(replace(place.report, reasons=None))
        ledgers.append(place.ledger.read_bytes())
    assert trees[0] == trees[1]
    assert len(trees[0]) > 4 * EVENTS
    assert _numbers(reports[0]) == _numbers(reports[1])
    assert reports[0].next_change is not None
    assert ledgers[0] == ledgers[1]


def _numbers(report: Report) -> tuple[object, ...]:
    return report.outputs, report.next_change, report.recording, sorted(report.rendered), report.published


def test_an_edit_writes_its_own_calendars_alone(built: Place, gathered: bool) -> None:
    """Those beside it in a sheaf are made again, and are what they were."""
    built.write({"content/events/mote-4.nb.md": event("Et annet møte", "2027-03-05 10:00")})
    built.build()
    assert built.report is not None
    assert built.report.published is not None
    written = {path for path in built.report.published.written if path.endswith(".ics")}
    own = {f"{lang}/mote-4.ics" for lang in ("nb/arrangementer", "sv/evenemang")}
    assert {path for path in written if "/mote-" in path} == own
    rendered = {path for path in built.report.rendered if "/mote-" in path and path.endswith(".ics")}
    assert own <= rendered
    assert (len(rendered) > len(own)) == gathered


def test_what_an_event_names_reaches_its_calendar(built: Place) -> None:
    built.write({"content/topics/miljo.md": "---\nname: {nb: Natur, sv: Natur}\n---\n"})
    feeds = built.build()
    natural = {path for path, data in feeds.items() if "/mote-" in path and b"CATEGORIES:Natur" in data}
    assert len(natural) == EVENTS


def test_nothing_is_made_again_when_nothing_changed(built: Place) -> None:
    built.build()
    assert built.report is not None
    assert built.report.rendered == ()


def test_an_event_that_goes_takes_its_calendars_along(built: Place) -> None:
    built.write({"content/events/mote-4.nb.md": None})
    feeds = built.build()
    assert {path for path in feeds if "mote-4" in path} == set()
    assert len([path for path in feeds if "/mote-" in path]) == 2 * (EVENTS - 1)
    assert built.report is not None
    codes = {(each.code, dict(each.values)["address"]) for each in built.report.diagnostics}
    assert ("lost-address", "/nb/arrangementer/mote-4.ics") in codes


def test_a_calendar_explains_itself(built: Place, gathered: bool) -> None:
    said = _explained(built, "nb/arrangementer/mote-4.ics")
    assert f"made by {CALENDARS}(nb, " in said
    assert (", at once with " in said) == gathered
    assert "now: fresh" in said
    assert "last rendered because it is new" in said
    built.write({"content/events/mote-4.nb.md": event("Et annet møte", "2027-03-05 10:00")})
    changed = _explained(built, "nb/arrangementer/mote-4.ics")
    assert "now: the answer changed to " in changed
    assert ("ground(event:mote-4)" in changed) == gathered


def test_entries_that_the_cache_has_lost_are_written_again(built: Place) -> None:
    """Another event changes, and the feeds that hold both ask for them."""
    with Store(built.root / "cache" / STORE) as store:
        assert store.write(KEY, {}, keep=()) is None
    built.write({"content/events/mote-4.nb.md": event("Et annet møte", "2027-03-05 10:00")})
    feeds = built.build()
    assert feeds == built.build(cache="another")
    assert feeds["nb/kalender.ics"].count(b"BEGIN:VEVENT") == EVENTS


def test_entries_of_a_build_that_was_killed_are_not_taken_for_those_of_the_last(
    built: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was killed when they were kept and their memory was not; then the edit is taken back, and another event is."""
    old = built.files["content/events/mote-1.nb.md"]
    with monkeypatch.context() as patch:
        patch.setattr(parts, "save_memory", _killed)
        built.write({"content/events/mote-1.nb.md": event("Et nytt møte", "2027-03-02 10:00")})
        with pytest.raises(KeyboardInterrupt):
            built.build()
    built.write({"content/events/mote-1.nb.md": old, "content/events/mote-2.nb.md": event("Et annet møte")})
    assert built.build() == built.build(cache="another")


def _killed(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_when_the_entries_alone_change_is_known(built: Place) -> None:
    """A contact goes after its last day, which entries tell and no other output need ask about by name."""
    contact = "contacts: [{person: kari, until: 2026-12-24}]\n"
    texts = {path: event(f"Møte {number}", more=contact) for number, path in enumerate(TEXTS)}
    built.write({**texts, "content/people/kari.md": "---\nname: Kari Prøve\n---\n"})
    built.build()
    assert built.report is not None
    with Store(built.root / "cache" / STORE) as store:
        memory = load(store, KEY)
        loaded = load_site(built.site, built.now, store, Workers())
    assert loaded.site is not None
    assert next_change(loaded.site, memory) == datetime(2026, 12, 24, 23, tzinfo=UTC)


def test_what_all_events_name_makes_their_entries_again_only_if_they_tell_of_it(built: Place) -> None:
    """An organiser's text is not in calendars."""
    built.write({path: event(f"Møte {n}", more="organisers: [etat]\n") for n, path in enumerate(TEXTS)})
    office = "---\nname: Prøveetaten\n---\n"
    built.write({"content/organisations/etat.md": office})
    built.build()
    built.write({"content/organisations/etat.md": f"{office}Mer om etaten.\n"})
    built.build()
    assert built.report is not None
    assert [path for path in built.report.rendered if path.endswith(".ics")] == []
    assert built.report.rendered
