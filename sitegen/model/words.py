"""Words in several languages. A file in one language is shorthand for words with that one language."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.model.body import Body

ANY = ""
"""The language of words that are the same in all: a person's name, a trade mark."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words by language: `entries` are pairs of language tag and words, sorted by tag."""

    entries: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, lang: str, words: str) -> "Text":
        return cls(((lang, words),))

    def also(self, others: Iterable[tuple[str, str]]) -> "Text":
        """These words together with those of other languages."""
        return Text(tuple(sorted({**dict(self.entries), **dict(others)}.items())))

    def in_order(self, order: Iterable[str]) -> tuple[str, str]:
        """Language and words for a reader with this order of languages; the first there is as a last resort."""
        said = dict(self.entries)
        for lang in (*order, ANY):
            if lang in said:
                return lang, said[lang]
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown words by language, parsed."""

    entries: tuple[tuple[str, Body], ...]

    def also(self, others: Iterable[tuple[str, Body]]) -> "Prose":
        merged = {**dict(self.entries), **dict(others)}
        return Prose(tuple(sorted(merged.items(), key=lambda entry: entry[0])))

    def in_order(self, order: Iterable[str]) -> tuple[str, Body]:
        """Language and body for a reader with this order of languages; the first there is as a last resort."""
        said = dict(self.entries)
        for lang in (*order, ANY):
            if lang in said:
                return lang, said[lang]
        return self.entries[0]
