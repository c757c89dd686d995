"""What the questions of `graph.questions` answer with: small frozen values, told for one reader's language."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sitegen.graph.entity import Standing
from sitegen.model.ledger import Revision
from sitegen.model.moment import Period
from sitegen.model.reference import Ref


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the language that they are in (empty: the same in all)."""

    words: str
    lang: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where a reader gets to a document, and what it is called. `lang` is that of the page behind it."""

    address: str
    title: Said
    lang: str


@dataclass(frozen=True, slots=True)
class Card:
    """The little of a document that others may see.

    `words_lang` is the language of its text, and `standing` how that stands to the reader. `when` is the
    period of an event in its own zone `zone`; `day` the day by which lists order the document.
    """

    ref: Ref
    link: Link
    summary: Said | None
    words_lang: str
    standing: Standing
    status: str = ""
    when: Period | None = None
    zone: str = ""
    place: Said | None = None
    online: bool = False
    published: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which text a page shows: its language, how that stands to the reader, and the text's own page.

    `translated_from` is the language that the text was translated from, if it was; `path` its source file.
    """

    lang: str
    standing: Standing
    original_address: str
    translated_from: str
    path: str


@dataclass(frozen=True, slots=True)
class Stale:
    """That a translation is behind its original: whose language and page these are, and which of its parts changed."""

    lang: str
    address: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A document's page among those of `lang`; `standing` as in `Shown`."""

    lang: str
    address: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Ties:
    """Documents of one kind that name this one in one role, in the order in which they are listed."""

    kind: str
    role: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class RegistrationState:
    """Whether one can still sign up: open, closing (in `days` days), closed, or not said."""

    state: Literal["open", "closing", "closed", "none"]
    days: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar that can be subscribed to: what it is of, and where it is."""

    scope: str
    address: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the ledger of the calendars has of an entry; `current` if its bytes are as they were recorded.

    `kept` says whether there is a ledger at all.
    """

    revision: Revision | None
    current: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class SignUp:
    """Whether one can sign up for an event that is to come, as lists tell it; `last` is the deadline's day, and
    `closes` the instant at which it is past (ISO 8601).
    """

    state: Literal["open", "closing", "closed", "none"]
    last: date | None = None
    closes: str = ""


@dataclass(frozen=True, slots=True)
class TakesPlace:
    """One time that an event takes place: its start, a day or an instant in its own zone, and its last day."""

    ref: Ref
    start: date | datetime
    last: date


@dataclass(frozen=True, slots=True)
class Kin:
    """A document that is near to another by a reason, "project" or "topic"; `common` are those that they share."""

    ref: Ref
    reason: str
    common: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """An accessibility statement: the countries that it is for, and its address or its page."""

    countries: tuple[str, ...]
    url: str
    page: Ref | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a language needs to know of the site.

    `prefix` is the path of the public address; `sections` pairs of section name and address; `pages` the
    documents of the footer; `languages` those of the site, in its order; `logo` an asset's name.
    `statements` are one for each address.
    """

    title: Said
    description: Said | None
    base: str
    prefix: str
    zone: str
    languages: tuple[str, ...]
    reading_order: tuple[str, ...]
    reads: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    pages: tuple[Ref, ...]
    publisher: Ref | None
    repository: str
    time_separator: str
    logo: str = "mark.svg"
    statements: tuple[Stated, ...] = ()
