"""What people read: place, reason, the line with carets below it, and the mend, in their language."""

from pathlib import Path

import pytest

from sitegen.foundation.diagnostics import Span
from sitegen.render.telling.excerpt import excerpt
from tests.telling.stage import check, stage

UNKNOWN = """\
content/events/kurs.nb.md:3:1: error: There is no field “strat” here. [unknown-field]
  3 | strat: 2027-03-04 10:00
    | ^^^^^
  mend: Did you mean “start”?
"""
TAKEN = """\
content/events/seminar.nb.md:4:6: error: Two calendar entries would have the identity kurs@example.org. [uid-taken]
  4 | uid: kurs@example.org
    |      ^^^^^^^^^^^^^^^^
  see also: content/events/kurs.nb.md:5:6
  mend: Give the part or the deadline another key, or the event another uid.
"""
SAID = {
    "nb": ("feil", "Det finnes ikke noe felt", "Mente du"),
    "nn": ("feil", "Det finst ikkje noko felt", "Meinte du"),
    "sv": ("fel", "Det finns inget fält", "Menade du"),
    "da": ("fejl", "Der er ikke noget felt", "Mente du"),
}


def test_each_mistake_has_its_place_reason_excerpt_and_mend(tmp_path: Path) -> None:
    stage(tmp_path)
    result = check()
    assert UNKNOWN in result.stderr
    assert TAKEN in result.stderr
    assert result.stderr.endswith("sitegen: 3 errors, 1 warning in 6 files\n")
    assert (result.stdout, result.exit_code) == ("", 1)


@pytest.mark.parametrize("lang", SAID)
def test_the_messages_speak_the_language_that_is_asked_for(lang: str, tmp_path: Path) -> None:
    stage(tmp_path)
    for result in (check("--lang", lang), check(LC_ALL=f"{lang}_XX.UTF-8"), check(LC_ALL="", LANG=lang)):
        said = next(part for part in result.stderr.split("\n\n") if "[unknown-field]" in part)
        for words in SAID[lang]:
            assert words in said
        assert "content/events/kurs.nb.md:3:1: " in said


def test_the_option_comes_before_the_environment(tmp_path: Path) -> None:
    stage(tmp_path)
    assert UNKNOWN in check("--lang", "en", LC_ALL="sv_SE.UTF-8").stderr
    assert "no messages in this language" in check("--lang", "tlh").stderr
    assert check("--lang", "tlh").exit_code == 2
    assert UNKNOWN in check(LC_ALL="tlh_XX").stderr


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "pointer"),
    [
        ("title: 4. mars", 8, 7, "title: 4. mars", "       ^^^^^^^"),
        ("\ttitle: x", 2, 5, "    title: x", "    ^^^^^"),
        ("å: 日本 x", 4, 2, "å: 日本 x", "   ^^^^"),
        ("e\u0301e\u0301: x", 3, 2, "e\u0301e\u0301: x", " ^"),
        ("a\x1b[31mb", 2, 1, "a␛[31mb", " ^"),
        ("a\u202eb", 3, 1, "a\ufffdb", "  ^"),
        ("a", 2, 1, "a", " ^"),
    ],
    ids=["word", "tab", "wide", "composed", "escape", "direction", "end"],
)
def test_carets_stand_below_what_is_meant(line: str, column: int, length: int, shown: str, pointer: str) -> None:
    found = excerpt(Span("x", 1, column, length), (line,))
    assert (found.line, found.pointer) == (shown, pointer)


@pytest.mark.parametrize("column", [1, 300, 131_000])
def test_a_long_line_is_cut_around_what_is_meant(column: int) -> None:
    line = "ord " * (column // 4) + "FEIL" + " ord" * 1000
    at = line.index("FEIL") + 1
    found = excerpt(Span("x", 1, at, 4), (line,), 80)
    assert len(found.line) <= 80
    assert found.line[found.pointer.index("^") :][: len(found.pointer.strip())] == "FEIL"
    assert found.line[found.start : found.end] == "FEIL"
    assert (found.line[0] == "…") == (at > 60)
    assert found.line[-1] == "…"
