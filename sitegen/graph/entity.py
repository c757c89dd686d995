"""One document with all its texts: the facts said once, the words in every language that has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sitegen.foundation.diagnostics import Span
from sitegen.foundation.digest import Digest
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
    """One thing with all its texts. `digest` stands for its facts and words, without the bodies; `name` is what
    questions call it.
    """

    ref: Ref
    facts: Facts
    original: str
    versions: tuple[Version, ...]
    digest: Digest
    name: str = field(init=False)
    langs: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        # Kept, as they are asked for a hundred times a document.
        object.__setattr__(self, "name", str(self.ref))
        object.__setattr__(self, "langs", tuple(version.lang for version in self.versions))

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
