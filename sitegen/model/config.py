"""What `site.yaml` says: the site's name and address, its languages, and how they are read."""

from dataclasses import dataclass
from typing import Annotated

from sitegen.model.fields import LangTag, RuleName, To, Url, ZoneName
from sitegen.model.kind import ByLang
from sitegen.model.reference import Ref
from sitegen.model.words import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """How readers of a language are served: `reads` are shown as their own, `fallback` with a notice."""

    reads: tuple[LangTag, ...] = ()
    fallback: tuple[LangTag, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration. `languages` are in the order in which the site lists them.

    `url_words` has, per name of a kind or section ("event", "calendar"), the words that `site.yaml` sets.
    """

    settings: Settings
    languages: tuple[tuple[str, LanguageSettings], ...]
    url_words: tuple[tuple[str, ByLang], ...] = ()
    time_separator: ByLang = ()

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

    @property
    def base(self) -> str:
        """The public address, with a slash at its end."""
        return self.settings.url.rstrip("/") + "/"
