"""A translation that is begun holds every word of the original, publishes none of them, and fills up field by field."""

from pathlib import Path

import pytest

from sitegen.editing.accept import plan_acceptance
from sitegen.editing.desk import Desk
from sitegen.editing.plan import carry_out
from sitegen.editing.refusal import Refusal
from sitegen.editing.translate import plan_translation
from sitegen.graph.questions import QUESTIONS
from sitegen.model.reference import Ref
from sitegen.model.words import Text
from sitegen.pipeline.build import build
from sitegen.render.telling import ENGLISH

from .stage import REPOSITORY, again, codes, diagnostics, files_in, job_in, site_in

EVENT = """@ content/events/mote.nb.md
---
title: "Møte: om krav"
summary: En dag.
slug: krav-mote
start: 2027-05-04 10:00
end: 2027-05-04 15:00
venue:
  name: Rådhuset
  city: Hamar
registration:
  url: https://www.example.com/
  note: |
    Meld deg på.

    Det er 40 plasser.
programme:
  - key: apning
    title: Åpning
    start: 10:00
    speakers: [kari, "Ola Nordmann, Eksempel"]
  - title: Krav
    prose: Vi går gjennom *kravene*.
contacts:
  - kari
  - {person: kari, role: Påmelding}
links:
  - {title: Mer, url: "https://www.example.com/mer"}
---

Velkommen til --- møtet.

## Program

- Kaffe
- Krav #1

::: note
Gratis.
:::
"""
SWEDISH = "content/events/mote.sv.md"


def begun(folder: Path, text: str = EVENT, ref: str = "event:mote", lang: str = "sv") -> Desk:
    desk = site_in(folder, text)
    desk.carry_out(plan_translation(desk.held, Ref.of(ref), lang, desk.languages(), ENGLISH))
    return again(desk)


def test_the_file_is_what_a_translator_needs(tmp_path: Path) -> None:
    begun(tmp_path)
    written = (tmp_path / SWEDISH).read_text("utf-8").split("\n")
    assert written[0] == "---"
    assert [line for line in written if not line.lstrip().startswith("#")][1:] == [
        "translates: nb",
        written[4],
        "title:",
        "summary:",
        "slug:",
        "venue:",
        "  name:",
        "  city:",
        "registration:",
        "  note: |",
        "programme:",
        "  - key: apning",
        "    title:",
        "  - title:",
        "    prose:",
        "contacts:",
        "  - role:",
        "  - role:",
        "links:",
        "  - title:",
        "",
        "---",
        "",
    ]
    assert written[4].startswith("source: ")
    for line in (
        "# Møte: om krav",
        "    # Meld deg på."[2:],
        "# ## Program",
        "# - Krav #1",
        "# ::: note",
        "# Velkommen til --- møtet.",
    ):
        assert line in written
    assert '    # speakers: [kari, "Ola Nordmann, Eksempel"]'.replace('"', "'") in written


