"""The words that a site knows itself: names that its facts have, and its own list."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from sitegen.graph.entity import Entity
from sitegen.kinds.event import Venue
from sitegen.kinds.organisation import FormerName, Organisation
from sitegen.kinds.topic import Topic
from sitegen.model.fields import Party
from sitegen.model.records import Named
from sitegen.model.words import ANY, Text

GENITIVES = ("", "s", "'s", "'")
"""What a name may end in: "Digdirs", "Moss'"."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """Words by language; those of `ANY` are known in all. A word in small letters may begin with a capital."""

    words: Mapping[str, frozenset[str]]

    def has(self, word: str, lang: str) -> bool:
        own = (self.words.get(lang, frozenset()), self.words.get(ANY, frozenset()))
        small = word[:1].lower() + word[1:]
        return any(
            form.removesuffix(ending) in known
            for form in (word, small)
            for ending in GENITIVES
            if form.endswith(ending)
            for known in own
        )


def known_words(entities: Iterable[Entity], listed: Mapping[str, frozenset[str]]) -> Known:
    """What the facts of a site name, and what its own list has by language.

    A proper name is the same in all languages; a topic's name is words of its own language.
    """
    found: dict[str, set[str]] = {lang: set(words) for lang, words in listed.items()}
    for entity in entities:
        for text in _names(entity.facts):
            for lang, words in text.entries:
                own, said = (lang, words.lower()) if isinstance(entity.facts, Topic) else (ANY, words)
                found.setdefault(own, set()).update(_WORD.findall(said.replace("’", "'")))
    return Known({lang: frozenset(words) for lang, words in found.items()})


def _names(value: object) -> Iterator[Text]:
    """The names in a record and in all that it holds."""
    if isinstance(value, Named):
        yield value.name
    if isinstance(value, Organisation) and value.short_name:
        yield value.short_name
    if isinstance(value, FormerName):
        yield value.name
    if isinstance(value, Party) and value.text:
        yield value.text
    if isinstance(value, Venue):
        yield from filter(
            None, (value.name, value.room, value.city, Text.of(ANY, value.street) if value.street else None)
        )
    if isinstance(value, tuple):
        for item in value:
            yield from _names(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _names(getattr(value, each.name))
