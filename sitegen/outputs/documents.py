"""The page of each document, in each language in which it has one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from markupsafe import Markup

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at
from sitegen.graph.site import Site
from sitegen.kinds import BY_NAME
from sitegen.model.reference import Ref
from sitegen.render.anatomy.common import Common, common
from sitegen.render.anatomy.event import EventAnatomy, event
from sitegen.render.anatomy.others import news, organisation, person, topic
from sitegen.render.anatomy.project import ProjectAnatomy, project
from sitegen.render.family import Family
from sitegen.render.jsonld.documents import described
from sitegen.render.page import Page, Picture, document, poster
from sitegen.render.view import View

NAME = "documents"
ANATOMIES: Mapping[str, Callable[[View, Ref], object]] = {
    "event": event,
    "news": news,
    "organisation": organisation,
    "person": person,
    "project": project,
    "topic": topic,
}
"""What is told of each kind besides what all have; a kind without one has that alone."""

SHOWN_BY_ITSELF: Mapping[str, frozenset[str]] = {"topic": frozenset({"broader"})}
"""Roles of ties that a kind's own part of the page shows."""


def plan(site: Site) -> Iterable[Output]:
    for (ref, lang), address in site.addresses.items():
        if site.has_page(site.entities[ref], lang):
            yield Output(published_at(address), NAME, (lang, str(ref)))


def render(output: Output, view: View) -> bytes:
    ref = Ref.of(output.args[1])
    shared = common(view, ref, SHOWN_BY_ITSELF.get(ref.kind, frozenset()))
    anatomy = ANATOMIES[ref.kind](view, ref) if ref.kind in ANATOMIES else None
    blocks = _blocks(view, shared, anatomy)
    placed = view.blocks(ref)
    page = view.html(
        BY_NAME[ref.kind].template,
        page=_page(view, ref, shared),
        doc=shared,
        facts=shared.facts,
        own=anatomy,
        body=view.filled(ref, view.body(ref), blocks, first=shared.picture is None),
        blocks={name: html for name, html in blocks.items() if name not in placed},
    )
    return page.encode()


def _page(view: View, ref: Ref, shared: Common) -> Page:
    """The page with its picture, and with what machines are told of the document."""
    page = document(view, ref, poster(view, ref) or _picture(view, shared))
    return replace(page, things=(*described(view, shared, page), *page.things))


def _picture(view: View, shared: Common) -> Picture | None:
    """The document's own picture, which stands for the page where no cards can be drawn."""
    if shared.picture is None:
        return None
    image = shared.picture.image
    alt = view.say.plain(image.alt) if image.alt and not image.decorative else ""
    return Picture(view.absolute(shared.picture.address), alt)


def _blocks(view: View, shared: Common, anatomy: object) -> dict[str, Markup]:
    """What the text may put in a place of its own, of those facts that the document has."""
    found: dict[str, Markup] = {}
    if isinstance(anatomy, EventAnatomy) and anatomy.programme:
        found["programme"] = view.html("blocks/programme.html", days=anatomy.programme, doc=shared)
    if isinstance(anatomy, ProjectAnatomy) and anatomy.process:
        found["process"] = view.html("blocks/process.html", process=anatomy.process, doc=shared)
    if isinstance(anatomy, ProjectAnatomy) and anatomy.partners:
        found["partners"] = view.html("blocks/partners.html", partners=anatomy.partners)
    if shared.contacts:
        found["contacts"] = view.html("blocks/contacts.html", groups=shared.contacts)
    return found


FAMILY = Family(NAME, plan, render)
