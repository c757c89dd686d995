"""Enumerations, numbers, and the names of languages and countries."""

from decimal import Decimal

import pytest

from sitegen.render.locale.lists import all_of, one_of
from sitegen.render.locale.names import autonym, country, language
from sitegen.render.locale.numbers import number


@pytest.mark.parametrize(
    ("lang", "both", "either"),
    [
        ("nb", "a, b og c", "a, b eller c"),
        ("nn", "a, b og c", "a, b eller c"),
        ("sv", "a, b och c", "a, b eller c"),
        ("da", "a, b og c", "a, b eller c"),
        ("en", "a, b and c", "a, b or c"),
        ("fi", "a, b ja c", "a, b tai c"),
    ],
)
def test_a_list_ends_with_the_word_of_its_language(lang: str, both: str, either: str) -> None:
    assert (all_of("abc", lang), one_of("abc", lang)) == (both, either)


def test_short_lists_have_no_commas() -> None:
    assert [all_of("abc"[:size], "nb") for size in range(3)] == ["", "a", "a og b"]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nb", "bokmål"),
        ("nn", "nynorsk"),
        ("sv", "svenska"),
        ("da", "dansk"),
        ("en", "English"),
        ("fi", "suomi"),
        ("se", "davvisámegiella"),
        ("is", "íslenska"),
        ("sma", "åarjelsaemien gïele"),
        ("zz", "zz"),
    ],
)
def test_a_language_is_named_by_itself(lang: str, expected: str) -> None:
    assert autonym(lang) == expected


def test_a_language_is_named_for_readers_of_another() -> None:
    assert [language("sv", lang) for lang in ("nb", "sv", "da")] == ["svensk", "svenska", "svensk"]
    assert [language("fi", lang) for lang in ("nn", "en")] == ["finsk", "Finnish"]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("NO", ["Norge", "Noreg", "Norge", "Norge"]),
        ("FO", ["Færøyene", "Færøyane", "Färöarna", "Færøerne"]),
        ("FI", ["Finland", "Finland", "Finland", "Finland"]),
        ("BE", ["Belgia", "Belgia", "Belgien", "Belgien"]),
        ("QQ", ["QQ", "QQ", "QQ", "QQ"]),
    ],
)
def test_a_country_is_named_in_the_readers_language(code: str, names: list[str]) -> None:
    assert [country(code, lang) for lang in ("nb", "nn", "sv", "da")] == names


def test_numbers_have_the_separators_of_the_language() -> None:
    written = [number(Decimal("1234567.5"), lang) for lang in ("nb", "sv", "da", "en")]
    assert written == ["1\u00a0234\u00a0567,5", "1\u00a0234\u00a0567,5", "1.234.567,5", "1,234,567.5"]
