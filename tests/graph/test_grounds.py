"""Local answers hang on the ground of their document alone: where that is the same, so are they."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from sitegen.engine.question import EVERYWHERE, Answers, Question
from sitegen.foundation.digest import Digest, digest_value
from sitegen.graph import grounds as module
from sitegen.graph.entity import pieces
from sitegen.graph.grounds import LOCAL, OTHERS, grounds
from sitegen.graph.questions import QUESTIONS, TIMELY
from sitegen.graph.site import Site
from sitegen.model.picture import Picture
from sitegen.model.reference import Ref
from sitegen.model.wording import source_of
from sitegen.pipeline.answers import site_answers
from tests.cases.site_cases import NOW, lay_out, loaded, site_of
from tests.graph.test_timely import FILES, asked

ORIGINAL = "@ content/news/m.nb.md\n---\ntitle: M\npublished: 2027-01-02\n---\n\n{text}\n"
SWEDISH = "@ content/news/{name}.sv.md\n---\ntitle: På svenska\ntranslates: nb\n{source}---\n\nText.\n"
TOPIC = "@ content/topics/klima.md\n---\nname: {nb: Klima og natur}\n---\n"
LEDGER = "@ calendar.ledger\nentry x@example.org 1 2026-01-01T00:00:00Z 2026-01-01T00:00:00Z " + "0" * 32 + "\n"
CONFIGURATION = """\
@ site.yaml
title: {{nb: Eksempel, sv: Exempel, da: Eksempel}}
url: https://example.org/
timezone: {zone}
fallback_pages: {pages}
languages:
  nb: {{reads: [nn], fallback: [da, sv]}}
  nn: {{reads: [nb], fallback: [da, sv]}}
  sv: {{fallback: [nb, da, nn]}}
  da: {{fallback: [nb, nn, sv]}}
