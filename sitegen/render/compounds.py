"""Compounds taken apart: the words that begin inside of one, so that a search for a later part finds it.

What is a word is known from the words of the site itself, in any inflection; there is no dictionary. A word is parted
where both sides are known; else after a long known word, if what follows may well be one ("strategi" that stands
alone nowhere); else before one. Bokmål, nynorsk, Swedish and Danish have the same rules, of letters alone.

Not known here: what a part means, and whether the whole still means it. A compound of two words that no other word of
the site tells of is left whole, as are those of two letters at either side.
"""

import re
from collections.abc import Iterable


def _listed(*words: str) -> frozenset[str]:
    return frozenset(" ".join(words).split())


SHORTEST, LONGEST = 6, 60
"""Letters of a word that is looked at."""

WHOLE = re.compile(
    r"forslag|förslag|mellomtid|måltid|område?|områd|oppmerksom|samtid|spørsmål|spørgsmål|spursmål|"
    r"vägledning|vejledning|veiledning|værksted|verksta|verksted|transport|tjenest|vikling|"
    r"assist|konsist|universitet"
)
"""What is in one piece, alone and in compounds: no one hears two words in it any longer, or ever did."""

APART = _listed(
    # what is put before words, to mean something else
    "an anti att av be bi bort efter eks ekstra etter ett for fore forbi fort forut fra fram framme frem fremme från "
    "frå før fyr för före gen genom gennem gjen gjennom hem her hit hjem igen igjen imot ind inn inne inni inom innan "
    "inter kon kontra med mel mellan mellem mellom mid min mis miss mod mot ned neo ner nær och ofte også om omkring "
    "opp oppe over para per pre pro rundt sam saman samman sammen semi slik snart sub super supra til tilbage tilbake "
    "till tillbaka trans tvers ultra und unda under undan unna upp uppe ut uta utan ute uten utenfor van ved veld vel "
    "vid vidare videre väl være åter över",
    # what is put beside words
    "alle allt alt andet andra andre annan annen annet bare blev blir både dem den denna denne deres dess det dette "
    "din disse ein eit eller ene enn enten er eta får går gör gjør gerne gjerne gärna han har have hele hon hun hva "
    "hvad hver hvis hvor ikke ikkje ingen inte land men mens mer nesten noe noen något några når nogen nogle oss seg "
    "sig sin skal skulle slike som vår våra vara vere var vart ville vil",
)
"""Words that no compound begins or ends with, as far as letters can tell."""

SUFFIXES = _listed(
    "aktig ande ansen arna asjon ation bar dom else ende ene erna erne het heit hed isk ing leg lig ling lös løs isme "
    "mess messig nad ning ring sam sel sjon skab skap som tion vis"
)
"""What makes a word of another, though it may be a word as well."""

SHORT = _listed("bil bok båt dag dør hus lov mat mål råd sak sal tid veg vei väg")
"""Words of three letters that compounds end with; others of that length are chance."""

TINY = _listed("by år")
"""Words that a compound ends with only where they have an ending themselves."""

COMMON = _listed("dag hus krav lov mål plan råd tid")
"""Short words that end a compound also where it is not known what comes before."""

ENDINGS = tuple(
    sorted(_listed("a ande an ane ar arane are aren arna arne e en ene er ere eren erna erne et n na ne or r t"))
)
"""Of nouns, and of those who do something."""

NOUN_ENDING = re.compile(r"(?:en|et|er|ar|or|ene|ane|erne|arna|orna|erna)$")
"""Without it a long word is surely one."""

GENITIVES = tuple(sorted(_listed("ens ets enes ernes arnes arnas ornas ernas nas nes ers ars ors es as")))
"""Ends of words that have an -s put behind an ending."""

KNOWN, BEGUN, UNKNOWN = 5, 6, 4
"""Least letters of a known part beside an unknown one, last or first; and of an unknown first one."""

VOWELS = "aeiouyæøåäöéèüáó"
_VOWEL, _VOWELS = re.compile(f"[{VOWELS}]"), frozenset(VOWELS)

_BEGINNING = re.compile(
    r"(?:[bcdfghjklmnprstvwz]|[bfgkp][lr]|[dtv]r|[fgks]n|[bdfghmnpstgk]j|[dhkt]v|s[klmptv]|s[kpt][rj]|spl|skv)?"
    f"[{VOWELS}]"
)
"""Of a word: the consonants that may come before its first vowel."""

_BEGINNINGS = re.compile(f"(?={_BEGINNING.pattern})")

_IS_NO_WORD = re.compile(r"asjon|ation|ering|isme|itet|[kr]ation|kelse|kling|kring|lighe[dt]|mente|s[ao]mhe[dit]")
"""Beginnings of ends that not even a known word is taken for one with: it is known by chance."""

_MAKES_WORDS = re.compile(
    _IS_NO_WORD.pattern + "|aktig|ans|else|he[itd]|is[kte]|ing|lig|leg|l[øö]s|mess|ning|nad|sjon|ska[pb]|u?tion"
)
"""Beginnings that an unknown word is not taken for one with, nor a known one after what is unknown."""

_NO_END = re.compile(
    f"[^{VOWELS}](?:[bjv]|[dglst]p|[bdfgkpst][lmnr])$|[^{VOWELS}]{{4}}$|(?:av|be|for|för|inn|ind|kon|ned|om|opp?|upp|sam|til|ud|ut)$"
)
"""Ends that an unknown word is not taken for one with: consonants that no word has last, and words of `APART`."""

