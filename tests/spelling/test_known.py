"""What a site knows itself: the names that its facts have, and its own lists of words."""

from pathlib import Path

import pytest

from tests.spelling.stage import misspelt, news, spelt, stage
from tests.telling.stage import check

FACTS = """\
@ content/people/ola.md
---
name: Ola Zorgvik
---
@ content/organisations/etat.md
---
name: Zorgfabrikken
short_name: Zorgf
former_names:
  - {name: Gamlezorg, until: 2019-12-31}
---
@ content/topics/emne.md
---
name: {nb: Zirkulering, sv: Zirkulation}
---
@ content/events/dag.nb.md
---
title: En dag
start: 2027-03-04 10:00
venue: {name: Zillestua, city: Zandvika, country: NO}
---
"""


def test_names_of_the_site_are_known_and_may_end_in_s(tmp_path: Path) -> None:
    text = "Zorgvik kommer. Zorgfabrikkens hus. Zorgf svarer. Gamlezorg finnes. Zillestua er i hus. Zandvikas torg."
    stage(tmp_path, FACTS + news(text))
    assert misspelt(spelt()) == []
    stage(tmp_path, news(text))
    for path in ("people/ola.md", "organisations/etat.md", "topics/emne.md", "events/dag.nb.md"):
        (tmp_path / "content" / path).unlink()
    assert len(misspelt(spelt())) == 6


def test_the_name_of_a_topic_is_known_in_its_own_language(tmp_path: Path) -> None:
    stage(tmp_path, FACTS + news("Om zirkulering og zirkulation."))
    assert misspelt(spelt()) == ["zirkulation"]


def test_a_word_of_the_list_is_known_with_and_without_a_capital(tmp_path: Path) -> None:
    text = "Zorgord er bra. Et zorgord til. Et zorgords slutt. Znavn og znavn."
    stage(tmp_path, "@ words.txt\n# Våre egne\nzorgord  # et ord\nZnavn\n" + news(text))
    assert misspelt(spelt()) == ["znavn"]


def test_a_list_may_be_of_one_language(tmp_path: Path) -> None:
    stage(tmp_path, "@ words/nb.txt\nzorgord\n" + news("Et zorgord.") + news("Ett zorgord.", "sv", "translates: nb\n"))
    result = spelt()
    assert misspelt(result) == ["zorgord"]
    assert "sak.sv.md" in result.stderr


def test_a_list_that_is_no_text_is_told(tmp_path: Path) -> None:
    stage(tmp_path, news("Teksten."))
    (tmp_path / "words.txt").write_bytes(b"godt\nd\xe5rlig\n")
    result = spelt()
    assert "words.txt:2:2: error: The file is not UTF-8 text (byte 0xE5). [not-utf-8]" in result.stderr
    assert result.exit_code == 1


def test_a_line_of_a_list_that_is_no_word_is_told_and_teaches_nothing(tmp_path: Path) -> None:
    lists = "@ words.txt\n# Våre egne\nzorgord\n  zto zord  # to\nztall9\nz-ord\nz’en\n"
    stage(tmp_path, lists + news("Et zorgord, zto, zord, z-ord og z'en."))
    result = spelt()
    told = [line for line in result.stderr.splitlines() if "[words-line]" in line]
    assert told == [
        "words.txt:3:3: warning: “zto zord” is not one word, so that nothing is learned from this line. [words-line]",
        "words.txt:4:1: warning: “ztall9” is not one word, so that nothing is learned from this line. [words-line]",
    ]
    assert misspelt(result) == ["zto", "zord"]
    assert "no mistakes" in check("--site", ".").stdout


@pytest.mark.parametrize(
    ("name", "near"),
    [("NB.txt", "nb"), ("nb-NO.txt", "nb"), ("nb", "nb"), ("sv.text", "sv"), ("xx.txt", ""), (".DS_Store", None)],
)
def test_a_list_of_no_language_of_the_site_is_told(name: str, near: str | None, tmp_path: Path) -> None:
    stage(tmp_path, f"@ words/{name}\nzorgord\n" + news("Teksten."))
    said = spelt().stderr
    reason = f"words/{name}:1:1: warning: This is the list of words of no language of the site, so that it is not read."
    assert (reason in said) is (near is not None)
    assert ("Name it “words/" in said) is bool(near)
    assert f"Name it “words/{near}.txt”" in said or not near
    assert "no mistakes" in check("--site", ".").stdout


def test_the_portal_has_no_misspelt_words() -> None:
    root = Path(__file__).parents[2]
    result = check("--spelling", "--strict", "--site", root, "--cache", "cache")
    assert (misspelt(result), result.exit_code) == ([], 0), result.stderr
