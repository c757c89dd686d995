"""What every page has in common: its title and address, the way up, the same page in other languages, its feeds.

Knows where pages are; does not know what stands on them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.graph.addresses import SECTIONS
from sitegen.graph.answers import Edition, Said
from sitegen.model.reference import Ref
from sitegen.model.words import ANY
from sitegen.render.jsonld.crumbs import breadcrumbs
from sitegen.render.jsonld.things import Thing, thing, written
from sitegen.render.labels import KINDS, SECTIONS as LABELS
from sitegen.render.posters import HEIGHT, WIDTH
from sitegen.render.posters.lettering import lettering
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


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands for the page where others link to it: a whole address, what it shows, and its size in pixels."""

    url: str
    alt: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`address` is below the site's base, `canonical` whole; both are empty for a page that has no fixed place.

    `section` is that of the navigation in which the page is; `alternates` are empty for a page that stands
    for another. `published` and `changed` are the days of an article; `things` what machines are told.
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
    picture: Picture | None = None
    published: str = ""
    changed: str = ""
    subjects: tuple[str, ...] = ()
    things: tuple[Thing, ...] = ()

    @property
    def data(self) -> Markup:
        """What machines are told, as a data block holds it."""
        return written(self.things)


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
        picture=poster(view),
        things=(thing("WebSite", name=view.frame.title.words, url=view.absolute(address), inLanguage=view.lang),),
    )


def lost(view: View, title: str) -> Page:
    """A page that stands for one that is not there, in one language."""
    places = tuple((lang, f"{lang}/") for lang in view.frame.languages)
    words = Said(view.catalogue.gettext(title), view.lang)
    return Page(title=words, tongues=tongues(view, places), crumbs=(_home(view), Crumb(words)))


def listing(view: View, section: str, year: str = "") -> Page:
    """The page of a section, or of a year in its archive."""
    if year:
        return part(view, section, f"{year}/", f"{_name(view, section).words} {year}", Said(year, ANY))
    return _listed(view, section, "", _name(view, section), (Crumb(_name(view, section)),))


def part(
    view: View, section: str, tail: str, title: str, short: Said | None = None, feeds: tuple[Feed, ...] = ()
) -> Page:
    """A page below a section's: at `tail` in every language, and called `short` on the way up to it."""
    said = Said(title, view.lang)
    upper = (Crumb(_name(view, section), view.href(view.section(section))), Crumb(short or said))
    return _listed(view, section, tail, said, upper, feeds)


def _listed(
    view: View, section: str, tail: str, title: Said, upper: tuple[Crumb, ...], feeds: tuple[Feed, ...] = ()
) -> Page:
    places = tuple((lang, view.reading(lang).section(section) + tail) for lang in view.frame.languages)
    address = view.section(section) + tail
    crumbs = (_home(view), *upper)
    return Page(
        title=title,
        description=_about(view, title),
        address=address,
        canonical=view.absolute(address),
        section=section,
        crumbs=crumbs,
        tongues=tongues(view, places),
        alternates=(*_alternates(view, places), Alternate(DEFAULT, view.absolute(places[0][1]))),
        feeds=feeds,
        picture=poster(view),
        things=_way(view, crumbs, view.absolute(address)),
    )


def _about(view: View, title: Said) -> Said | None:
    """What search engines are told of a list: its title, and what the site is about."""
    about = view.frame.description
    return Said(f"{title.words} – {about.words}", about.lang) if about else None


def _name(view: View, section: str) -> Said:
    return Said(view.catalogue.gettext(LABELS[section]), view.lang)


def poster(view: View, ref: Ref | None = None) -> Picture | None:
    """The card of a document, or of the site; None where cards cannot be drawn."""
    found = view.poster(ref)
    if found is None:
        return None
    return Picture(view.absolute(found.address), lettering(found, view).told, WIDTH, HEIGHT)


def document(view: View, ref: Ref, picture: Picture | None = None) -> Page:
    """The page of a document. One whose words are another language's is known by the page that they are from."""
    facts, shown, editions = view.facts(ref), view.shown(ref), view.editions(ref)
    address = next(each.address for each in editions if each.lang == view.lang)
    fallback = shown.standing == "fallback"
    title = view.say.said(facts.label)
    canonical = view.absolute(shown.original_address if fallback else address)
    crumbs = (_home(view), *_section(view, ref.kind), Crumb(title))
    article = ref.kind == "news"
    return Page(
        title=title,
        description=view.say.said(facts.summary) if facts.summary else None,
        address=address,
        canonical=canonical,
        section=ref.kind if ref.kind in SECTIONS else "",
        crumbs=crumbs,
        tongues=tongues(view, tuple((each.lang, each.address) for each in editions)),
        alternates=() if fallback else _editions(view, editions, shown.translated_from or shown.lang),
        feeds=_feeds(view, ref),
        sort="article" if article else "website",
        picture=picture,
        published=str(facts.published or "") if article else "",
        changed=str(facts.updated or "") if article else "",
        subjects=tuple(link.title.words for each in facts.topics if article and (link := view.link(each))),
        things=_way(view, crumbs, canonical),
    )


def tongues(view: View, places: Iterable[tuple[str, str]]) -> tuple[Tongue, ...]:
    """The language switch over pages given as language and address."""
    return tuple(
        Tongue(lang, view.say.own_name(lang), view.href(address), lang == view.lang) for lang, address in places
    )


def _way(view: View, crumbs: Iterable[Crumb], canonical: str) -> tuple[Thing, ...]:
    """The way up as machines are told it, with whole addresses."""
    prefix = view.frame.prefix
    steps = [
        (each.words.words, view.absolute(each.href.removeprefix(prefix)) if each.href else canonical) for each in crumbs
    ]
    return breadcrumbs(steps)


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
