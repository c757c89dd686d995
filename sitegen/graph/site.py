"""The whole site as one immutable value. Outputs never see it: they ask the questions of `graph.questions`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from sitegen.foundation.diagnostics import Span
from sitegen.foundation.digest import Digest
from sitegen.foundation.zones import zone
from sitegen.model.body import Body, Outline
from sitegen.model.config import Config
from sitegen.model.document import Document
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.model.words import ANY

Standing = Literal["own", "read", "fallback"]
"""How a text stands to a reader: in the reader's language, in one that they read, or in another."""


@dataclass(frozen=True, slots=True)
class Version:
    """An entity's text in one language. `places` says where each leaf of its front matter stands."""

    lang: str
    path: str
    translates: str
    made_from: str
    outline: Outline
    aliases: tuple[tuple[str, Span], ...]
    opening: Span
    places: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing with all its texts. `digest` stands for its facts and words, without the bodies."""

    ref: Ref
    facts: Facts
    original: str
    versions: tuple[Version, ...]
    digest: Digest

    @property
    def langs(self) -> tuple[str, ...]:
        return tuple(version.lang for version in self.versions)

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


@dataclass(frozen=True, slots=True)
class File:
    """A file beside a document: a picture or an attachment."""

    name: str
    path: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class Backlink:
    """That `source` names this document in a role."""

    source: Ref
    role: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that was read, joined. `now` is the instant of the build, in UTC."""

    config: Config
    now: datetime
    entities: Mapping[Ref, Entity]
    backlinks: Mapping[Ref, tuple[Backlink, ...]]
    mentions: Mapping[Ref, tuple[Ref, ...]]
    addresses: Mapping[tuple[Ref, str], str]
    files: Mapping[Ref, tuple[File, ...]]
    load_body: Callable[[str], Body]

    @property
    def zone(self) -> str:
        return self.config.settings.timezone

    @property
    def today(self) -> date:
        """The day of the build in the site's time zone."""
        return self.now.astimezone(zone(self.zone)).date()

    def at(self, now: datetime) -> "Site":
        """The same site at another instant."""
        return replace(self, now=now)

    def of_kind(self, kind: str) -> tuple[Entity, ...]:
        """The published documents of a kind, by id."""
        return tuple(entity for ref, entity in self.entities.items() if ref.kind == kind)

    def standing(self, entity: Entity, lang: str) -> tuple[str, Standing]:
        """Which text a reader of `lang` sees, and how it stands to them."""
        if ANY in entity.langs or lang in entity.langs:
            return lang, "own"
        chosen = next(each for each in self.config.reading_order(lang) if each in entity.langs)
        return chosen, "read" if chosen in self.config.reads(lang) else "fallback"

    def has_page(self, entity: Entity, lang: str) -> bool:
        """Whether the document has a page of its own among those of `lang`."""
        return self.config.settings.fallback_pages or self.standing(entity, lang)[1] != "fallback"


def places_of(document: Document) -> dict[str, Span]:
    """Where each leaf of a document stands."""
    return {leaf.path: leaf.span for leaf in document.leaves}
