"""A renamed document is the same document: all that named it names it, its readers and calendars still find it."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.editing import plan as planning
from sitegen.editing.accept import plan_acceptance
from sitegen.editing.desk import Desk
from sitegen.editing.plan import NotPlanned, Plan, Undone, carry_out
from sitegen.editing.refusal import Refusal
from sitegen.editing.rename import plan_rename
from sitegen.model.reference import Ref
from sitegen.pipeline.build import build
from tests.pipeline.harness import read_tree

from .stage import again, diagnostics, files_in, site_in

SITE = """@ content/organisations/etat-a.md
---
name: Etaten
parent: digdir
---
@ content/people/anna-a.md
---
name: Anna Eksempel
organisation: etat-a
---
@ content/topics/miljo-a.md
---
name: Miljø
broader: klima
---
@ content/topics/mote-a.md
---
name: Møter
broader: miljo-a
---
@ content/projects/plan-a.nb.md
---
title: Plan
status: dialogue
lead: [etat-a]
partners:
  - organisation: etat-a
    role: Leder
steering: [etat-a, Styret for mote-a og etat-a]
process:
  - title: Møtet
    event: mote-a
    prose: Se [møtet](event:mote-a).
---
Om [](event:mote-a).
@ content/events/mote-a/index.nb.md
---
title: Møtet
start: 2027-05-04 10:00
end: 2027-05-04 15:00
image: {src: bilde.png, decorative: true}
organisers: [etat-a, digdir]
programme:
  - {key: del, title: Del, start: 10:00, calendar: true, speakers: [anna-a, Ola Nordmann]}
deadlines:
  - {title: Frist, at: 2027-05-01}
contacts: [anna-a]
projects: [plan-a]
topics:
  - miljo-a
  - topic:mote-a
