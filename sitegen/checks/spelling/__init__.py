"""`misspelt`: words that neither a dictionary nor the site itself knows. Runs only when it is asked for.

Knows words with their places, and names of the site. Knows no dictionaries: a `Speller` answers for them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from sitegen.checks.spelling.known import Known
from sitegen.checks.spelling.tokens import HYPHENS, Word
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.model.problems import report

FIRST, LAST = 6, 4
"""The fewest letters of the parts of a compound: with shorter ones, mistakes would often be two words in one."""

_ENDING = re.compile(r"(?:ding|ning)(?:e[nr]|ene|a[rn]?|ane|arna|erne)?|hett(?:e[nr]|ene)?|lagg(?:et|en)?")
"""Words that are last parts far less often than they are endings with a letter too many: "erfarenhett"."""
_WANTS_S = re.compile(r"(?:sjon|sion|tion|heit|het|hed|skap|skab|tet|(?<!cat)ering)$")
"""What is never the first part of a compound without an s after it: "kvalitetkrav"."""


class Speller(Protocol):
    """What dictionaries know."""

    def speaks(self, lang: str) -> bool:
        """Whether there is a dictionary of the language."""

    def knows(self, lang: str, word: str) -> bool:
        """Whether the word is in it, in any of its forms."""

    def near(self, lang: str, word: str) -> str:
        """The word that was likely meant; "" if none is near."""


def check_spelling(words: Iterable[Word], known: Known, speller: Speller) -> Iterator[Diagnostic]:
    """A warning at each word that is not known. Languages without a dictionary are passed over."""
    for word in words:
        if speller.speaks(word.lang) and not _is_right(word, known, speller):
            yield report("misspelt", word.span, value=word.text, near=speller.near(word.lang, word.text))


def _is_right(word: Word, known: Known, speller: Speller) -> bool:
    """Whether a word is known whole, or each of the parts that hyphens join."""
    return _is_known(word.text, word.lang, known, speller) or (
        any(hyphen in word.text for hyphen in HYPHENS)
        and all(
            len(part) < 2 or part.isupper() or _is_known(part, word.lang, known, speller)
            for part in word.text.replace(HYPHENS[1], HYPHENS[0]).split(HYPHENS[0])
        )
    )


def _is_known(text: str, lang: str, known: Known, speller: Speller) -> bool:
    return (
        known.has(text, lang)
        or speller.knows(lang, text)
        or speller.knows(lang, f"{text}.")
        or _is_compound(text, lang, speller)
    )


def _is_compound(text: str, lang: str, speller: Speller) -> bool:
    """Whether a word is two known words in one, as the Nordic languages make new ones every day.

    The dictionaries of Norway list compounds instead of making them ("innspillmøte" is not among them).
    """
    parts = ((text[:at], text[at:]) for at in range(FIRST, len(text) - LAST + 1))
    return any(
        speller.knows(lang, first) and speller.knows(lang, last) and _can_be_joined(first, last, lang, speller)
        for first, last in parts
    )


def _can_be_joined(first: str, last: str, lang: str, speller: Speller) -> bool:
    """Whether two known words make a third one, and no common mistake ("vurder" and "ring" is "vurdering")."""
    if _ENDING.fullmatch(last):
        return False
    if _WANTS_S.search(first):
        return last.startswith("s") and speller.knows(lang, last[1:])
    return not (first[-1] == "r" and last.startswith("ring") and speller.knows(lang, first + last[1:]))
