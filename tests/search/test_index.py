"""The indexes: what is in them, and that they are those of a clean build, whatever was built before."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli.build import told
from sitegen.pipeline import indexing
from sitegen.pipeline.indexing import Indexed, Indexer, IndexingFailed, installed

from .samples import FILES, Place

TOPIC = {"kind": "topic", "title": "Miljø"}
NEWS = {"kind": "news", "topics": ["miljo"], "countries": ["DK", "NO"], "day": "2026-02-03"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_each_language_has_the_documents_whose_words_its_readers_read(place: Place) -> None:
    """With the links that readers of other languages have to them; a page in another's words is not among them."""
    place.build()
    fallback = {"da": "/da/nyheder/nyhet/"}
    assert place.facets("nb") == {
        "/nb/nyheter/nyhet/": {**NEWS, "title": "Grønne innkjøp", "elsewhere": fallback},
        "/nb/temaer/miljo/": TOPIC,
    }
    assert place.facets("nn") == {
        "/nn/nyheiter/nyhet/": {**NEWS, "title": "Grønne innkjøp", "lang": "nb"},
        "/nn/tema/miljo/": TOPIC,
    }
    assert place.facets("sv") == {
        "/sv/nyheter/nyhet/": {**NEWS, "title": "Gröna inköp"},
        "/sv/teman/miljo/": {**TOPIC, "title": "Miljö"},
    }
    event = {"title": "Møde om indkøb", "kind": "event", "countries": ["DK"], "day": "2027-03-04"}
    others = {"nb": "/nb/arrangementer/mote/", "nn": "/nn/arrangement/mote/", "sv": "/sv/evenemang/mote/"}
    assert place.facets("da") == {
        "/da/arrangementer/mote/": {**event, "elsewhere": others},
        "/da/emner/miljo/": TOPIC,
    }


def test_without_fallback_pages_hits_lead_to_the_original(place: Place) -> None:
    place.write("site.yaml", FILES["site.yaml"] + "fallback_pages: false\n")
    place.build()
    found = place.facets("da")["/da/arrangementer/mote/"]["elsewhere"]
    assert found == dict.fromkeys(("nb", "nn", "sv"), "/da/arrangementer/mote/")


EDITS = {
    "a text": lambda place: place.write("content/news/nyhet.nb.md", FILES["content/news/nyhet.nb.md"] + "Nytt.\n"),
    "a fact": lambda place: place.write(
        "content/news/nyhet.nb.md", FILES["content/news/nyhet.nb.md"].replace("NO, DK", "FI")
    ),
    "a new document": lambda place: place.write(
        "content/news/ny.sv.md", "---\ntitle: Annat\npublished: 2025-01-01\n---\nMer.\n"
    ),
    "a translation gone": lambda place: place.remove("content/news/nyhet.sv.md"),
    "a document gone": lambda place: place.remove("content/events/mote.da.md"),
    "the name of a topic": lambda place: place.write(
        "content/topics/miljo.md", "---\nname: {nb: Natur, sv: Natur, da: Natur}\n---\n"
    ),
    "nothing": lambda place: None,
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_incremental_build_leaves_the_index_of_a_clean_one(place: Place, edit: str) -> None:
    """Byte for byte, in one process and in several; and a second build writes nothing."""
    place.build()
    EDITS[edit](place)
    place.build()
    place.build("clean", jobs=2)
    assert place.tree() == place.tree("clean")
    again = place.build()
    assert again.rendered == ()
    assert again.published is not None
    assert again.published.written == ()


def test_only_the_index_of_the_language_that_changed_is_written(place: Place) -> None:
    place.build()
    place.write("content/events/mote.da.md", FILES["content/events/mote.da.md"] + "Og mere.\n")
    report = place.build()
    changed = {path.split("/")[1] for path in report.rendered if path.startswith("search/")}
    assert changed == {"da"}


def test_a_cache_that_lost_the_indexes_makes_them_anew(place: Place) -> None:
    place.build()
    whole = place.tree()
    for path in (place.root / "kept.cache").iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    place.build()
    assert place.tree() == whole


def test_without_pagefind_the_page_leads_to_the_lists(place: Place) -> None:
    """And what was there goes; with it again, all is as it was."""
    place.build()
    whole = place.tree()
    report = place.build(searching=False)
    bare = place.tree()
    assert not [path for path in bare if path.startswith("search/")]
    page = bare["nb/sok/index.html"].decode()
    assert "<form" not in page
    assert 'href="/nb/nyheter/"' in page
    assert [line for line in told(report, place.job(searching=False)).splitlines() if "pagefind_bin" in line]
    again = told(place.build(), place.job())
    assert place.tree() == whole
    assert "pagefind_bin" not in again


def test_words_with_letters_of_their_own_are_found_without_them(place: Place) -> None:
    place.build()
    found = [fragment(path) for path in (place.root / "kept/search/nb/fragment").iterdir()]
    news = next(each for each in found if each["meta"]["title"] == "Grønne innkjøp")
    assert news["meta"]["named"] == "gronne innkjop"
    assert news["meta"]["folded"] == "gront kjoper miljo"
    assert "Kommunene kjøper A & B grønt." in news["content"].replace("&amp;", "&")


def test_words_are_told_by_the_places_of_hits_in_files_for_their_letters(place: Place) -> None:
    """What begins with none has a file, too; and each letter has one, so that none is asked for in vain."""
    place.build()
    folder = place.root / "kept/search/nb"
    hits = list(json.loads((folder / "facets.json").read_text("utf-8")).values())
    told = {path.stem: json.loads(path.read_text("utf-8")) for path in (folder / "words").iterdir()}
    assert set(told) == {*"abcdefghijklmnopqrstuvwxyz", "0"}
    assert set(told["m"]) == {"miljø"}
    assert [hits[at]["kind"] for at in told["g"]["grønne"]] == ["news"]
    assert {hits[at]["kind"] for at in told["m"]["miljø"]} == {"news", "topic"}
    assert [hits[at]["day"] for at in told["0"]["2026"]] == ["2026-02-03"]
    assert told["x"] == {}


def fragment(path: Path) -> Any:
    """What is kept of a page to show it, after the mark of the format."""
    return json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def test_the_same_pages_make_the_same_index_in_any_order() -> None:
    pages = {f"nb/{number}/": f"<p>ord{number} anskaffelser {number % 7}</p>" for number in range(60)}
    made = {_digest(_installed().index("nb", dict(order))) for order in (pages.items(), reversed(pages.items()))}
    assert len(made) == 1


def test_a_program_that_fails_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(IndexingFailed, match="Pagefind could not be run"):
        Indexer(tmp_path / "none", "0").index("nb", {"nb/": "<p>ord</p>"})
    with pytest.raises(IndexingFailed, match="Pagefind failed"):
        Indexer(Path("/bin/false"), "0").index("nb", {"nb/": "<p>ord</p>"})


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "hangs"
    program.write_text("#!/bin/sh\nexec /bin/sleep 600\n")
    program.chmod(0o755)
    monkeypatch.setattr(indexing, "LONGEST", 0.2)
    with pytest.raises(IndexingFailed, match="did not end within"):
        Indexer(program, "0").index("nb", {"nb/": "<p>ord</p>"})


def _installed() -> Indexer:
    found = installed()
    assert found is not None, "pip install .[search]"
    return found


def _digest(made: Indexed) -> str:
    return repr(sorted(made.files.items()))
