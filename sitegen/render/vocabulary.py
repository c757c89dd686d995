"""The words of all records of a language together: the compounds that they tell of, and in which records each stands.

Knows how a record's words are written, and nothing of documents.
"""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from unicodedata import normalize

from sitegen.foundation.folding import fold
from sitegen.render.compounds import Compounds, words_of
from sitegen.render.record import WHOLE, folded, meta

SPELLINGS = ("named", "folded")
"""What is named so has words of a record a second time, as they are typed without letters of their own."""

PARTS = ("title_parts", "parts")
"""What is named so are later parts of compounds, and their spellings."""

_TYPED = re.compile(r"[^\W_]+")
_LINE = re.compile(r'<p(?: data-pagefind-(?:meta="(\w+)")?[^>]*)?>([^<]*)</p>')


def with_parts(pages: Mapping[str, str]) -> dict[str, str]:
    """The words of all records of a language by their links, each with the later parts of its compounds.

    What is a compound is told by the words of all; so this is not known when a record is made.
    """
    said = {href: _said(words) for href, words in pages.items()}
    known = frozenset(word for each in said.values() for words in each for word in words)
    compounds = Compounds(known)
    parts = {word: compounds.parts(word) for word in known}
    return {href: "\n".join((words, *_parted(*said[href], parts))) for href, words in pages.items()}


def by_word(pages: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The links of the records in which each word stands, also as the later part of a compound; in lower case.

    `pages` are words with parts. Spellings that stand beside words are none: a script knows letters without their
    marks itself.
    """
    found: dict[str, set[str]] = {}
    for href, words in pages.items():
        for name, text in _LINE.findall(words):
            if name not in SPELLINGS:
                for word in _typed(unescape(text), beside=name in PARTS):
                    found.setdefault(word, set()).add(href)
    return {word: tuple(sorted(found[word])) for word in sorted(found)}


def _typed(text: str, *, beside: bool) -> set[str]:
    """The words of a line as they are typed, without the spellings that stand `beside` them."""
    said = set(_TYPED.findall(normalize("NFKC", text).lower()))
    return said - {fold(word) for word in said if not WHOLE.isdisjoint(word)} if beside else said


def _said(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a record's title, and those of its text and names, without the spellings that stand beside them."""
    said: dict[str, list[str]] = {"title": [], "": []}
    for name, text in _LINE.findall(words):
        if name in said:
            said[name].append(unescape(text))
    return words_of(" ".join(said["title"])), words_of(" ".join(said[""]))


def _parted(titled: frozenset[str], text: frozenset[str], parts: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """The later parts of the title's compounds, and those of the text that are not said there as they stand."""
    first = {part for word in titled for part in parts[word]} - titled
    others = {part for word in text for part in parts[word]} - titled - text - first
    for name, found in zip(PARTS, (first, others), strict=True):
        if found:
            spelled = " ".join(sorted(found))
            yield meta(name, f"{spelled} {folded(spelled)}".rstrip())
