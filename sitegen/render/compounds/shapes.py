"""What letters alone tell: how words begin and end, where one may begin inside of another, and which forms it has.

Knows no vocabulary.
"""

import re

from sitegen.render.compounds.lists import ENDINGS, GENITIVES, SHORT, TINY, WHOLE

_VOWELS = "aeiouyæøåäöéèüáó"
VOWELS = frozenset(_VOWELS)
_VOWEL = re.compile(f"[{_VOWELS}]")

BEGINNING = re.compile(
    r"(?:[bcdfghjklmnprstvwz]|[bfgkp][lr]|[dtv]r|[fgks]n|[bdfghmnpstgk]j|[dhkt]v|s[klmptv]|s[kpt][rj]|spl|skv)?"
    f"[{_VOWELS}]"
)
"""Of a word: the consonants that may come before its first vowel."""

_BEGINNINGS = re.compile(f"(?={BEGINNING.pattern})")

NO_WORD = re.compile(r"asjon|ation|ering|isme|itet|[kr]ation|kelse|kling|kring|lighe[dt]|mente|s[ao]mhe[dit]")
"""Beginnings of ends that not even a known word is taken for one with: it is known by chance."""

MAKES_WORDS = re.compile(
    NO_WORD.pattern + "|aktig|ans|else|he[itd]|is[kte]|ing|lig|leg|l[øö]s|mess|ning|nad|sjon|ska[pb]|u?tion"
)
"""Beginnings that an unknown word is not taken for one with, nor a known one after what is unknown."""

NO_END = re.compile(
    f"[^{_VOWELS}](?:[bjv]|[dglst]p|[bdfgkpst][lmnr])$|[^{_VOWELS}]{{4}}$|(?:av|be|for|för|inn|ind|kon|ned|om|opp?|upp|sam|til|ud|ut)$"
)
"""Ends that an unknown word is not taken for one with: consonants that no word has last, and words of `APART`."""

TAKES_S = re.compile(
    r"(?:ing|sjon|tion|het|heit|hed|skap|skab|dom|tet|nad|else)$"
    r"|^(?:av|af|an|be|for|för|inn?|ind|opp?|upp|sam|til|ud|under|ut|över|over)"
    f"[^{_VOWELS}]\\w*[^{_VOWELS}]$"
)
"""Words that have an -s- before what is put behind them: with these ends, or with something put before them."""

_ENDINGS_BY_LETTER = {last: [each for each in ENDINGS if each[-1] == last] for last in {each[-1] for each in ENDINGS}}


def stem_ends(word: str) -> tuple[int, ...]:
    """Where the stem of a word may end, its own end among them."""
    bare = word[:-1] if word.endswith(GENITIVES) else word
    ends = {len(word), len(bare)}
    for ending in _ENDINGS_BY_LETTER.get(bare[-1:], ()):
        if bare.endswith(ending):
            end = len(bare) - len(ending)
            ends.add(end)
            if end > 3 and bare[end - 1] == bare[end - 2] and bare[end - 1] not in VOWELS:
                ends.add(end - 1)
    return tuple(sorted(ends))


def may_begin(word: str) -> list[int]:
    """Where a word may begin inside of another: after a vowel, and with consonants that words begin with."""
    vowel = _VOWEL.search(word)
    if vowel is None:
        return []
    first = max(3, vowel.end())
    may = [match.start() for match in _BEGINNINGS.finditer(word, first) if match.start() < len(word) - 2]
    if may and (whole := [match.span() for match in WHOLE.finditer(word)]):
        return [start for start in may if not any(begin < start < end for begin, end in whole)]
    return may


def may_end(part: str) -> bool:
    """Whether a word that is known without its ending may end so."""
    return len(part) > 3 or part in SHORT or part in TINY


def is_clear(first: str, rest: str) -> bool:
    """Whether a word can only be parted there: neither side could give a letter to the other."""
    if rest[0] in VOWELS:
        return first[-1] in VOWELS
    return first[-1] not in VOWELS and not BEGINNING.match(first[-1] + rest)
