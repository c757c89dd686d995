"""The front page of each language: what happens next, what is new, and what is under way."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.family import Family
from sitegen.render.labels import OFF
from sitegen.render.page import front
from sitegen.render.view import View

NAME = "front"
EVENTS = 5
NEWS = 5
PROJECTS = 6
UNDER_WAY = ("dialogue", "procurement", "contract", "planning")
"""Statuses of projects that are under way."""


def plan(site: Site) -> Iterable[Output]:
    return (Output(published_at(f"{lang}/"), NAME, (lang,)) for lang in site.config.tags)


def render(_output: Output, view: View) -> bytes:
    projects = tuple(ref for status, refs in view.projects_by_status() if status in UNDER_WAY for ref in refs)
    page = view.html(
        "front.html",
        page=front(view),
        events=view.coming(tuple(islice(_next(view), EVENTS))),
        news=view.cards(view.refs("latest_news")[:NEWS]),
        projects=view.cards(projects[:PROJECTS]),
    )
    return page.encode()


def _next(view: View) -> Iterator[Ref]:
    """The events to come that take place, the next one first."""
    return (ref for ref in view.refs("upcoming") if (card := view.card(ref)) and card.status not in OFF)


FAMILY = Family(NAME, plan, render)
