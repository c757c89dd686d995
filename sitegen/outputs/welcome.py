"""The site's root: the choice of language. It remembers nothing and guesses nothing."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "welcome"


def plan(site: Site) -> Iterable[Output]:
    yield Output("index.html", NAME, (site.config.tags[0],))


def render(_output: Output, view: View) -> bytes:
    return view.html("welcome.html", views=[view.reading(lang) for lang in view.frame.languages]).encode()


FAMILY = Family(NAME, plan, render)
