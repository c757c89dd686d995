"""Quotation marks of each language."""

import pytest

from sitegen.render.locale.quotes import Style, quote


@pytest.mark.parametrize(
    ("lang", "style", "text", "expected"),
    [
        ("nb", None, "Vi vil ha innspill", "«Vi vil ha innspill»"),
        ("nn", None, "Vi vil ha innspel", "«Vi vil ha innspel»"),
        ("sv", None, "Vi vill ha synpunkter", "”Vi vill ha synpunkter”"),
        ("da", None, "Vi vil have input", "”Vi vil have input”"),
        ("da", "guillemets", "Vi vil have input", "»Vi vil have input«"),
        ("nb", None, "Rapporten «Bedre innkjøp» er ute", "«Rapporten ‘Bedre innkjøp’ er ute»"),
        ("sv", None, "Rapporten ”Bättre inköp” är ute", "”Rapporten ’Bättre inköp’ är ute”"),
        ("da", "guillemets", "Rapporten »Bedre indkøb« er ude", "»Rapporten ›Bedre indkøb‹ er ude«"),
        ("nb", "guillemets", "Hei", "«Hei»"),
        ("en", None, "Hello", "“Hello”"),
        ("fi", None, "Hei", "”Hei”"),
        ("nb-NO", None, "Hei", "«Hei»"),
    ],
)
def test_a_quotation_has_the_marks_of_its_language(lang: str, style: Style | None, text: str, expected: str) -> None:
    assert quote(text, lang, style) == expected