_TAKES_S = re.compile(
    r"(?:ing|sjon|tion|het|heit|hed|skap|skab|dom|tet|nad|else)$"
    r"|^(?:av|af|an|be|for|för|inn?|ind|opp?|upp|sam|til|ud|under|ut|över|over)"
    f"[^{VOWELS}]\\w*[^{VOWELS}]$"
)
"""Words that have an -s- before what is put behind them: with these ends, or with something put before them."""

_ENDINGS_BY_LETTER = {last: [each for each in ENDINGS if each[-1] == last] for last in {each[-1] for each in ENDINGS}}
_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case; a hyphen parts words."""
    return frozenset(_WORD.findall(text.lower()))


class Compounds:
    """Takes words apart by all that are given, in lower case."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) > 2 and word not in APART)
        self._nouns = self._words | {NOUN_ENDING.sub("", word) for word in self._words}
        self._sure = frozenset(word[:end] for word in self._words for end in _ends(word) if end > 2)
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
                stems.update(last[:end] for end in _ends(last) if end >= UNKNOWN)
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
            self._looked[word] = _may_be_cut(word), _ends(word)
        may, ends = self._looked[word]
        if bare := [end for end in ends if end < len(word) and word[:end] in self._said]:
            may = [start for start in may if all(_may_end(word[start:end]) for end in bare)]
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
        return letter != "s" or _TAKES_S.search(first) is None

    def _is_last(self, word: str, start: int, ends: tuple[int, ...]) -> bool:
        """Whether what begins there is a word in some inflection."""
        if not any(word[start:end] in (SHORT if end - start < 4 else self._stems) for end in ends):
            return False
        if word[start:] in APART or any(word[start:end] in SUFFIXES for end in ends):
            return False
        return not _IS_NO_WORD.match(word, start)

    def _after(self, word: str, may: list[int]) -> list[int]:
        """Where a long known word ends, and what follows may be one; two places if an -s- may belong to either."""
        for start in reversed(may):
            first, bare, rest = word[:start], word[: start - 1], word[start:]
            if len(rest) < KNOWN or len(first) < BEGUN:
                continue
            linked = first[-1] == "s" and len(bare) >= BEGUN and bare in self._nouns
            if not (linked or self._is_long(first, rest)) or _MAKES_WORDS.match(rest):
                continue
            if not linked:
                return [start]
            if first in self._firsts or _TAKES_S.search(bare) or not _BEGINNING.match(f"s{rest}"):
                return [start]
            return [start - 1] if bare[-1] in _VOWELS else [start - 1, start]
        return []

    def _is_long(self, first: str, rest: str) -> bool:
        """Whether a known word, perhaps with an -e- behind, has nothing more before what follows."""
        if rest[0] in _VOWELS:
            known = first in self._words and first[-1] in _VOWELS
        else:
            known = first in self._nouns or (len(first) > BEGUN and first[-1] == "e" and first[:-1] in self._nouns)
        if not known or _TAKES_S.search(first):
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
            if known < (KNOWN if _is_clear(first, rest) else BEGUN) and (start == UNKNOWN or COMMON.isdisjoint(stems)):
                continue
            if first[-1] == rest[0] or not APART.isdisjoint((first, first.removesuffix("s"), rest)):
                continue
            if not _NO_END.search(first) and not _MAKES_WORDS.match(rest):
                return [start]
        return []


def _ends(word: str) -> tuple[int, ...]:
    """Where the stem of a word may end, its own end among them."""
    bare = word[:-1] if word.endswith(GENITIVES) else word
    ends = {len(word), len(bare)}
    for ending in _ENDINGS_BY_LETTER.get(bare[-1:], ()):
        if bare.endswith(ending):
            end = len(bare) - len(ending)
            ends.add(end)
            if end > 3 and bare[end - 1] == bare[end - 2] and bare[end - 1] not in _VOWELS:
                ends.add(end - 1)
    return tuple(sorted(ends))


def _may_be_cut(word: str) -> list[int]:
    """Where a word may begin inside of another: after a vowel, and with consonants that words begin with."""
    vowel = _VOWEL.search(word)
    if vowel is None:
        return []
    first = max(3, vowel.end())
    may = [match.start() for match in _BEGINNINGS.finditer(word, first) if match.start() < len(word) - 2]
    if may and (whole := [match.span() for match in WHOLE.finditer(word)]):
        return [start for start in may if not any(begin < start < end for begin, end in whole)]
    return may


def _may_end(part: str) -> bool:
    """Whether a word that is known without its ending may end so."""
    return len(part) > 3 or part in SHORT or part in TINY


def _likely(word: str, cuts: list[int]) -> list[int]:
    """The cuts; but of two around an -s- that may belong to either side, the likely one."""
    unlikely = {cut + (_TAKES_S.search(word[:cut]) is None) for cut in cuts if cut + 1 in cuts and word[cut] == "s"}
    return [cut for cut in cuts if cut not in unlikely]


def _is_clear(first: str, rest: str) -> bool:
    """Whether a word can only be parted there: neither side could give a letter to the other."""
    if rest[0] in _VOWELS:
        return first[-1] in _VOWELS
    return first[-1] not in _VOWELS and not _BEGINNING.match(first[-1] + rest)
