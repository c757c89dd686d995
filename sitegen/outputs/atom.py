"""Atom feeds (RFC 4287) of news and changes: of each language, and of each document that others are tied to.

Entries have the full text. An entry's id is a tag URI (RFC 4151) made of kind, id and host: it stays when the
title, the date or the address changes, and differs by language, as each language is a feed of its own.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from sitegen.engine.output import Output
from sitegen.graph.answers import Card
from sitegen.graph.feeds import NEWS, feeds
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.family import Family
from sitegen.render.feed import author, changed, content, tag
from sitegen.render.view import View

NAME = "atom"
ATOM = "http://www.w3.org/2005/Atom"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES: Any = {None: ATOM}


def plan(site: Site) -> Iterator[Output]:
    """The feeds of each language; one without an entry is not published."""
    for lang in site.config.tags:
        for scope in ("", *map(str, site.entities)):
            for media, address in feeds(site, scope, lang):
                if media == NEWS:
                    yield Output(address, NAME, (lang, scope))


def render(output: Output, view: View) -> bytes:
    lang, scope = output.args
    about = view.link(Ref.of(scope)) if scope else None
    page = view.absolute(about.address if about else f"{lang}/")
    cards = view.cards(view.refs("feed_documents", scope))
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap=NAMES)
    feed.set(f"{XML}lang", lang)
    title = view.frame.title.words
    _add(feed, "title", f"{title}: {about.title.words}" if about else title)
    _add(feed, "id", tag(view, f"{lang}/{scope.replace(':', '/')}" if scope else lang))
    _add(feed, "updated", max((changed(card) for card in cards), default="2000-01-01T00:00:00Z"))
    _add(feed, "link", rel="self", type="application/atom+xml", href=view.absolute(output.path))
    _add(feed, "link", rel="alternate", type="text/html", href=page)
    _add(_add(feed, "author"), "name", author(view))
    for card in cards:
        _entry(feed, card, view)
    return etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entry(feed: etree._Element, card: Card, view: View) -> None:
    address = view.absolute(card.link.address)
    entry = _add(feed, "entry")
    _marked(_add(entry, "title", card.link.title.words), card.link.title.lang, view)
    _add(entry, "id", tag(view, f"{view.lang}/{card.ref.kind}/{card.ref.id}"))
    if card.published:
        _add(entry, "published", f"{card.published}T00:00:00Z")
    _add(entry, "updated", changed(card))
    _add(entry, "link", rel="alternate", type="text/html", href=address, hreflang=card.link.lang)
    if card.summary:
        _marked(_add(entry, "summary", card.summary.words), card.summary.lang, view)
    text = _add(entry, "content", str(content(view, card)), type="html")
    text.set(f"{XML}base", address)
    _marked(text, card.words_lang, view)


def _marked(element: etree._Element, lang: str, view: View) -> None:
    """Tells the language of an element where it is not the feed's."""
    if view.say.foreign(lang):
        element.set(f"{XML}lang", lang)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element


FAMILY = Family(NAME, plan, render)
