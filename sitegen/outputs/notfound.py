"""The page that a server answers with where there is none: one a language, and one that speaks all of them."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.site import Site
from sitegen.model.problems import N_
from sitegen.render.family import Family
from sitegen.render.page import lost
from sitegen.render.view import View

NAME = "notfound"
TITLE = N_("The page is not here")


def plan(site: Site) -> Iterable[Output]:
    yield Output("404.html", NAME, (site.config.tags[0], "all"))
    for lang in site.config.tags:
        yield Output(f"{lang}/404.html", NAME, (lang,))


def render(output: Output, view: View) -> bytes:
    if len(output.args) > 1:
        views = [view.reading(lang) for lang in view.frame.languages]
        return view.html("404-all.html", views=views, title=TITLE).encode()
    return view.html("404.html", page=lost(view, TITLE)).encode()


FAMILY = Family(NAME, plan, render)
