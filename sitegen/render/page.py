"""What every page has in common: its title and address, the way up, the same page in other languages, its feeds.

Knows where pages are; does not know what stands on them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.graph.addresses import SECTIONS
from sitegen.graph.answers import Edition, Said
from sitegen.model.reference import Ref
from sitegen.model.words import ANY
from sitegen.render.labels import KINDS, SECTIONS as LABELS
from sitegen.render.view import View

DEFAULT = "x-default"


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way up from a page; `href` is empty for the page itself."""

    words: Said
    href: str = ""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that the page can be read in, by its own name."""

    lang: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page for others: `hreflang`, and its whole address."""

    hreflang: str
    url: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What can be followed: the type of the feed, and where it is."""

    type: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`address` is below the site's base, `canonical` whole; both are empty for a page that has no fixed place.

    `section` is that of the navigation in which the page is; `alternates` are empty for a page that stands
    for another.
    """

    title: Said
    description: Said | None = None
    address: str = ""
    canonical: str = ""
    section: str = ""
    crumbs: tuple[Crumb, ...] = ()
    tongues: tuple[Tongue, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    feeds: tuple[Feed, ...] = ()
    sort: str = "website"
    picture: str = ""


def front(view: View) -> Page:
    """The front page of a language."""
    address = f"{view.lang}/"
    places = tuple((lang, f"{lang}/") for lang in view.frame.languages)
    return Page(
        title=view.frame.title,
        description=view.frame.description,
        address=address,
        canonical=view.absolute(address),
        tongues=tongues(view, places),
        alternates=(*_alternates(view, places), Alternate(DEFAULT, view.absolute(""))),
    )


def lost(view: View, title: str) -> Page:
    """A page that stands for one that is not there, in one language."""
    places = tuple((lang, f"{lang}/") for lang in view.frame.languages)
    words = Said(view.catalogue.gettext(title), view.lang)
    return Page(title=words, tongues=tongues(view, places), crumbs=(_home(view), Crumb(words)))


def listing(view: View, section: str, year: str = "") -> Page:
    """The page of a section, or of a year in its archive."""
    name = Said(view.catalogue.gettext(LABELS[section]), view.lang)
    tail = f"{year}/" if year else ""
    places = tuple((lang, view.reading(lang).section(section) + tail) for lang in view.frame.languages)
    address = view.section(section) + tail
    upper = (Crumb(name, view.href(view.section(section))), Crumb(Said(year, ANY))) if year else (Crumb(name),)
    return Page(
        title=Said(f"{name.words} {year}", view.lang) if year else name,
        address=address,
        canonical=view.absolute(address),
        section=section,
        crumbs=(_home(view), *upper),
        tongues=tongues(view, places),
        alternates=(*_alternates(view, places), Alternate(DEFAULT, view.absolute(places[0][1]))),
    )


def document(view: View, ref: Ref, picture: str = "") -> Page:
    """The page of a document. One whose words are another language's is known by the page that they are from."""
    facts, shown, editions = view.facts(ref), view.shown(ref), view.editions(ref)
    address = next(each.address for each in editions if each.lang == view.lang)
    fallback = shown.standing == "fallback"
    title = view.say.said(facts.label)
    return Page(
        title=title,
        description=view.say.said(facts.summary) if facts.summary else None,
        address=address,
        canonical=view.absolute(shown.original_address if fallback else address),
        section=ref.kind if ref.kind in SECTIONS else "",
        crumbs=(_home(view), *_section(view, ref.kind), Crumb(title)),
        tongues=tongues(view, tuple((each.lang, each.address) for each in editions)),
        alternates=() if fallback else _editions(view, editions, shown.translated_from or shown.lang),
        feeds=_feeds(view, ref),
        sort="article" if ref.kind == "news" else "website",
        picture=view.absolute(picture) if picture else "",
    )


def tongues(view: View, places: Iterable[tuple[str, str]]) -> tuple[Tongue, ...]:
    """The language switch over pages given as language and address."""
    return tuple(
        Tongue(lang, view.say.own_name(lang), view.href(address), lang == view.lang) for lang, address in places
    )


def _home(view: View) -> Crumb:
    return Crumb(Said(view.catalogue.gettext("Front page"), view.lang), view.href(f"{view.lang}/"))


def _section(view: View, kind: str) -> tuple[Crumb, ...]:
    if kind not in SECTIONS:
        return ()
    return (Crumb(Said(view.catalogue.gettext(KINDS[kind]), view.lang), view.href(view.section(kind))),)


def _editions(view: View, editions: tuple[Edition, ...], original: str) -> tuple[Alternate, ...]:
    """The editions in which readers find words of their own; the original's is for everyone else."""
    places = tuple((each.lang, each.address) for each in editions if each.standing != "fallback")
    default = dict(places).get(original, places[0][1])
    return (*_alternates(view, places), Alternate(DEFAULT, view.absolute(default)))


def _alternates(view: View, places: Iterable[tuple[str, str]]) -> tuple[Alternate, ...]:
    return tuple(Alternate(lang, view.absolute(address)) for lang, address in places)


def _feeds(view: View, ref: Ref) -> tuple[Feed, ...]:
    """The feeds of what happens about a document."""
    return tuple(Feed(media, view.href(address)) for media, address in view.feeds(ref))
