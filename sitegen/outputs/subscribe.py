"""The page that explains how to subscribe to the calendars, and lists them all."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at, section
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.page import listing
from sitegen.render.subscribing import offer
from sitegen.render.view import View

NAME = "subscribe"


def plan(site: Site) -> Iterable[Output]:
    for lang in site.config.tags:
        yield Output(published_at(section(site.config, "calendar", lang)), NAME, (lang,))


def render(_output: Output, view: View) -> bytes:
    return view.html("calendar.html", page=listing(view, "calendar"), offer=offer(view)).encode()


FAMILY = Family(NAME, plan, render)
