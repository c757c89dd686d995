"""What the pages of all kinds of documents have: words, notices on them, topics, links, contacts, what is tied."""

from dataclasses import dataclass

from sitegen.graph.answers import Link, Shown
from sitegen.kinds.event import Event
from sitegen.model.records import Facts, Image, Link as Elsewhere, Notice
from sitegen.model.reference import Ref
from sitegen.model.words import ANY
from sitegen.render.anatomy.people import ByCountry, Reachable, by_country, contacts, links
from sitegen.render.anatomy.related import Related, related
from sitegen.render.anatomy.tied import Tied, refs_tied, tied
from sitegen.render.labels import LINKS
from sitegen.render.view import View

TED = "https://ted.europa.eu/{lang}/notice/-/detail/{number}"
TED_LANGUAGES = frozenset({"da", "en", "fi", "sv"})
"""Those of the site's possible languages that TED speaks; all others get English."""
DOFFIN = "https://doffin.no/notices/{number}"


@dataclass(frozen=True, slots=True)
class Sorted:
    """Links of one sort; `label` is a message."""

    label: str
    links: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True)
class Announced:
    """A procurement notice: where it is, and what it is called where it has no title of its own."""

    notice: Notice
    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the document, and its address."""

    image: Image
    address: str


@dataclass(frozen=True, slots=True)
class Common:
    """`words_lang` is the language of the words where it is not the page's; `original` where they are translated
    from another page, the link to it; `edit` where the source can be mended.
    """

    ref: Ref
    facts: Facts
    shown: Shown
    words_lang: str
    original: str
    expired: bool
    picture: Picture | None
    topics: tuple[Link, ...]
    related: tuple[Related, ...]
    links: tuple[Sorted, ...]
    contacts: tuple[ByCountry, ...]
    notices: tuple[Announced, ...]
    tied: tuple[Tied, ...]
    edit: str


def common(view: View, ref: Ref, without: frozenset[str] = frozenset()) -> Common:
    """What every page has, for the document `ref`; `without` are roles of ties that its page shows itself."""
    facts, shown = view.facts(ref), view.shown(ref)
    named = refs_tied(view, ref)
    return Common(
        ref=ref,
        facts=facts,
        shown=shown,
        words_lang=view.say.foreign(shown.lang),
        original=_original(view, ref, shown),
        expired=view.expired(ref),
        picture=picture(view, ref, image_of(facts)),
        topics=links(view, facts.topics),
        related=related(view, ref, (each for each in facts.related if each not in named)),
        links=by_sort(tuple(each for each in facts.links if each.url not in told_by(facts))),
        contacts=_contacts(view, ref),
        notices=tuple(announced(notice, view.lang) for notice in facts.notices),
        tied=tied(view, ref, without),
        edit=f"{view.frame.repository.rstrip('/')}/{shown.path}" if view.frame.repository else "",
    )


def picture(view: View, ref: Ref, image: Image | None) -> Picture | None:
    """A picture of a document's bundle."""
    return Picture(image, view.media(ref, image.src)) if image else None


def by_sort(given: tuple[Elsewhere, ...]) -> tuple[Sorted, ...]:
    """Links by their sort, in the order of the labels."""
    groups = ((label, tuple(each for each in given if each.kind == sort)) for sort, label in LINKS.items())
    return tuple(Sorted(label, found) for label, found in groups if found)


def told_by(facts: Facts) -> frozenset[str]:
    """The addresses that the facts of an event lead to already: of registration and of taking part online."""
    if not isinstance(facts, Event):
        return frozenset()
    return frozenset(each.url for each in (facts.registration, facts.online) if each and each.url)


def announced(notice: Notice, lang: str) -> Announced:
    """Where a notice is: by its number in TED or Doffin, or by its address."""
    if notice.ted:
        number = notice.ted
        return Announced(
            notice, TED.format(lang=lang if lang in TED_LANGUAGES else "en", number=number), f"TED {number}"
        )
    if notice.doffin:
        return Announced(notice, DOFFIN.format(number=notice.doffin), f"Doffin {notice.doffin}")
    return Announced(notice, notice.url or "", notice.url or "")


def image_of(facts: Facts) -> Image | None:
    """The picture of a document, under whichever name its kind has it."""
    return facts.image or getattr(facts, "photo", None) or getattr(facts, "logo", None)


def _original(view: View, ref: Ref, shown: Shown) -> str:
    """The link to the page that the words were translated from."""
    editions = view.editions(ref) if shown.translated_from not in (ANY, view.lang) else ()
    return next((view.href(each.address) for each in editions if each.lang == shown.translated_from), "")


def _contacts(view: View, ref: Ref) -> tuple[ByCountry, ...]:
    found: tuple[Reachable, ...] = contacts(view, ref)
    if len({each.country for each in found}) < 2:
        return (ByCountry("", found),) if found else ()
    return by_country(view, ((each.country, each) for each in found))
