"""Alphabetical order in each language."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from sitegen.render.locale.collation import sort_key

LINES = (Path(__file__).parent / "cases" / "collation.txt").read_text("utf-8").splitlines()
CASES = [line.split(": ", 1) for line in LINES if line and not line.startswith("#")]
LANGUAGES = st.sampled_from(["nb", "nn", "sv", "da", "fi", "se", "en", "zz"])


@pytest.mark.parametrize(("lang", "texts"), CASES, ids=lambda cell: cell[:40])
def test_texts_come_in_the_order_of_the_table(lang: str, texts: str) -> None:
    order = texts.split(" < ")
    assert all(sort_key(a, lang) < sort_key(b, lang) for a, b in pairwise(order))
    shuffled = random.Random(len(texts)).sample(order, len(order))
    assert sorted(shuffled, key=lambda text: sort_key(text, lang)) == order


@given(st.text(), st.text(), LANGUAGES)
def test_only_equal_texts_have_equal_keys(a: str, b: str, lang: str) -> None:
    assert (sort_key(a, lang) == sort_key(b, lang)) == (a == b)


@pytest.mark.parametrize("lang", ["nb", "sv", "da", "se"])
def test_composed_and_decomposed_letters_sort_alike(lang: str) -> None:
    import unicodedata

    for text in ("Ålesund", "Ängelholm", "idé", "Čáhci"):
        apart = unicodedata.normalize("NFD", text)
        assert sort_key(text, lang)[:2] == sort_key(apart, lang)[:2]
