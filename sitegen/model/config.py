"""What `site.yaml` says: the site's name and address, its languages, and how they are read."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sitegen.foundation.diagnostics import Span
from sitegen.model.fields import Colour, Country, DeepColour, FileName, LangTag, PaleColour, RuleName, To, Url, ZoneName
from sitegen.model.kind import ByLang
from sitegen.model.reference import Ref
from sitegen.model.words import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """How readers of a language are served: `reads` are shown as their own, `fallback` with a notice."""

    reads: tuple[LangTag, ...] = ()
    fallback: tuple[LangTag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What sets a site apart: colours of links and buttons (in the dark scheme, `accent_dark`), of the footer and
    the front page's head (`band`), of small ornaments (`mark`); and its logo, a file in `templates/assets`."""

    accent: DeepColour | None = None
    accent_dark: PaleColour | None = None
    band: DeepColour | None = None
    mark: Colour | None = None
    logo: FileName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The accessibility statement that a country's law wants of a public site: where it is, and the day on which it
    was last gone through. Norway's is kept at uustatus.no and Denmark's at was.digst.dk; Sweden's is a page of the
    site's own."""

    country: Country
    reviewed: date
    url: Url | None = None
    page: Annotated[Ref | None, To(("page",))] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The plain fields of `site.yaml`."""

    title: Text
    url: Url
    timezone: ZoneName
    description: Text | None = None
    fallback_pages: bool = True
    publisher: Annotated[Ref | None, To(("organisation",))] = None
    repository: Url | None = None
    silence: tuple[RuleName, ...] = ()
    look: Look | None = None
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration. `languages` are in the order in which the site lists them.

    `url_words` has, per name of a kind or section ("event", "calendar"), the words that `site.yaml` sets; `places`
    where each value stands there, by its path ("statements/0/country").
    """

    settings: Settings
    languages: tuple[tuple[str, LanguageSettings], ...]
    url_words: tuple[tuple[str, ByLang], ...] = ()
    time_separator: ByLang = ()
    places: tuple[tuple[str, Span], ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(tag for tag, _ in self.languages)

    def reading_order(self, lang: str) -> tuple[str, ...]:
        """The languages in which a reader of `lang` is shown a text, best first; all of the site's are in it."""
        own = dict(self.languages)[lang]
        return tuple(dict.fromkeys((lang, *own.reads, *own.fallback, *self.tags)))

    def reads(self, lang: str) -> tuple[str, ...]:
        """The languages that a reader of `lang` is shown as their own."""
        return (lang, *dict(self.languages)[lang].reads)

    def place(self, path: str) -> Span:
        """Where a value stands in `site.yaml`."""
        return dict(self.places).get(path, Span("site.yaml"))

    @property
    def base(self) -> str:
        """The public address, with a slash at its end."""
        return self.settings.url.rstrip("/") + "/"
