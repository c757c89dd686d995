"""How many cells of a terminal a text takes (UAX #11, and what terminals make of emoji). Knows no terminal.

Terminals differ for some sequences of emoji; these rules are those of the newer ones.
"""

import unicodedata
from collections.abc import Iterator

_JOINER, _EMOJI_STYLE, _SOFT_HYPHEN = "\u200d", "\ufe0f", "\u00ad"
_NONE = frozenset(("Mn", "Me", "Cf"))
_VOWELS = range(0x1160, 0x1200)  # of Hangul, drawn into the syllable before them
_FLAGS = range(0x1F1E6, 0x1F200)  # two of them make a flag of two cells
_SKINS = range(0x1F3FB, 0x1F400)


def cells(text: str) -> tuple[int, ...]:
    """The cells that each character of `text` adds; 0 for one that is drawn over or into that before it."""
    return tuple(_cells(text))


def width(text: str) -> int:
    """The cells of a text on one line."""
    return sum(_cells(text))


def _cells(text: str) -> Iterator[int]:
    before = ""
    drawn = 0  # cells of the character that marks are drawn upon
    for character in text:
        added = _added(character, before, drawn)
        drawn = drawn + added if character == _EMOJI_STYLE else added or drawn
        before = character
        yield added


def _added(character: str, before: str, drawn: int) -> int:
    if " " <= character <= "~":
        return 1
    code = ord(character)
    if character == _EMOJI_STYLE:
        return 1 if drawn == 1 and _may_be_emoji(before) else 0
    if before == _JOINER and drawn == 2 and _is_wide(character):
        return 0
    if code in _SKINS:
        return 0 if drawn == 2 else 2
    if code in _FLAGS or character == _SOFT_HYPHEN:
        return 1
    if code in _VOWELS or unicodedata.category(character) in _NONE:
        return 0
    return 2 if _is_wide(character) else 1


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F") or ord(character) >= 0x1F300


def _may_be_emoji(character: str) -> bool:
    return unicodedata.category(character) == "So"