def test_an_untouched_file_is_not_a_translation(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    assert diagnostics(desk) == ()
    assert desk.site().entities[Ref("event", "mote")].langs == ("nb",)


def test_a_title_makes_it_one_and_leaves_the_rest_to_the_original(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    path = tmp_path / SWEDISH
    path.write_text(path.read_text("utf-8").replace("\ntitle:\n", "\ntitle: Möte om krav\n"), "utf-8")
    assert diagnostics(desk) == ()
    entity = again(desk).site().entities[Ref("event", "mote")]
    assert entity.langs == ("nb", "sv")
    assert dict(entity.facts.label.entries) == {"nb": "Møte: om krav", "sv": "Möte om krav"}


def test_every_field_can_be_filled_where_it_is(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    path = tmp_path / SWEDISH
    lines = path.read_text("utf-8").split("\n")
    filled = [f"{line} Ord" if line.endswith(":") and line.lstrip("- ") in FIELDS else line for line in lines]
    filled[filled.index("slug: Ord")] = "slug: krav-motet"
    filled.insert(filled.index("  note: |") + 1, "    Anmäl dig.")
    path.write_text("\n".join(filled) + "\nVälkommen.\n", "utf-8")
    assert diagnostics(desk) == ()
    event = again(desk).site().entities[Ref("event", "mote")].facts
    assert [dict(item.title.entries)["sv"] for item in event.programme] == ["Ord", "Ord"]  # type: ignore[attr-defined]
    assert event.contacts[0].role == Text.of("sv", "Ord")


FIELDS = ("title:", "summary:", "slug:", "name:", "city:", "prose:", "role:")


def test_a_bundle_gets_its_translation_inside(tmp_path: Path) -> None:
    begun(
        tmp_path,
        "@ content/news/nytt/index.nb.md\n---\ntitle: Nytt\npublished: 2027-01-02\n---\n",
        "news:nytt",
    )
    assert (tmp_path / "content/news/nytt/index.sv.md").is_file()


@pytest.mark.parametrize(
    ("ref", "lang", "said"),
    [
        ("event:mote", "nb", "is the original"),
        ("event:mote", "no", "no language of this site"),
        ("event:mote", "fi", "no language of this site"),
        ("topic:klima", "sv", "for all languages"),
    ],
)
def test_what_cannot_be_translated_is_refused(tmp_path: Path, ref: str, lang: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        begun(tmp_path, EVENT, ref, lang)
    assert not (tmp_path / SWEDISH).exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    (tmp_path / SWEDISH).write_text("", "utf-8")
    with pytest.raises(Refusal, match="there already"):
        plan_translation(again(desk).held, Ref("event", "mote"), "sv", desk.languages(), ENGLISH)


def test_a_very_long_text_is_named_and_not_copied(tmp_path: Path) -> None:
    text = EVENT + "\n## Mer\n\n" + "Ord og atter ord.\n" * 4000
    desk = begun(tmp_path, text)
    assert diagnostics(desk) == ()
    assert "The text of the original is in content/events/mote.nb.md" in (tmp_path / SWEDISH).read_text("utf-8")


def test_every_original_of_the_portal_can_be_begun(tmp_path: Path) -> None:
    desk = Desk.at(job_in(REPOSITORY))
    writes = {}
    for entity in desk.site().entities.values():
        for lang in desk.languages() if entity.original else ():
            if lang not in entity.langs:
                writes.update(plan_translation(desk.held, entity.ref, lang, desk.languages(), ENGLISH).writes)
    assert len(writes) > 100
    for path, data in {**files_in(REPOSITORY), **writes, "site.yaml": (REPOSITORY / "site.yaml").read_bytes()}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    whole = Desk.at(job_in(tmp_path))
    assert whole.loaded().diagnostics == desk.loaded().diagnostics
    assert {ref: entity.langs for ref, entity in whole.site().entities.items()} == {
        ref: entity.langs for ref, entity in desk.site().entities.items()
    }


def translated(folder: Path) -> Desk:
    desk = begun(folder)
    path = folder / SWEDISH
    path.write_text(path.read_text("utf-8").replace("\ntitle:\n", "\ntitle: Möte om krav\n") + "Välkommen.\n", "utf-8")
    return again(desk)


def edited(folder: Path, old: str, new: str) -> None:
    path = folder / "content/events/mote.nb.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_an_accepted_translation_differs_in_the_value_of_source_alone(tmp_path: Path) -> None:
    desk = translated(tmp_path)
    path = tmp_path / SWEDISH
    rough = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").replace(b"title: M", b"title:   M")
    path.write_bytes(rough)
    edited(tmp_path, "Velkommen", "Hjertelig velkommen")
    assert codes(desk) == ["stale-translation"]
    now = again(desk)
    now.carry_out(plan_acceptance(now.held, SWEDISH, desk.languages()))
    assert codes(desk) == []
    before, after = rough.split(b"\r\n"), path.read_bytes().split(b"\r\n")
    assert len(before) == len(after)
    assert [one[:8] for one, other in zip(before, after, strict=True) if one != other] == [b"source: "]


@pytest.mark.parametrize(
    "line", ["", "source:\n", "source: ~\n", "source: '3f9a1c07'\n", 'source: "3f9a1c07" # as of May\n']
)
def test_a_translation_without_a_source_can_be_accepted(tmp_path: Path, line: str) -> None:
    desk = site_in(tmp_path, f"@ content/events/frokost.sv.md\n---\ntranslates: nb\n{line}title: Frukost\n---\n")
    path = "content/events/frokost.sv.md"
    carry_out(plan_acceptance(desk.held, path, desk.languages()), tmp_path, desk.held)
    assert codes(desk) == []
    assert b"# as of May" in (tmp_path / path).read_bytes() or "May" not in line
    assert again(desk).site().entities[Ref("event", "frokost")].version("sv").made_from.count(" ") == 2


def test_only_translations_are_accepted(tmp_path: Path) -> None:
    desk = site_in(tmp_path)
    for path, said in (("content/events/frokost.nb.md", "not a translation"), ("content/x.md", "not a text")):
        with pytest.raises(Refusal, match=said):
            plan_acceptance(desk.held, path, desk.languages())


def test_a_page_knows_that_its_text_is_behind_and_is_published_all_the_same(tmp_path: Path) -> None:
    desk = translated(tmp_path)
    stale = QUESTIONS["stale"]
    assert stale(desk.site(), "event:mote", "sv") is None
    edited(tmp_path, "En dag", "To dager")
    found = stale(again(desk).site(), "event:mote", "sv")
    assert (found.lang, found.address, found.parts) == ("nb", "nb/arrangementer/krav-mote/", ("summary",))  # type: ignore[attr-defined]
    for lang in ("nb", "nn"):
        assert stale(again(desk).site(), "event:mote", lang) is None
    report = build(desk.job)
    assert [each.code for each in report.diagnostics] == ["stale-translation"]
    page = (desk.job.output / "sv/evenemang/mote/index.html").read_text("utf-8")
    assert "Välkommen." in page
