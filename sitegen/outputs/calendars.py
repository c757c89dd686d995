"""The iCalendar feeds (RFC 5545, RFC 7986), at every address that one is or ever was published at."""

from collections.abc import Iterator

from sitegen.engine.output import Output
from sitegen.graph.calendars import published
from sitegen.graph.site import Site
from sitegen.render.agenda.feed import feed
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "calendars"


def plan(site: Site) -> Iterator[Output]:
    """All feeds; one without an event is there where the ledger says that it once was."""
    for address, (lang, scope) in published(site).items():
        yield Output(address, NAME, (lang, scope))


def render(output: Output, view: View) -> bytes:
    return feed(output.args[1], output.path, view)


FAMILY = Family(NAME, plan, render)
