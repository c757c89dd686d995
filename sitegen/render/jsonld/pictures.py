"""The picture of a thing, as search engines show it beside its name."""

from sitegen.render.anatomy.common import Common
from sitegen.render.page import Page
from sitegen.render.view import View


def own_picture(view: View, doc: Common) -> str:
    """The document's own picture; empty if it has none. A logo or a portrait is nothing but that."""
    return view.absolute(doc.picture.address) if doc.picture else ""


def picture(view: View, doc: Common, page: Page) -> str:
    """The document's own picture, and else the card of its page."""
    return own_picture(view, doc) or (page.picture.url if page.picture else "")
