"""Words in ASCII, for addresses and for searching."""

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from sitegen.foundation.folding import anchor, fold

LINES = (Path(__file__).parent / "cases" / "folding.txt").read_text("utf-8").splitlines()
CASES = [[cell.strip() for cell in line.split("|")] for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "folded", "anchored"), CASES)
def test_a_text_folds_as_the_table_has_it(text: str, folded: str, anchored: str) -> None:
    assert (fold(text), anchor(text)) == (folded, anchored)


@given(st.text())
def test_folding_gives_ascii_and_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert once.isascii()
    assert once == once.lower() == fold(once)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", anchor(text))
