"""All projects, by status."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at, section
from sitegen.graph.answers import Card
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.labels import PROJECT_STATUSES
from sitegen.render.page import listing
from sitegen.render.sieve import sieve
from sitegen.render.view import View

NAME = "projects"


def plan(site: Site) -> Iterable[Output]:
    return (Output(published_at(section(site.config, "project", lang)), NAME, (lang,)) for lang in site.config.tags)


def render(_output: Output, view: View) -> bytes:
    groups = _groups(view)
    choices = sieve(view, [card for _, cards in groups for card in cards])
    page = view.html("projects.html", page=listing(view, "project"), groups=groups, choices=choices)
    return page.encode()


def _groups(view: View) -> list[tuple[str, list[Card]]]:
    """Labels of statuses with the projects that have them."""
    return [(PROJECT_STATUSES[status], view.cards(refs)) for status, refs in view.projects_by_status()]


FAMILY = Family(NAME, plan, render)
