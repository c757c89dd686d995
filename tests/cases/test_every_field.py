"""Every field of every kind says what it cannot take, at the very value."""

from pathlib import Path

import pytest

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.kinds import BY_NAME, KINDS
from tests.cases.every_field import Wrong, by_field, cases, file_of
from tests.cases.site_cases import FOLDER, Case, lay_out, loaded, read_cases

CASES = [case for kind in KINDS for case in read_cases(FOLDER / "fields" / f"{kind.name}.txt")]
BESIDE = {"not-a-bundle"}
"""What is told of a picture in a file that is no bundle, whatever else is wrong with it."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_has_its_cases(kind, tmp_path: Path) -> None:
    """`python -m tests.cases.every_field` makes them."""
    made = tmp_path / "made.txt"
    made.write_text(cases(kind), encoding="utf-8")
    kept = list(read_cases(FOLDER / "fields" / f"{kind.name}.txt"))
    assert [(case.name, case.files) for case in kept] == [(case.name, case.files) for case in read_cases(made)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_wrong_value_is_told_where_it_stands(case: Case, tmp_path: Path) -> None:
    kind, _, path = case.name.partition(": ")
    lay_out(case.files, tmp_path)
    found = [each for each in loaded(tmp_path).diagnostics if each.code not in BESIDE]
    for number, wrong in enumerate(by_field(BY_NAME[kind])[path]):
        told = [each for each in found if each.span.path == file_of(BY_NAME[kind], number)]
        assert len(told) == 1, (wrong, told)
        check_place(told[0], wrong, (tmp_path / told[0].span.path).read_text("utf-8").splitlines())


def check_place(found: Diagnostic, wrong: Wrong, lines: list[str]) -> None:
    """The diagnostic marks the value: a word whole, a list or fields where they begin, a language by its name."""
    line = lines[found.span.line - 1]
    there = line[found.span.column - 1 :][: found.span.length]
    assert line == wrong.line, found
    if wrong.value[0] in "[{" and found.code == "unknown-language":
        assert there == "fi"
    elif wrong.value[0] in "[{":
        assert (found.span.column, there) == (wrong.column, wrong.value[0])
    else:
        assert (found.span.column, there) == (wrong.column, wrong.value)