---
Se [planen](../../projects/plan-a.nb.md), [meg selv](index.nb.md#program) og ![Et bilde](bilde.png).

## Program

Ord.
@ content/events/mote-a/index.sv.md
---
translates: nb
source: SOURCE
title: Mötet
---
Se [planen](project:plan-a).

## Program

Ord.
@ content/events/mote-a/bilde.png
(a picture)
@ content/news/nytt-a.nb.md
---
title: Nytt
published: 2027-01-02
authors: [person:anna-a, "organisation:etat-a"]
about: [event:mote-a, project:plan-a]
related: [event:mote-a, 'topic:mote-a', topic:miljo-a]
# about mote-a and event:mote-a
x-note: event:mote-a
aliases: [/gammelt/mote-a/]
---
I `[kode](event:mote-a)` og ord er event:mote-a bare event:mote-a, men [møtet][m] og <event:mote-a> er lenker,
og [fila](../events/mote-a/index.nb.md), [teksten](event:mote-a
"Tittel") og [delen](event:mote-a#program) også. [Miljø](topic:miljo-a), [Anna](../people/anna-a.md).

[m]: event:mote-a
@ content/news/nytt-a.sv.md
---
translates: nb
source: NEWS
title: Nytt
---
Se [mötet](event:mote-a).
"""


def site_with_sources(folder: Path) -> Desk:
    """The site, whose Swedish translations are up to date."""
    desk = site_in(folder, SITE.replace("source: SOURCE\n", "").replace("source: NEWS\n", ""))
    for path in ("content/events/mote-a/index.sv.md", "content/news/nytt-a.sv.md"):
        desk.carry_out(plan_acceptance(desk.held, path, desk.languages()))
        desk = again(desk)
    assert diagnostics(desk) == ()
    return desk


def rename(desk: Desk, ref: str, new_id: str) -> Desk:
    at = again(desk)
    at.carry_out(plan_rename(at.held, at.site(), Ref.of(ref), new_id))
    return again(desk)


def pages(desk: Desk, old: str, new: str) -> Mapping[str, bytes]:
    """What is published, with both ids as one, but for the ways from old addresses."""
    report = build(desk.job)
    assert report.published is not None
    assert {each.code for each in report.diagnostics} <= {"lost-address"}
    tree = {re.sub(f"{old}|{new}", "ID", path): _one(data, old, new) for path, data in _kept(desk)}
    return dict(sorted(tree.items()))


def _kept(desk: Desk) -> list[tuple[str, bytes]]:
    tree = read_tree(desk.job.output)
    rules = ("_redirects", "redirects.nginx.conf", "redirects.caddy")
    return [(path, data) for path, data in tree.items() if path not in rules and b'http-equiv="refresh"' not in data]


def _one(data: bytes, old: str, new: str) -> bytes:
    """With lines of calendars unfolded, as these are folded by their length."""
    return re.sub(f"{old}|{new}".encode(), b"ID", data.replace(b"\r\n ", b""))


RENAMED = ["event:mote-a", "organisation:etat-a", "person:anna-a", "topic:mote-a", "project:plan-a"]


@pytest.mark.parametrize("ref", RENAMED)
def test_pages_are_equal_but_for_addresses(tmp_path: Path, ref: str) -> None:
    desk = site_with_sources(tmp_path)
    old = Ref.of(ref).id
    new = old.removesuffix("-a") + "-b"
    before = pages(desk, old, new)
    assert diagnostics(rename(desk, ref, new)) == ()
    after = pages(desk, old, new)
    assert before.keys() == after.keys()
    assert [path for path in before if before[path] != after[path]] == []


@pytest.mark.parametrize("ref", RENAMED)
def test_back_again_the_files_are_as_before_but_for_what_was_kept(tmp_path: Path, ref: str) -> None:
    desk = site_with_sources(tmp_path)
    before = files_in(tmp_path)
    old = Ref.of(ref)
    rename(rename(desk, ref, "en-annen-0"), f"{old.kind}:en-annen-0", old.id)
    after = {path: _without_kept(data) for path, data in files_in(tmp_path).items()}
    assert after == {path: _without_kept(data) for path, data in before.items()}


def _without_kept(data: bytes) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") if not line.startswith((b"uid: ", b"aliases: ", b"source: ")))


def test_only_mentions_change_and_nothing_that_looks_like_one(tmp_path: Path) -> None:
    desk = site_with_sources(tmp_path)
    path = tmp_path / "content/news/nytt-a.nb.md"
    before = path.read_text("utf-8")
    rename(desk, "event:mote-a", "et-annet")
    assert path.read_text("utf-8") == (
        before.replace("about: [event:mote-a", "about: [event:et-annet")
        .replace("related: [event:mote-a", "related: [event:et-annet")
        .replace("<event:mote-a>", "<event:et-annet>")
        .replace("../events/mote-a/", "../events/et-annet/")
        .replace('(event:mote-a\n"', '(event:et-annet\n"')
        .replace("(event:mote-a#", "(event:et-annet#")
        .replace("[m]: event:mote-a", "[m]: event:et-annet")
    )
    assert "`[kode](event:mote-a)` og ord er event:mote-a bare" in path.read_text("utf-8")


def test_files_move_with_their_pictures_and_leave_no_folder(tmp_path: Path) -> None:
    rename(site_with_sources(tmp_path), "event:mote-a", "nytt-mote")
    events = sorted(
        path.relative_to(tmp_path / "content/events").as_posix() for path in (tmp_path / "content/events").rglob("*")
    )
    assert events == [
        "frokost.nb.md",
        "nytt-mote",
        "nytt-mote/bilde.png",
        "nytt-mote/index.nb.md",
        "nytt-mote/index.sv.md",
    ]


def test_calendars_know_the_event_and_its_parts_as_before(tmp_path: Path) -> None:
    desk = site_with_sources(tmp_path)
    build(desk.job)
    before = sorted(re.findall(rb"(?m)^UID:.*$", (desk.job.output / "nb/arrangementer/mote-a.ics").read_bytes()))
    rename(desk, "event:mote-a", "nytt-mote")
    build(desk.job)
    after = sorted(re.findall(rb"(?m)^UID:.*$", (desk.job.output / "nb/arrangementer/nytt-mote.ics").read_bytes()))
    assert before == after
    assert before
    assert "uid: event-mote-a@example.org\n" in (tmp_path / "content/events/nytt-mote/index.nb.md").read_text("utf-8")


def test_each_languages_old_address_leads_to_that_languages_page(tmp_path: Path) -> None:
    desk = site_with_sources(tmp_path)
    rename(desk, "event:mote-a", "nytt-mote")
    build(desk.job)
    rules = (desk.job.output / "_redirects").read_text("utf-8").split("\n")
    for old, new in (
        ("nb/arrangementer", "nb/arrangementer"),
        ("nn/arrangement", "nn/arrangement"),
        ("sv/evenemang", "sv/evenemang"),
    ):
        assert f"/{old}/mote-a/ /{new}/nytt-mote/ 301" in rules


def test_an_address_of_its_own_words_stays(tmp_path: Path) -> None:
    desk = site_in(tmp_path, "@ content/news/x.nb.md\n---\ntitle: X\npublished: 2027-01-02\nslug: ord\n---\n")
    rename(desk, "news:x", "y")
    assert "aliases" not in (tmp_path / "content/news/y.nb.md").read_text("utf-8")


@pytest.mark.parametrize(
    "aliases",
    [
        "aliases:\n  - /en/\n  - /to/\n",
        "aliases:\n- /en/\n",
        "aliases: [/en/]\n",
        "aliases: [ /en/ , /to/ ]\n",
        "aliases: []\n",
        "aliases:\n",
        "",
    ],
)
def test_aliases_are_added_to_those_that_are_there(tmp_path: Path, aliases: str) -> None:
    front = f"---\r\ntitle: X\npublished: 2027-01-02\n{aliases}---\n".replace("\r", "")
    desk = site_in(tmp_path, f"@ content/news/x.nb.md\n{front}")
    held = [alias for alias, _ in again(desk).site().entities[Ref("news", "x")].source.aliases]
    renamed = rename(desk, "news:x", "y")
    assert diagnostics(renamed) == ()
    now = [alias for alias, _ in renamed.site().entities[Ref("news", "y")].source.aliases]
    assert sorted(now) == sorted([*held, "/da/nyheder/x/", "/nb/nyheter/x/", "/nn/nyheiter/x/", "/sv/nyheter/x/"])
    back = rename(desk, "news:y", "x")
    assert diagnostics(back) == ()
    assert "/nb/nyheter/x/" not in (tmp_path / "content/news/x.nb.md").read_text("utf-8")


def test_every_other_byte_stays(tmp_path: Path) -> None:
    desk = site_in(tmp_path)
    odd = (
        b"\xef\xbb\xbf---\r\ntitle:   'Frukost'   # a\xcc\x8a\r\n\r\npublished: 2027-01-02\r\n"
        b"about: [ event:frokost ]\r\n---\r\n\r\na\xcc\x8a [x](event:frokost)  \r\nslutt"
    )
    path = tmp_path / "content/news/rar.nb.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(odd)
    rename(desk, "event:frokost", "morgenmat")
    assert path.read_bytes() == odd.replace(b"event:frokost", b"event:morgenmat")


def test_the_configuration_and_the_ledger_follow(tmp_path: Path) -> None:
    desk = site_in(tmp_path)
    (tmp_path / "calendar.ledger").write_text(
        "feed nb/organisasjoner/digdir/kalender.ics organisation:digdir\n", "utf-8"
    )
    rename(desk, "organisation:digdir", "direktoratet")
    assert "publisher: direktoratet\n" in (tmp_path / "site.yaml").read_text("utf-8")
    assert (tmp_path / "calendar.ledger").read_text(
        "utf-8"
    ) == "feed nb/organisasjoner/digdir/kalender.ics organisation:direktoratet\n"


def test_a_bare_id_gets_its_kind_where_it_would_be_another_documents_too(tmp_path: Path) -> None:
    news = "@ content/news/n.nb.md\n---\ntitle: N\npublished: 2027-01-02\nrelated: [frokost]\n---\n"
    desk = rename(site_in(tmp_path, news), "event:frokost", "klima")
    assert diagnostics(desk) == ()
    assert "related: [event:klima]" in (tmp_path / "content/news/n.nb.md").read_text("utf-8")


def test_what_was_stale_stays_stale_and_is_told_of_the_same_parts(tmp_path: Path) -> None:
    desk = site_with_sources(tmp_path)
    path = tmp_path / "content/news/nytt-a.nb.md"
    path.write_text(path.read_text("utf-8").replace("title: Nytt", "title: Nyere"), "utf-8")
    before = [(each.code, each.values) for each in diagnostics(desk)]
    assert before == [("stale-translation", (("found", "title"),))]
    assert [(each.code, each.values) for each in diagnostics(rename(desk, "event:mote-a", "nytt-mote"))] == before


@pytest.mark.parametrize(
    ("ref", "new", "said"),
    [
        ("event:frokost", "Frokost", "is not an id"),
        ("event:frokost", "frokost", "already called"),
        ("topic:klima", "miljo", "already"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(tmp_path: Path, ref: str, new: str, said: str) -> None:
    desk = site_in(tmp_path, "@ content/topics/miljo.md\n---\nname: Miljø\n---\n")
    before = files_in(tmp_path)
    with pytest.raises(Refusal, match=said):
        rename(desk, ref, new)
    assert files_in(tmp_path) == before


def test_a_site_with_mistakes_is_not_renamed_in(tmp_path: Path) -> None:
    desk = site_in(tmp_path, "@ content/topics/miljo.md\n---\nnaem: Miljø\n---\n")
    with pytest.raises(Refusal) as refused:
        rename(desk, "event:frokost", "morgenmat")
    assert {each.code for each in refused.value.diagnostics} == {"missing-field", "unknown-field"}


def test_mistakes_that_would_come_of_it_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    other = (
        "@ content/news/n.nb.md\n---\ntitle: N\npublished: 2027-01-02\naliases: [/nb/arrangementer/morgenmat/]\n---\n"
    )
    desk = site_in(tmp_path, other)
    before = files_in(tmp_path)
    with pytest.raises(Refusal) as refused:
        rename(desk, "event:frokost", "morgenmat")
    assert [each.code for each in refused.value.diagnostics] == ["alias-taken"]
    assert files_in(tmp_path) == before


def test_a_disk_that_refuses_half_way_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = site_with_sources(tmp_path)
    before = files_in(tmp_path)
    plan = plan_rename(desk.held, desk.site(), Ref("event", "mote-a"), "nytt-mote")
    written = []

    def refuse(path: Path, data: bytes) -> None:
        if len(written) == 2:
            monkeypatch.undo()
            raise OSError(28, "No space left on device", str(path))
        written.append(path)
        path.write_bytes(data)

    monkeypatch.setattr(planning, "replace_file", refuse)
    with pytest.raises(Undone):
        carry_out(plan, tmp_path, desk.held)
    assert len(written) == 2
    assert files_in(tmp_path) == before


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    desk = site_in(tmp_path)
    plan = plan_rename(desk.held, desk.site(), Ref("event", "frokost"), "morgenmat")
    path = tmp_path / "content/events/frokost.nb.md"
    path.write_bytes(path.read_bytes() + b"Mer.\n")
    before = files_in(tmp_path)
    with pytest.raises(NotPlanned):
        carry_out(plan, tmp_path, desk.held)
    with pytest.raises(NotPlanned):
        carry_out(Plan({"content/events/frokost.nb.md": b""}), tmp_path, desk.held)
    assert files_in(tmp_path) == before
