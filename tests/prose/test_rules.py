"""Each rule finds what is marked in its case files, at these very characters, and nothing else.

A file is named by its rule and language. Above its line `---` stands front matter, with `kind:` if it is no event.
Below, each line is the text of a document of its own: ⟦ and ⟧ are put around what is found, ⏎ is a line's end.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.kinds import BY_NAME
from sitegen.model.problems import BY_CODE
from sitegen.model.prose import RULES, SPELLING
from tests.cases.site_cases import File, lay_out, loaded

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(FOLDER.glob("*.txt"))
LEAST = 12
FEWER = {"empty-link-text", "heading-level", "empty-section"}
"""Rules that tests/content/markdown has cases of."""

SITE = """\
title: Eksempel
url: https://example.org/
timezone: Europe/Oslo
languages: {nb: {}, nn: {}, sv: {}, da: {}, en: {}}
"""
Mark = tuple[int, int, int]


@dataclass(frozen=True)
class Case:
    """A text, and the marks on it: line, column and length."""

    text: str
    marks: tuple[Mark, ...]


def read_case(line: str) -> Case:
    marked = line.replace("⏎", "\n")
    text = re.sub("[⟦⟧]", "", marked)
    marks = []
    for found in re.finditer("⟦", marked):
        start = found.start() - len(re.findall("[⟦⟧]", marked[: found.start()]))
        end = start + len(marked[found.end() : marked.index("⟧", found.end())].partition("\n")[0])
        before = text[:start]
        marks.append((before.count("\n") + 1, start - before.rfind("\n"), end - start))
    return Case(text, tuple(marks))


def read_file(path: Path) -> tuple[str, str, list[Case]]:
    """The kind, the front matter and the cases of a file."""
    head, _, rest = path.read_text("utf-8").partition("---\n")
    kind = re.search(r"^kind: (\w+)\n", head, re.MULTILINE)
    front = "title: Eksempel\n" + (head.replace(kind[0], "") if kind else head)
    return kind[1] if kind else "event", front, [read_case(line) for line in rest.splitlines()]


def rule_of(path: Path) -> str:
    stem = path.stem.partition(".")[0]
    return stem if stem in RULES else stem.rpartition("-")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_finds_what_is_marked(path: Path, tmp_path: Path) -> None:
    kind, front, cases = read_file(path)
    lang, rule = path.stem.rpartition(".")[2], rule_of(path)
    folder = f"content/{BY_NAME[kind].folder}"
    names = [f"{folder}/case-{number}.{lang}.md" for number in range(len(cases))]
    files = [File(b"site.yaml", SITE.encode())]
    for name, case in zip(names, cases, strict=True):
        files.append(File(name.encode(), f"---\n{front}---\n{case.text}\n".encode()))
    lay_out(files, tmp_path)
    above = front.count("\n") + 2
    found: dict[str, list[Mark]] = {name: [] for name in names}
    for each in loaded(tmp_path).diagnostics:
        assert each.level == "warning", each
        if each.code == rule:
            found[each.span.path].append((each.span.line - above, each.span.column, each.span.length))
    wrong = [
        (case.text, found[name], case.marks)
        for name, case in zip(names, cases, strict=True)
        if tuple(found[name]) != case.marks
    ]
    assert not wrong


def test_every_rule_has_cases() -> None:
    counted: Counter[str] = Counter()
    for path in FILES:
        counted[rule_of(path)] += len(read_file(path)[2])
    assert all(counted[rule] >= LEAST for rule in RULES if rule not in FEWER | {"long-summary", SPELLING})
    assert set(counted) >= FEWER


def test_every_rule_is_a_warning() -> None:
    assert {BY_CODE[rule].level for rule in RULES} == {"warning"}
