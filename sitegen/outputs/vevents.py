"""The entries of each event in all languages, written once for all feeds. Not published: feeds ask for them."""

from collections.abc import Iterator

from sitegen.engine.output import Files, Output
from sitegen.engine.sheaf import sheaves
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.agenda.written import write
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "vevents"


def plan(site: Site) -> Iterator[Output]:
    events = [entity.name for entity in site.of_kind("event")]
    return sheaves(NAME, site.config.tags[0], dict(zip(events, events, strict=True)))


def render(output: Output, view: View) -> Files:
    return tuple(write(Ref.of(event), view) for event in output.args[1:])


FAMILY = Family(NAME, plan, render)
