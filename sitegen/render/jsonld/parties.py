"""Who takes part, as things: by name, with the page about them."""

from collections.abc import Iterable

from sitegen.graph.answers import Link
from sitegen.model.reference import Ref
from sitegen.render.anatomy.people import Named, links
from sitegen.render.jsonld.things import Thing, thing
from sitegen.render.view import View


def linked(view: View, link: Link | None, sort: str) -> Thing | None:
    """Someone who has a page; None for a draft."""
    return thing(sort, name=link.title.words, url=view.absolute(link.address)) if link else None


def organisations(view: View, refs: Iterable[Ref]) -> tuple[Thing, ...]:
    """Organisations, drafts left out, each once."""
    found = (linked(view, link, "Organization") for link in links(view, refs))
    return tuple(dict.fromkeys(each for each in found if each))


def authors(view: View, refs: Iterable[Ref]) -> tuple[Thing, ...]:
    """People and organisations, drafts left out."""
    found = (linked(view, view.link(ref), "Person" if ref.kind == "person" else "Organization") for ref in refs)
    return tuple(each for each in found if each)


def speaker(view: View, named: Named) -> Thing | None:
    """Someone by a link or by words."""
    return linked(view, named.link, "Person") or thing("Person", name=named.words.words if named.words else "")


def publisher(view: View) -> Thing:
    """Who publishes the site; the site itself where nobody is named."""
    ref = view.frame.publisher
    named = linked(view, view.link(ref), "Organization") if ref else None
    return named or thing("Organization", name=view.frame.title.words, url=view.frame.base)
