"""The entries of each event in all languages, written once for all feeds. Not published: feeds ask for them."""

from collections.abc import Iterator

from sitegen.engine.output import Output
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.agenda.written import write
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "vevents"


def plan(site: Site) -> Iterator[Output]:
    for entity in site.of_kind("event"):
        yield Output(str(entity.ref), NAME, (site.config.tags[0], str(entity.ref)))


def render(output: Output, view: View) -> bytes:
    return write(Ref.of(output.args[1]), view)


FAMILY = Family(NAME, plan, render)
