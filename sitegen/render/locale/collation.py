"""Alphabetical order as each language has it.

The rules are those of CLDR (common/collation/{no,da,sv,fi,se}.xml) on the scheme of the Unicode Collation
Algorithm (UTS #10): letters decide first, then accents and variants, then case, and at last the text itself,
so that the order is total. Why not ICU: PyICU must be compiled against a C++ library, and orders by that
library's version; a site's lists should not change with the machine. Standard library only.

Where this departs from CLDR: digits are in natural order ("2" before "10"; CLDR's option kn); punctuation
does not count, but a space does and comes first, so that lists go word by word ("Nord Universitet" before
"Nordea"); a symbol precedes digits; đ, ð, þ, ŋ, ŧ are variants of d, th, n, t in every language but Sami.
"aa" is å in every Danish and Norwegian word, as in CLDR: a word list would be needed to tell "ekstraarbeid".
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from sitegen.render.locale.cldr import primary

SortKey = tuple[str, str, str, str]
Weight = tuple[str, str]
"""What an element weighs as a letter, and as a variant of it."""

_EVERYWHERE = "d đ ð/h ħ/i ı/l ł/n ŋ/o ø/t ŧ/ae æ/oe œ/ss ß/th þ"
_SAMI = "a~ á/c~ č/c~~ ʒ/c~~~ ǯ/d~ đ ð/g~ ǧ/g~~ ǥ/k~ ǩ/n~ ŋ ń ñ/s~ š/t~ ŧ þ"
"""A letter and its variants in order. With ~ a letter of its own, after all words with the one before it."""

_AFTER_Z = {
    "da": "æ ä ę/ø ö ő œ/å aa",
    "nb": "æ ä ę/ø ö ő œ/å aa",
    "nn": "æ ä ę/ø ö ő œ/å aa",
    "no": "æ ä ę/ø ö ő œ/å aa",
    "sv": "å/ä æ ę/ö ø ő œ ô",
    "fi": "å/ä æ/ö ø ő õ œ",
    "se": "ž/ø œ/æ/å ȧ/ä ã/ö ő õ ô ǫ",
}

_ELEMENT = re.compile(r"\d+|aa|.", re.DOTALL | re.IGNORECASE)
_CAPITALS_FIRST = frozenset({"da"})


def sort_key(text: str, lang: str) -> SortKey:
    """The key that puts `text` in its place among others in the language of the list.

    Four strings, compared in turn: letters and numbers, accents, case, the text as it is.
    """
    own = primary(lang)
    elements = _ELEMENT.findall(unicodedata.normalize("NFC", text))
    weights = [_weight(part, own) for element in elements for part in _parts(element.lower(), _table(own))]
    letters = " ".join("".join(letter for letter, _ in weights).split())
    small = own in _CAPITALS_FIRST
    case = "".join("01"[char.isupper() ^ small] for char in text if char.isalpha())
    return letters, "".join(accent for _, accent in weights), case, text


def _parts(element: str, table: dict[str, Weight]) -> Iterable[str]:
    """An element as one where it has a weight of its own, else its characters."""
    return (element,) if element in table or element[0].isdecimal() else element


@lru_cache(maxsize=4096)
def _weight(element: str, lang: str) -> Weight:
    """The weight of a run of digits, of what the table knows, or of any other character."""
    if element in _table(lang):
        return _table(lang)[element]
    if element[0].isdecimal():
        digits = "".join(str(unicodedata.decimal(char)) for char in element).lstrip("0")
        return f"{len(digits):04}{digits}", " "
    match unicodedata.category(element)[0]:
        case "M":
            return "", element
        case "P" | "C":
            return "", ""
        case "Z":
            return " ", ""
        case "S":
            return f"!{element}", " "
    parts = [part for part in unicodedata.decomposition(element).split() if part[0] != "<"]
    weights = [_weight(chr(int(part, 16)).lower(), lang) for part in parts]
    return ("".join(w[0] for w in weights), "".join(w[1] for w in weights)) if parts else (element, " ")


@cache
def _table(lang: str) -> dict[str, Weight]:
    """What the language's rules give each letter. Letters after z weigh "{a", "{b" and so on."""
    tail = _AFTER_Z[lang].split("/") if lang in _AFTER_Z else []
    rules = [
        *_EVERYWHERE.split("/"),
        *(["y ü ű"] if tail else []),
        *(_SAMI.split("/") if lang == "se" else []),
    ]
    rules += [f"{{{chr(97 + place)} {group}" for place, group in enumerate(tail)]
    table: dict[str, Weight] = {}
    for letter, *variants in map(str.split, rules):
        own = letter[0] == "{"
        table |= {variant: (letter, chr(33 + place - own)) for place, variant in enumerate(variants)}
    return table
