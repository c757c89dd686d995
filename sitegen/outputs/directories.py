"""All organisations, people and topics, each in the reader's order."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at, section
from sitegen.graph.site import Site
from sitegen.render.directory import listed, tree
from sitegen.render.family import Family
from sitegen.render.page import listing
from sitegen.render.view import View

NAME = "directories"
KINDS = ("organisation", "person", "topic")


def plan(site: Site) -> Iterable[Output]:
    for lang in site.config.tags:
        for kind in KINDS:
            yield Output(published_at(section(site.config, kind, lang)), NAME, (lang, kind))


def render(output: Output, view: View) -> bytes:
    kind = output.args[1]
    page = listing(view, kind)
    if kind == "topic":
        return view.html("topics.html", page=page, topics=tree(view)).encode()
    return view.html("directory.html", page=page, entries=listed(view, kind)).encode()


FAMILY = Family(NAME, plan, render)
