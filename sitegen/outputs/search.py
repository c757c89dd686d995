"""The page on which one searches, in each language. Without a script, or an index, it leads to the lists."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at, section
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.page import listing
from sitegen.render.seeking import seeking
from sitegen.render.view import View

NAME = "search"


def plan(site: Site) -> Iterable[Output]:
    return (Output(published_at(section(site.config, "search", lang)), NAME, (lang,)) for lang in site.config.tags)


def render(_output: Output, view: View) -> bytes:
    return view.html("search.html", page=listing(view, "search"), seeking=seeking(view)).encode()


FAMILY = Family(NAME, plan, render)
