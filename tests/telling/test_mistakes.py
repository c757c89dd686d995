"""docs/mistakes: every code has a wrong example that gets it and nothing else, and a right one that is free of it."""

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.model.problems import BY_CODE
from sitegen.render.telling import lines_below, tell, text

ROOT = Path(__file__).resolve().parents[2]


def _script() -> ModuleType:
    spec = spec_from_file_location("mistakes", ROOT / "scripts" / "mistakes.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()
GROUPS = SCRIPT.groups()
MISTAKES = [mistake for group in GROUPS for mistake in group.mistakes]
SHOWN = [pytest.param(mistake, id=mistake.code) for mistake in MISTAKES if not mistake.note]
SPELLING = {"misspelt", "words-file", "words-line"}
TOLD = {"unreadable-file", "lost-address", "picture-tells", "no-picture-tools"} | SPELLING
"""Codes that no site of plain files shows: one wants a disk that refuses, one an earlier build, two an installation
without Pillow, and some dictionaries. Words tell of them."""


def test_every_code_is_there_once() -> None:
    assert sorted(mistake.code for mistake in MISTAKES) == sorted(BY_CODE)
    assert {mistake.code for mistake in MISTAKES if mistake.note} <= TOLD


@pytest.mark.parametrize("mistake", SHOWN)
def test_the_wrong_example_gets_its_code_alone(mistake, tmp_path: Path) -> None:
    found = SCRIPT.diagnostics_of(mistake.wrong, mistake.theme, tmp_path)
    assert [each.code for each in found] == [mistake.code]


@pytest.mark.parametrize("mistake", SHOWN)
def test_the_right_example_is_good(mistake, tmp_path: Path) -> None:
    found = SCRIPT.diagnostics_of(mistake.right, mistake.theme, tmp_path)
    assert [text(tell(each, lines_below(tmp_path))) for each in found] == []


def test_the_pages_are_up_to_date() -> None:
    pages = {path.name: path.read_text("utf-8") for path in SCRIPT.PAGES.glob("*.md")}
    assert pages == SCRIPT.pages()


def test_each_code_can_be_found_by_its_link() -> None:
    """From the index of the pages to a heading, which forges and the site make an anchor of."""
    index = (SCRIPT.PAGES / "README.md").read_text("utf-8")
    linked = re.findall(r"^- \[([\w-]+)\]\(([\w-]+\.md)#([\w-]+)\)$", index, re.MULTILINE)
    assert sorted(code for code, _, _ in linked) == sorted(BY_CODE)
    for code, page, anchor in linked:
        assert anchor == code
        assert f"\n## {code}\n" in (SCRIPT.PAGES / page).read_text("utf-8")
