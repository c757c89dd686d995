"""One document with all its texts: the facts said once, the words in every language that has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sitegen.foundation.diagnostics import Span
from sitegen.foundation.digest import Digest, digest_value
from sitegen.model.body import Outline
from sitegen.model.prose import NO_CLAIMS, Claims
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.model.wording import Part

Standing = Literal["own", "read", "fallback"]
"""How a text stands to a reader: in the reader's language, in one that they read, or in another."""


@dataclass(frozen=True, slots=True)
class Version:
    """An entity's text in one language. `places` says where each leaf of its front matter stands, by the paths that
    the original has for them; `parts` and `made_at` are as in `Document`.
    """

    lang: str
    path: str
    translates: str
    made_from: str
    outline: Outline
    aliases: tuple[tuple[str, Span], ...]
    opening: Span
    places: Mapping[str, Span]
    claims: Claims = NO_CLAIMS
    parts: tuple[Part, ...] = ()
    made_at: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing with all its texts.

    `heads` is what its facts and words follow from, as digests; `name` is what questions call it, and `ground` a digest
    of all that it is.
    """

    ref: Ref
    facts: Facts
    original: str
    versions: tuple[Version, ...]
    heads: tuple[str, ...]
    name: str = field(init=False)
    langs: tuple[str, ...] = field(init=False)
    ground: Digest = field(init=False)

    def __post_init__(self) -> None:
        # Kept, as they are asked for again and again.
        object.__setattr__(self, "name", str(self.ref))
        object.__setattr__(self, "langs", tuple(version.lang for version in self.versions))
        object.__setattr__(self, "ground", digest_value(pieces(self)))

    @property
    def digest(self) -> Digest:
        """Stands for the facts and words, without the bodies."""
        return digest_value((self.name, self.heads))

    def version(self, lang: str) -> Version:
        return next(version for version in self.versions if version.lang == lang)

    @property
    def source(self) -> Version:
        """The text that holds the facts."""
        return self.version(self.original)

    def place(self, *paths: str) -> Span:
        """Where the first of these leaves stands that there is; else the top of the original."""
        places = self.source.places
        return next((places[path] for path in paths if path in places), self.source.opening)

    def place_of(self, path: str, lang: str) -> Span:
        """Where the words of a field stand in a language: in that text, or in the language-neutral one."""
        said = next((each.places for each in self.versions if each.lang == lang), {})
        return said.get(path) or self.place(f"{path}/{lang}", path)


def pieces(entity: Entity) -> list[tuple[object, ...]]:
    """All that an entity is: its facts and words, and its texts.

    A text that says what it was made from is compared with the original's wording, which the same page may have in
    other signs.
    """
    found: list[tuple[object, ...]] = [("words", entity.name, entity.heads)]
    for each in entity.versions:
        found.append(("text", each.lang, each.path, each.translates, each.made_from, each.outline.digest))
    if any(each.made_from for each in entity.versions):
        found.append(("wording", tuple(part.digest for part in entity.source.parts)))
    return found
