"""The words of a passage that a dictionary can be asked for, with their places.

What is no word of a language is passed over: addresses, names of files, numbers and what hyphens join to them,
abbreviations in capitals or with full stops, words with capitals inside, words that begin with a capital inside a
sentence, as these are names in the Nordic languages, and the first part of a compound that waits for its last
("hälso- och sjukvård").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.content.markdown.manuscript import Passage
from sitegen.content.markdown.passages import OPAQUE
from sitegen.foundation.diagnostics import Span

HYPHENS = "-\u2011"
"""The hyphen, and the one at which no line is broken."""
SOFT_HYPHEN = "\u00ad"

_NO_WORDS = re.compile(
    r"""(?:https?://|www\.)[^\s]{1,500}     # an address
    |(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}  # an e-mail address, or a name in a network
    |(?<![\w@])[@\#/][\w/-]{1,100}           # a name, a tag or a path
    |(?<![\w.-])(?:[\w-]{1,60}\.){1,5}[a-zæøåäö0-9]{1,5}(?![\w-])\.?  # report.pdf, example.org, f.eks.
    |(?<![\w.\-\u2011])[^\W\d_]{1,6}\.(?=[,;:]|\s{1,10}[a-zà-öø-ÿ\d§(])  # evt., Kap. 3: a stop that ends no sentence
    """,
    re.VERBOSE,
)
_JOINED = re.compile(rf"[\w{SOFT_HYPHEN}]++(?:[{HYPHENS}'’][\w{SOFT_HYPHEN}]++)*+")
"""What stands together: of "covid-19-pandemien", no part is a word of its own."""
_LETTER = rf"(?:[^\W\d_]|{SOFT_HYPHEN})"
_WORD = re.compile(rf"(?<!\w){_LETTER}++(?:[{HYPHENS}'’]{_LETTER}++)*+(?!\w|[{HYPHENS}](?!\w))")
_BEGINS = re.compile(r"(?:^|[.!?:;…]|[•·|/–—] ?)[\s\"'«»“”„‘’()\[\]]*$")
_BEFORE = 40
"""Characters before a word that tell whether it begins a sentence."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text in a language, and where it stands."""

    text: str
    lang: str
    span: Span


def words(passage: Passage, lang: str) -> Iterator[Word]:
    """The words of a passage, each time they stand there."""
    text = _JOINED.sub(_without_digits, _NO_WORDS.sub(_blank, passage.text))
    for found in _WORD.finditer(text):
        bare = found[0].replace(SOFT_HYPHEN, "").replace("’", "'")
        if len(bare) > 1 and not _is_name(bare, text, found.start()):
            yield Word(bare, lang, passage.span(found.start(), found.end()))


def _blank(found: re.Match[str]) -> str:
    return OPAQUE * len(found[0])


def _without_digits(found: re.Match[str]) -> str:
    return _blank(found) if any(sign.isdigit() for sign in found[0]) else found[0]


def _is_name(word: str, text: str, at: int) -> bool:
    """Whether a word is a name or an abbreviation: by its capitals, unless it begins a sentence."""
    if word.islower():
        return False
    if not word[0].isupper() or any(_has_capitals(part[1:]) for part in re.split(rf"[{HYPHENS}]", word)):
        return True
    start = max(0, at - _BEFORE)
    before = text[start:at]
    return not _BEGINS.search(before if start == 0 else OPAQUE + before)


def _has_capitals(letters: str) -> bool:
    return any(letter.isupper() for letter in letters)
