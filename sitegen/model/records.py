"""The records that documents of several kinds share, and the fields that every kind has."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from sitegen.model.fields import (
    Country,
    Cpv,
    DoffinNumber,
    FileName,
    LangTag,
    TedNumber,
    To,
    Url,
)
from sitegen.model.reference import Ref
from sitegen.model.words import Text

LinkSort = Literal["read-more", "register", "stream", "recording", "document", "notice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address elsewhere that belongs to the document."""

    title: Text
    url: Url
    kind: LinkSort = "read-more"
    lang: LangTag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask, and as what. After `until` the contact is shown nowhere."""

    SHORTHAND: ClassVar[str] = "person"

    person: Annotated[Ref | None, To(("person",))] = None
    organisation: Annotated[Ref | None, To(("organisation",))] = None
    role: Text | None = None
    country: Country | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the bundle, with its alternative text or the word that it is decoration."""

    src: FileName
    alt: Text | None = None
    decorative: bool = False
    credit: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A procurement notice, by its number in TED or Doffin, or by its address."""

    ted: TedNumber | None = None
    doffin: DoffinNumber | None = None
    url: Url | None = None
    title: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What every kind of document has. A field without a default is required."""

    summary: Text | None = None
    slug: Text | None = None
    draft: bool = False
    published: date | None = None
    updated: date | None = None
    expires: date | None = None
    topics: Annotated[tuple[Ref, ...], To(("topic",))] = ()
    related: Annotated[tuple[Ref, ...], To()] = ()
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = ()
    image: Image | None = None
    countries: tuple[Country, ...] = ()
    cpv: tuple[Cpv, ...] = ()
    notices: tuple[Notice, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> Text:
        """The title, or the name, by which the document is known."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled(Facts):
    """A document that is a text: it has a title."""

    title: Text

    @property
    def label(self) -> Text:
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Facts):
    """A document that is about someone or something: it has a name."""

    name: Text

    @property
    def label(self) -> Text:
        return self.name
