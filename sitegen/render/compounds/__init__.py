"""Compounds taken apart: the words that begin inside of one, so that a search for a later part finds it.

What is a word is known from the words of the site itself, in any inflection; there is no dictionary. A word is parted
where both sides are known; else after a long known word, if what follows may well be one ("strategi" that stands
alone nowhere); else before one. Bokmål, nynorsk, Swedish and Danish have the same rules, of letters alone.

Not known here: what a part means, and whether the whole still means it. A compound of two words that no other word of
the site tells of is left whole, as are those of two letters at either side.
"""

import re
from collections.abc import Iterable

from sitegen.render.compounds.lists import APART, COMMON, NOUN_ENDING, SHORT, SUFFIXES
from sitegen.render.compounds.shapes import (
    BEGINNING,
    MAKES_WORDS,
    NO_END,
    NO_WORD,
    TAKES_S,
    VOWELS,
    is_clear,
    may_begin,
    may_end,
    stem_ends,
)

SHORTEST, LONGEST = 6, 60
"""Letters of a word that is looked at."""

KNOWN, BEGUN, UNKNOWN = 5, 6, 4
"""Least letters of a known part beside an unknown one, last or first; and of an unknown first one."""

_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case; a hyphen parts words."""
    return frozenset(_WORD.findall(text.lower()))


class Compounds:
    """Takes words apart by all that are given, in lower case."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) > 2 and word not in APART)
        self._nouns = self._words | {NOUN_ENDING.sub("", word) for word in self._words}
        self._sure = frozenset(word[:end] for word in self._words for end in stem_ends(word) if end > 2)
        self._looked: dict[str, tuple[list[int], tuple[int, ...]]] = {}
        self._lasts = COMMON.union(stem for stem in self._sure if len(stem) >= KNOWN)
        self._stems, self._firsts, self._said = self._sure, frozenset[str](), self._words
        self._stems, self._firsts, self._said = self._learnt()

    def parts(self, word: str) -> tuple[str, ...]:
        """What begins inside of a word, each to its end: of "eksempelleverandørdag", "leverandørdag" and "dag"."""
        return tuple(word[start:] for start in self._starts(word))

    def _learnt(self) -> tuple[frozenset[str], ...]:
        """What compounds tell ("kontortid" that there is a "kontor"): stems, first parts, and words as they stand."""
        stems, firsts, said = set(self._stems), set[str](), set(self._words)
        for word in self._words:
            cuts = self._cuts(word)
            if len(cuts) == 1:
                first, last = word[: cuts[0]], word[cuts[0] :]
                firsts.add(first)
                said.add(last)
                if len(first) >= UNKNOWN and first[-1] != "s":
                    stems.add(first)
                stems.update(last[:end] for end in stem_ends(last) if end >= UNKNOWN)
        return frozenset(stems), frozenset(firsts), frozenset(said)

    def _starts(self, word: str) -> list[int]:
        """Where parts begin: those of the first part, the last one, and those in it."""
        cuts = self._cuts(word)
        if not cuts:
            return []
        last = cuts[-1]
        inner = self._starts(word[: cuts[0]].removesuffix("s")) if len(cuts) == 1 else []
        return [*inner, *cuts, *(last + start for start in self._starts(word[last:]))]

    def _cuts(self, word: str) -> list[int]:
        """Where a word is best parted in two; several places where nothing tells which is right."""
        if not SHORTEST <= len(word) <= LONGEST:
            return []
        if word not in self._looked:
            self._looked[word] = may_begin(word), stem_ends(word)
        may, ends = self._looked[word]
        if bare := [end for end in ends if end < len(word) and word[:end] in self._said]:
            may = [start for start in may if all(may_end(word[start:end]) for end in bare)]
        both = [start for start in may if self._is_first(word[:start]) and self._is_last(word, start, ends)]
        both = [start for start in both if self._may_meet(word[:start], word[start])]
        return _likely(word, both) or self._after(word, may) or self._before(word, may, ends)

    def _is_first(self, part: str) -> bool:
        """Whether it is a word, as it stands or with what links it to the next."""
        if part in APART:
            return False
        if part in self._words or part in self._firsts:
            return True
        if len(part) > 3 and part in self._stems:
            return True
        bare = part[:-1]
        if len(bare) < 3 or bare in APART:
            return False
        return (part[-1] in "se" and bare in self._words) or (
            part[-1] in "sou" and len(bare) > 3 and bare in self._stems
        )

    def _may_meet(self, first: str, letter: str) -> bool:
        """Whether a known part may be before this letter: not if it is half of a double one, or an -s- is due."""
        if letter == first[-1] and first not in self._words and first not in self._firsts:
            return False
        return letter != "s" or TAKES_S.search(first) is None

    def _is_last(self, word: str, start: int, ends: tuple[int, ...]) -> bool:
        """Whether what begins there is a word in some inflection."""
        if not any(word[start:end] in (SHORT if end - start < 4 else self._stems) for end in ends):
            return False
        if word[start:] in APART or any(word[start:end] in SUFFIXES for end in ends):
            return False
        return not NO_WORD.match(word, start)

    def _after(self, word: str, may: list[int]) -> list[int]:
        """Where a long known word ends, and what follows may be one; two places if an -s- may belong to either."""
        for start in reversed(may):
            first, bare, rest = word[:start], word[: start - 1], word[start:]
            if len(rest) < KNOWN or len(first) < BEGUN:
                continue
            linked = first[-1] == "s" and len(bare) >= BEGUN and bare in self._nouns
            if not (linked or self._is_long(first, rest)) or MAKES_WORDS.match(rest):
                continue
            if not linked:
                return [start]
            if first in self._firsts or TAKES_S.search(bare) or not BEGINNING.match(f"s{rest}"):
                return [start]
            return [start - 1] if bare[-1] in VOWELS else [start - 1, start]
        return []

    def _is_long(self, first: str, rest: str) -> bool:
        """Whether a known word, perhaps with an -e- behind, has nothing more before what follows."""
        if rest[0] in VOWELS:
            known = first in self._words and first[-1] in VOWELS
        else:
            known = first in self._nouns or (len(first) > BEGUN and first[-1] == "e" and first[:-1] in self._nouns)
        if not known or TAKES_S.search(first):
            return False
        return first[-1] != rest[0] or any(rest[:end] in self._words for end in range(BEGUN, len(rest) - 2))

    def _before(self, word: str, may: list[int], ends: tuple[int, ...]) -> list[int]:
        """Where a known word begins that is no chance, as it is long, or one that compounds often end with."""
        for start in may:
            stems = [word[start:end] for end in ends]
            if start < UNKNOWN or self._lasts.isdisjoint(stems):
                continue
            first, rest = word[:start], word[start:]
            known = max((len(stem) for stem in stems if stem in self._sure), default=0)
            if known < (KNOWN if is_clear(first, rest) else BEGUN) and (start == UNKNOWN or COMMON.isdisjoint(stems)):
                continue
            if first[-1] == rest[0] or not APART.isdisjoint((first, first.removesuffix("s"), rest)):
                continue
            if not NO_END.search(first) and not MAKES_WORDS.match(rest):
                return [start]
        return []


def _likely(word: str, cuts: list[int]) -> list[int]:
    """The cuts; but of two around an -s- that may belong to either side, the likely one."""
    unlikely = {cut + (TAKES_S.search(word[:cut]) is None) for cut in cuts if cut + 1 in cuts and word[cut] == "s"}
    return [cut for cut in cuts if cut not in unlikely]
