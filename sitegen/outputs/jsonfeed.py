"""The JSON feed (version 1.1, jsonfeed.org) of each language: the same news and changes as its Atom feed, in full.

An item's id is that of the Atom entry, so that a reader of both knows what was read.
"""

import json
from collections.abc import Iterable
from typing import Any

from sitegen.engine.output import Output
from sitegen.graph.answers import Card
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.feed import author, changed, content, picture, tag
from sitegen.render.view import View

NAME = "jsonfeed"
VERSION = "https://jsonfeed.org/version/1.1"


def plan(site: Site) -> Iterable[Output]:
    return (Output(f"{lang}/feed.json", NAME, (lang,)) for lang in site.config.tags)


def render(output: Output, view: View) -> bytes:
    feed = {
        "version": VERSION,
        "title": view.frame.title.words,
        "home_page_url": view.absolute(f"{view.lang}/"),
        "feed_url": view.absolute(output.path),
        "language": view.lang,
        "authors": [{"name": author(view)}],
        "items": [_item(card, view) for card in view.cards(view.refs("feed_documents", ""))],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(card: Card, view: View) -> dict[str, Any]:
    item = {
        "id": tag(view, f"{view.lang}/{card.ref.kind}/{card.ref.id}"),
        "url": view.absolute(card.link.address),
        "title": card.link.title.words,
        "content_html": str(content(view, card)),
        "image": picture(view, card),
        "summary": card.summary.words if card.summary else "",
        "date_published": f"{card.published}T00:00:00Z" if card.published else "",
        "date_modified": changed(card),
        "language": card.words_lang,
        "tags": [link.title.words for each in view.facts(card.ref).topics if (link := view.link(each))],
    }
    return {name: value for name, value in item.items() if value}


FAMILY = Family(NAME, plan, render)
