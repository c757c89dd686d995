"""Each case of a site gives exactly the diagnostics that it says, at their places, and all of them in one run."""

import re
from pathlib import Path

import pytest

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.model.problems import BY_CODE, N_, Near
from sitegen.render.telling import lines_below, tell, text
from tests.cases.site_cases import Case, all_cases, lay_out, loaded, said_text

CASES = [pytest.param(case, id=f"{path.stem}: {case.name}") for path, case in all_cases()]

ELSEWHERE = {
    "template": "templates: tests/render",
    "dynamic-include": "templates: tests/render",
    "catalogue": "messages: tests/render/locale",
    "asset-missing": "assets: tests/telling/mistakes",
    "lost-address": "what the last build published: tests/pipeline",
    "misspelt": "where words are looked up: tests/spelling",
    "words-file": "where words are looked up: tests/spelling",
    "words-line": "where words are looked up: tests/spelling",
    "no-picture-tools": "where Pillow is not installed: tests/outputs/test_pictures.py",
    "picture-tells": "where Pillow is not installed: tests/outputs/test_pictures.py",
    "unreadable-file": "a disk that refuses: tests/content/test_folder.py",
}
"""Problems that no site of plain files shows, and where they are shown."""

WORDS = frozenset({"duplicate-key", "unknown-field"})
"""Problems whose place is the name of a field."""


def diagnostics_of(case: Case, folder: Path) -> tuple[Diagnostic, ...]:
    lay_out(case.files, folder)
    return loaded(folder).diagnostics


@pytest.mark.parametrize("case", CASES)
def test_a_case_says_what_it_must(case: Case, tmp_path: Path) -> None:
    diagnostics = diagnostics_of(case, tmp_path)
    assert said_text(diagnostics, tmp_path) == case.said
    assert loaded(tmp_path).diagnostics == diagnostics, "from the cache, they are the same"


@pytest.mark.parametrize("case", CASES)
def test_each_place_is_in_its_file_and_shows_what_is_wrong(case: Case, tmp_path: Path) -> None:
    for found in diagnostics_of(case, tmp_path):
        for span in (found.span, *found.related):
            file = tmp_path / span.path
            lines = read_lines(file) if file.is_file() and not file.is_symlink() else [""]
            assert 1 <= span.line <= max(1, len(lines)), found
            line = lines[span.line - 1] if lines else ""
            assert span.column >= 1
            assert span.length >= 1
            assert span.column + span.length - 2 <= len(line), (found, line)
        check_word(found, lines_below(tmp_path)(found.span.path))


def read_lines(file: Path) -> list[str]:
    """The lines as they are counted: by line feeds, whatever else a machine calls the end of a line."""
    text = file.read_bytes().decode("utf-8-sig", "replace")
    return re.split("\r\n|\r|\n", text)


def check_word(found: Diagnostic, lines: tuple[str, ...]) -> None:
    """The text at the place is the word that the message names."""
    values = dict(found.values)
    there = (
        lines[found.span.line - 1][found.span.column - 1 :][: found.span.length]
        if found.span.line <= len(lines)
        else ""
    )
    bare = there.strip("\"'")
    if found.code in WORDS:
        assert bare == values["name"], found
    elif found.code == "raw-html" or "value" not in values or there.startswith(("[", "]", "!", "`", "|", "<", ">")):
        return
    elif found.code == "language-tag" and "=" in there:
        assert there == f"lang={values['value']}"
    elif "\\" not in there and not there.startswith("prog"):
        stated = [values["value"].split("+")[0], values.get("name", "")]
        same = bare.replace("T", " ").startswith(values["value"].replace("T", " ")[:5])
        assert same or there in stated or found.code in ("unequal-list", "clock-skips", "clock-repeats"), found


@pytest.mark.parametrize("case", CASES)
def test_each_message_has_its_values(case: Case, tmp_path: Path) -> None:
    for found in diagnostics_of(case, tmp_path):
        told = tell(found, lines_below(tmp_path))
        assert not re.search(r"\{\w*\}", told.reason.replace(dict(found.values).get("value", "\0"), "")), told
        assert told.mend.strip()
        assert found.level in text(told)


def test_every_problem_has_a_case() -> None:
    shown = {line.split()[2].rstrip(",") for _, case in all_cases() for line in case.said.splitlines() if _heads(line)}
    assert BY_CODE.keys() - shown - ELSEWHERE.keys() == set()
    assert shown & ELSEWHERE.keys() == set()


def _heads(line: str) -> bool:
    return bool(re.match(r"\S.*:\d+:\d+ (?:error|warning) [a-z-]+", line))


def test_every_near_word_has_a_case() -> None:
    """Each problem that can offer a word offers one somewhere."""
    offered = {
        match[1] for _, case in all_cases() for match in re.finditer(r"(?:error|warning) ([a-z-]+), did you", case.said)
    }
    assert {
        code for code, problem in BY_CODE.items() if isinstance(problem, Near)
    } - offered - ELSEWHERE.keys() == set()


def test_many_mistakes_are_told_in_one_run() -> None:
    """More than thirty mistakes in ten files."""
    case = next(case for path, case in all_cases() if path.stem == "many")
    heads = [line for line in case.said.splitlines() if _heads(line)]
    assert len(heads) >= 30
    assert len({head.split(":")[0] for head in heads}) >= 10


def test_there_are_many_cases() -> None:
    """A thousand files that have something wrong with them."""
    cases = [case for _, case in all_cases()]
    assert len({case.name for case in cases}) == len(cases) >= 500
    heads = [head for case in cases for head in case.said.splitlines() if _heads(head)]
    assert len(heads) >= 1400
    bad = {(case.name, head.split(":")[0]) for case in cases for head in case.said.splitlines() if _heads(head)}
    assert len(bad) >= 1000


def test_a_message_is_one_sentence_and_one_mend() -> None:
    for problem in BY_CODE.values():
        assert problem.reason == N_(problem.reason)
        assert problem.reason.endswith((".", "}"))
        assert problem.mend
