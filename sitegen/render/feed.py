"""What all feeds of news have in common: who writes them, what their entries are known by, and their whole text."""

from urllib.parse import urlsplit

from markupsafe import Markup

from sitegen.graph.answers import Card, Link
from sitegen.model.reference import Ref
from sitegen.render.anatomy.common import image_of
from sitegen.render.fill import fill
from sitegen.render.pictures.markup import plain
from sitegen.render.view import View


class Abroad:
    """What must be known to fill a body that is read elsewhere: every address is whole, every picture one file."""

    def __init__(self, view: View) -> None:
        self.lang = view.lang
        self._view = view

    def link(self, ref: Ref) -> Link | None:
        return self._view.link(ref)

    def href(self, address: str) -> str:
        return self._view.absolute(address)

    def anchor(self, ref: Ref, anchor: str) -> str:
        return self._view.anchor(ref, anchor)

    def media(self, ref: Ref, name: str) -> str:
        return self._view.media(ref, name)

    def picture(self, ref: Ref, name: str, alt: str, lang: str = "", *, first: bool = False) -> Markup:
        return plain(self._view.pictured(ref, name), self._view.frame.base, alt, lang)


def content(view: View, card: Card) -> Markup:
    """The text of an entry with its picture before it, as other programs can show it."""
    places = Abroad(view)
    image = image_of(view.facts(card.ref))
    alt = view.say.said(image.alt) if image and image.alt and not image.decorative else None
    lang = alt.lang if alt and alt.lang != card.words_lang else ""
    shown = places.picture(card.ref, image.src, alt.words if alt else "", lang) if image else Markup()
    lead = Markup("<p>{}</p>\n").format(shown) if shown else Markup()
    return lead + _whole(view, fill(view.body(card.ref), card.ref, places, {}))


def picture(view: View, card: Card) -> str:
    """The whole address of the picture of an entry; empty if it has none."""
    image = image_of(view.facts(card.ref))
    return view.absolute(view.media(card.ref, image.src)) if image else ""


def _whole(view: View, html: Markup) -> Markup:
    """HTML with whole addresses where the text itself names a place of the site by its path."""
    prefix = view.frame.prefix
    whole = view.frame.base.removesuffix(prefix) + prefix
    return Markup(html.replace(Markup(f' href="{prefix}'), Markup(f' href="{whole}')))


def changed(card: Card) -> str:
    """The instant of the last change (RFC 3339): the beginning of the day that the editors name."""
    return f"{max(card.updated, card.published)}T00:00:00Z"


def author(view: View) -> str:
    """Who publishes the site; the site itself where nobody is named."""
    publisher = view.link(view.frame.publisher) if view.frame.publisher else None
    return publisher.title.words if publisher else view.frame.title.words


def tag(view: View, name: str) -> str:
    """A tag URI; its day only says that the host was then the site's."""
    return f"tag:{urlsplit(view.frame.base).hostname},2020-01-01:{name}"
