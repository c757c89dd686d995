"""Local answers hang on the ground of their document alone: where that is the same, so are they."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from sitegen.engine.question import EVERYWHERE, Answers, Question
from sitegen.foundation.digest import digest_value
from sitegen.graph import grounds as module
from sitegen.graph.grounds import LOCAL, grounds
from sitegen.graph.questions import QUESTIONS, TIMELY
from sitegen.graph.site import Site
from sitegen.pipeline.answers import site_answers
from tests.cases.site_cases import NOW, lay_out, loaded, site_of
from tests.graph.test_timely import FILES, asked

SWEDISH = "@ content/news/a.sv.md\n---\ntitle: A på svenska\ntranslates: nb\n---\n\nText.\n"
MADE_FROM = SWEDISH.replace("translates: nb", "translates: nb\nsource: 0123456789ab")
TOPIC = "@ content/topics/klima.md\n---\nname: {nb: Klima og natur}\n---\n"
LEDGER = "@ calendar.ledger\nentry x@example.org 1 2026-01-01T00:00:00Z 2026-01-01T00:00:00Z " + "0" * 32 + "\n"


@dataclass(frozen=True)
class Edit:
    """What makes another site of the files: words that are replaced, files that are added, time that passes."""

    old: str = ""
    new: str = ""
    added: str = ""
    now: datetime = NOW


EDITS = {
    "nothing": Edit(),
    "a title": Edit("title: X\n", "title: Y\n"),
    "a text": Edit("## Program\n", "## Programmet\n"),
    "a file's name": Edit("@ content/events/over.nb.md", "@ content/events/over/index.nb.md"),
    "a slug": Edit("title: A\n", "title: A\nslug: annen\n"),
    "a draft": Edit("title: B\n", "title: B\ndraft: true\n"),
    "a picture": Edit("(a picture)", "(another picture)"),
    "a translation": Edit(added=SWEDISH),
    "what it was made from": Edit(added=MADE_FROM),
    "another document": Edit(added=TOPIC),
    "a status": Edit("status: cancelled\n", ""),
    "a ledger": Edit(added=LEDGER),
    "weeks": Edit(now=NOW + timedelta(days=40)),
    "months": Edit(now=NOW + timedelta(days=90)),
    "years": Edit(now=NOW + timedelta(days=700)),
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    return {name: _site(edit, tmp_path_factory.mktemp("site")) for name, edit in EDITS.items()}


def _site(edit: Edit, folder: Path) -> Site:
    assert edit.old in FILES
    lay_out(site_of(FILES.replace(edit.old, edit.new, 1) + edit.added), folder)
    made = loaded(folder, edit.now)
    assert made.good, made.diagnostics
    assert made.site is not None
    return made.site


def wrongly_believed(sites: dict[str, Site]) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """From which site to which, and which question: one that has another answer on the same ground."""
    on = {name: dict(module._grounds(site)) for name, site in sites.items()}
    said = {name: dict(_answers(site)) for name, site in sites.items()}
    for one, other in permutations(sites, 2):
        if on[one][EVERYWHERE] != on[other][EVERYWHERE]:
            continue
        for question, digest in said[one].items():
            subject = question[1][0]
            if on[one].get(subject) == on[other].get(subject) and said[other].get(question, digest) != digest:
                yield (one, other, *question)


def _answers(site: Site) -> Iterator[tuple[tuple[str, tuple[str, ...]], str]]:
    for name, arguments in asked(site):
        if name in LOCAL:
            yield (name, arguments), digest_value(QUESTIONS[name](site, *arguments))


def test_the_same_ground_has_the_same_answers(sites: dict[str, Site]) -> None:
    assert list(wrongly_believed(sites)) == []


@pytest.mark.parametrize("name", sorted(EDITS.keys() - {"nothing", "a ledger"}))
def test_each_edit_changes_a_local_answer(name: str, sites: dict[str, Site]) -> None:
    """So that the test above looks at something; the ledger is no ground of a document."""
    assert dict(_answers(sites[name])) != dict(_answers(sites["nothing"]))


@pytest.mark.parametrize("dropped", range(4))
def test_a_ground_that_leaves_something_out_is_found(
    dropped: int, sites: dict[str, Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = module._ground

    def planted(site: Site, entity: object) -> Iterator[str]:
        parts = list(honest(site, entity))  # type: ignore[arg-type]
        yield from (part for part in parts if _sort(part) != dropped)

    monkeypatch.setattr(module, "_ground", planted)
    assert list(wrongly_believed(sites))


def _sort(part: str) -> int:
    """Which of the lines of a ground this is: of its words, a text, a file, or of what the instant changes."""
    words = part.split(" ")
    return {5: 1, 2: 2}.get(len(words), 3 if part == "struck" or part.isdigit() else 0)


def test_what_the_instant_changes_is_local_only_with_its_ground() -> None:
    assert {"contacts", "in_calendars"} == LOCAL & TIMELY


def test_only_what_is_on_other_ground_is_left_to_be_asked(sites: dict[str, Site]) -> None:
    before, after = (Answers(site_answers(sites[name]), grounds(sites[name])) for name in ("nothing", "a title"))
    given = {Question(*each): before.digest(Question(*each)) for each in asked(sites["nothing"])}
    left = after.believe(given, before.grounds)
    assert set(left) == {each for each in given if each.name not in LOCAL or each.args[0] == "event:x"}
    assert all(after.digest(each) == given[each] for each in given.keys() - left)


def test_on_another_configuration_everything_is_asked(sites: dict[str, Site]) -> None:
    before, after = (Answers(site_answers(sites[name]), grounds(sites[name])) for name in ("nothing", "a ledger"))
    given = {Question(*each): before.digest(Question(*each)) for each in asked(sites["nothing"])}
    assert set(after.believe(given, before.grounds)) == set(given)
