"""What all feeds of news have in common: who writes them, and what their entries are known by."""

from urllib.parse import urlsplit

from sitegen.graph.answers import Card
from sitegen.render.view import View


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
