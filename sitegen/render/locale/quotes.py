"""Quotation marks of each language (by national usage; CLDR's delimiters for the languages not named here)."""

from dataclasses import dataclass
from typing import Literal

from sitegen.render.locale.cldr import primary

Style = Literal["guillemets"]
"""A site's choice where its language has two customs: Danish »…« instead of ”…”."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The marks around a quotation, and around one inside it."""

    open: str
    close: str
    inner_open: str
    inner_close: str


_NORWEGIAN = Quotes("«", "»", "‘", "’")
_SWEDISH = Quotes("”", "”", "’", "’")
_ENGLISH = Quotes("“", "”", "‘", "’")

_MARKS = {
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "sv": _SWEDISH,
    "da": _SWEDISH,
    "fi": _SWEDISH,
    "se": _SWEDISH,
}
_CHOSEN: dict[tuple[str, Style], Quotes] = {("da", "guillemets"): Quotes("»", "«", "›", "‹")}


def quotes(lang: str, style: Style | None = None) -> Quotes:
    """The marks of a language; a style that it does not have changes nothing."""
    own = _MARKS.get(primary(lang), _ENGLISH)
    return _CHOSEN.get((primary(lang), style), own) if style else own


def quote(text: str, lang: str, style: Style | None = None) -> str:
    """`text` in quotation marks; the language's outer marks inside it become inner ones."""
    marks = quotes(lang, style)
    inside = text.replace(marks.open, marks.inner_open).replace(marks.close, marks.inner_close)
    return f"{marks.open}{inside}{marks.close}"
