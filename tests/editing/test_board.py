"""The board says of each document in each language how far it is, and counts words by language."""

import json
from pathlib import Path

from sitegen.editing.accept import plan_acceptance
from sitegen.editing.board import QUARTER, Board, Text, board

from .stage import again, site_in, sitegen

SITE = """@ content/events/mote.nb.md
---
title: Møte
summary: En dag.
start: 2027-05-04 10:00
venue: {name: Rådhuset, city: Hamar}
---
Velkommen hit.

## Program

Kaffe.
@ content/events/mote.nn.md
---
translates: nb
title: Møte
summary: Ein dag.
---
Velkomen hit.
@ content/events/mote.sv.md
---
translates: nb
title: Möte
---
@ content/topics/miljo.md
---
name: {nb: Miljø, sv: Miljö}
description: {nb: Om miljø.}
---
"""


def board_of(folder: Path) -> Board:
    desk = site_in(folder, SITE)
    desk.carry_out(plan_acceptance(desk.held, "content/events/mote.nn.md", desk.languages()))
    return board(again(desk).site())


def texts(found: Board, ref: str) -> dict[str, Text]:
    row = next(row for row in found.rows if row.ref == ref)
    return {text.lang: text for text in row.texts}


def test_each_text_has_its_status(tmp_path: Path) -> None:
    found = texts(board_of(tmp_path), "event:mote")
    assert {lang: text.status for lang, text in found.items()} == {
        "nb": "original",
        "nn": "complete",
        "sv": "incomplete",
        "da": "missing",
    }
    assert found["sv"].lacking == ("summary", "#")


def test_a_stale_text_names_what_changed(tmp_path: Path) -> None:
    board_of(tmp_path)
    path = tmp_path / "content/events/mote.nb.md"
    path.write_text(path.read_text("utf-8").replace("Kaffe", "Te").replace("En dag", "To dager"), "utf-8")
    result = sitegen(tmp_path, "translations", "--json")
    row = next(row for row in json.loads(result.stdout)["rows"] if row["ref"] == "event:mote")
    assert row["texts"][1]["status"] == "stale"
    assert row["texts"][1]["stale"] == ["summary", "Program"]


def test_a_file_for_all_languages_has_each_of_them(tmp_path: Path) -> None:
    found = texts(board_of(tmp_path), "topic:miljo")
    assert {lang: text.status for lang, text in found.items()} == {
        "nb": "complete",
        "nn": "missing",
        "sv": "incomplete",
        "da": "missing",
    }
    assert set(texts(board_of(tmp_path), "person:kari").values()) == {
        Text(lang, "complete", "content/people/kari.md") for lang in ("nb", "nn", "sv", "da")
    }


def test_counts_are_those_of_the_rows(tmp_path: Path) -> None:
    found = board_of(tmp_path)
    assert found.counts["event"]["nb"] == {
        "original": 2, "complete": 0, "incomplete": 0, "stale": 0, "unknown": 0, "missing": 0
    }  # fmt: skip
    total = sum(count for by_lang in found.counts.values() for each in by_lang.values() for count in each.values())
    assert total == len(found.rows) * len(found.languages)


def test_shares_are_of_words_in_titles_fields_and_texts(tmp_path: Path) -> None:
    found = board_of(tmp_path)
    assert found.words["nn"] == len(["Møte", "Ein", "dag.", "Velkomen", "hit.", "Klima"])
    shares = {each.lang: each for each in found.shares}
    assert shares["nn"].words == found.words["nn"]
    assert sum(each.share for each in found.shares) == 1
    assert [each.enough for each in found.shares] == [each.share >= QUARTER for each in found.shares]


def test_the_terminal_shows_what_wants_work(tmp_path: Path) -> None:
    board_of(tmp_path)
    shown = sitegen(tmp_path, "translations").stdout
    assert "incomplete: summary," in shown
    assert "the text" in shown
    assert "person:kari" not in shown
    assert "% of the Norwegian ones" in shown