publisher: digdir
"""


TRUE = "that of the wording of which the text says that something is *important*"


def translated(text: str, source: str) -> str:
    """An original, and a translation that says what it was made from."""
    return ORIGINAL.format(text=text) + SWEDISH.format(name="m", source=f"source: {source}\n")


@dataclass(frozen=True)
class Edit:
    """What makes another site of the files: words that are replaced, files that are added, time that passes.

    `draws` and `picture` are what the machine that builds it can do.
    """

    old: str = ""
    new: str = ""
    added: str = ""
    now: datetime = NOW
    draws: bool = False
    picture: Picture | None = None


EDITS = {
    "nothing": Edit(),
    "a title": Edit("title: X\n", "title: Y\n"),
    "a text": Edit("## Program\n", "## Programmet\n"),
    "a slug": Edit("title: A\n", "title: A\nslug: annen\n"),
    "a file's name": Edit("@ content/events/over.nb.md", "@ content/events/over/index.nb.md"),
    "a draft": Edit("title: B\n", "title: B\ndraft: true\n"),
    "a picture": Edit("(a picture)", "(another picture)"),
    "a picture that can be looked at": Edit(picture=Picture("png", 100, 50, True)),
    "cards that can be drawn": Edit(draws=True),
    "a translation": Edit(added=SWEDISH.format(name="a", source="")),
    "a source": Edit(added=translated("Det er *viktig*.", TRUE)),
    "another source": Edit(added=translated("Det er *viktig*.", "0123456789ab")),
    "another wording": Edit(added=translated("Det er _viktig_.", TRUE)),
    "another document": Edit(added=TOPIC),
    "a status": Edit("status: cancelled\n", ""),
    "a ledger": Edit(added=LEDGER),
    "an empty ledger": Edit(added="@ calendar.ledger\n"),
    "another zone": Edit(added=CONFIGURATION.format(zone="America/New_York", pages="true")),
    "no pages for others": Edit(added=CONFIGURATION.format(zone="Europe/Oslo", pages="false")),
    "weeks": Edit(now=NOW + timedelta(days=40)),
    "months": Edit(now=NOW + timedelta(days=90)),
    "years": Edit(now=NOW + timedelta(days=700)),
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    made = _site(EDITS["another source"], tmp_path_factory.mktemp("site"), "")
    true = source_of(made.entities[Ref("news", "m")].source.parts)
    return {name: _site(edit, tmp_path_factory.mktemp("site"), true) for name, edit in EDITS.items()}


def _site(edit: Edit, folder: Path, true: str) -> Site:
    assert edit.old in FILES
    lay_out(site_of(FILES.replace(edit.old, edit.new, 1) + edit.added.replace(TRUE, true)), folder)
    made = loaded(folder, edit.now)
    assert made.good, made.diagnostics
    assert made.site is not None
    given = made.site.files.items()
    files = {ref: tuple(replace(each, picture=edit.picture) for each in beside) for ref, beside in given}
    return replace(made.site, draws=edit.draws, files=files)


def wrongly_believed(sites: dict[str, Site]) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """From which site to which, and which question: one that has another answer on the same ground."""
    on = {name: dict(module._grounds(site)) for name, site in sites.items()}
    said = {name: dict(_answers(site)) for name, site in sites.items()}
    for one, other in permutations(sites, 2):
        same = {subject for subject, _ in on[one].items() & on[other].items()}
        for (name, arguments), digest in said[one].items():
            if {EVERYWHERE, OTHERS.get(name, arguments[0])} <= same and said[other][name, arguments] != digest:
                yield one, other, name, arguments


def _answers(site: Site) -> Iterator[tuple[tuple[str, tuple[str, ...]], str]]:
    for name, arguments in asked(site):
        if name in LOCAL or name in OTHERS:
            yield (name, arguments), digest_value(QUESTIONS[name](site, *arguments))


def test_the_same_ground_has_the_same_answers(sites: dict[str, Site]) -> None:
    assert list(wrongly_believed(sites)) == []


@pytest.mark.parametrize("name", sorted(EDITS.keys() - {"nothing"}))
def test_each_edit_changes_a_local_answer(name: str, sites: dict[str, Site]) -> None:
    """So that the test above looks at something."""
    assert dict(_answers(sites[name])) != dict(_answers(sites["nothing"]))


PIECES = [
    ("words", 2),
    ("text", 2),  # where it stands
    ("text", 4),  # what it was made from
    ("text", 5),  # the body
    ("wording", 1),
    ("file", 2),  # its bytes
    ("file", 3),  # what it shows
    ("contacts", 1),
    ("struck", 0),
]
"""Each thing that a ground says and that nothing else in it tells as well."""


@pytest.mark.parametrize(("sort", "at"), PIECES)
def test_a_ground_that_leaves_something_out_is_found(
    sort: str, at: int, sites: dict[str, Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = module._grounds

    def planted(site: Site) -> Iterator[tuple[str, Digest]]:
        for entity in site.entities.values():
            told = [*pieces(entity), *module.beside(site, entity)]
            left = [(*piece[:at], *piece[at + 1 :]) if piece[0] == sort else piece for piece in told]
            yield entity.name, digest_value([piece for piece in left if piece])
        yield from ((each, ground) for each, ground in honest(site) if each in (EVERYWHERE, module.LEDGER))

    monkeypatch.setattr(module, "_grounds", planted)
    assert list(wrongly_believed(sites))


@pytest.mark.parametrize("at", [0, 1])
def test_a_common_ground_that_leaves_something_out_is_found(
    at: int, sites: dict[str, Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = module.everywhere
    monkeypatch.setattr(module, "everywhere", lambda site: (honest(site)[at],))
    assert list(wrongly_believed(sites))


@pytest.mark.parametrize("at", [0, 1])
def test_a_ground_of_the_ledger_that_leaves_something_out_is_found(
    at: int, sites: dict[str, Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = module.recorded
    monkeypatch.setattr(module, "recorded", lambda site: (honest(site)[at],))
    assert {found[2] for found in wrongly_believed(sites)} == {"recorded"}


def test_what_the_instant_changes_is_local_only_with_its_ground() -> None:
    assert frozenset({"contacts", "in_calendars"}) == LOCAL & TIMELY


def believed(before: Site, after: Site) -> set[Question]:
    """Of all questions, those that are not asked again."""
    old, new = (Answers(site_answers(site), grounds(site)) for site in (before, after))
    given = {Question(*each): old.digest(Question(*each)) for each in asked(before)}
    kept = set(given) - set(new.believe(given, old.grounds))
    assert all(new.digest(each) == given[each] for each in kept)
    return kept


def test_only_what_is_on_other_ground_is_asked_again(sites: dict[str, Site]) -> None:
    local = {Question(*each) for each in asked(sites["nothing"]) if each[0] in LOCAL}
    recorded = {Question(*each) for each in asked(sites["nothing"]) if each[0] in OTHERS}
    kept = {name: believed(sites["nothing"], sites[name]) for name in ("nothing", "a title", "a ledger")}
    assert kept["nothing"] == {*local, *recorded}
    assert kept["a ledger"] == local
    assert kept["a title"] == {*(each for each in local if each.args[0] != "event:x"), *recorded}


def test_what_is_gone_or_new_is_asked(sites: dict[str, Site]) -> None:
    here, gone = sites["nothing"], sites["a draft"]
    draft = next(iter(here.entities.keys() - gone.entities.keys()))
    assert all(each.args[0] != str(draft) for each in (*believed(here, gone), *believed(gone, here)))
    assert Ref("news", "b") == draft


@pytest.mark.parametrize("name", ["another zone", "no pages for others", "cards that can be drawn"])
def test_on_another_common_ground_everything_is_asked(name: str, sites: dict[str, Site]) -> None:
    assert believed(sites["nothing"], sites[name]) == set()


def test_without_grounds_everything_is_asked(sites: dict[str, Site]) -> None:
    answers = Answers(site_answers(sites["nothing"]))
    given = {Question(*each): answers.digest(Question(*each)) for each in asked(sites["nothing"])}
    assert set(answers.believe(given, answers.grounds)) == set(given)
