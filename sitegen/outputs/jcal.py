"""The main calendar of each language as jCal (RFC 7265): the same, for programs that read JSON."""

from collections.abc import Iterator

from sitegen.engine.output import Output
from sitegen.graph.calendars import ALL, address_of, calendar_events
from sitegen.graph.site import Site
from sitegen.render.agenda.feed import main_feed
from sitegen.render.family import Family
from sitegen.render.ical.jcal import jcal
from sitegen.render.view import View

NAME = "jcal"


def plan(site: Site) -> Iterator[Output]:
    """One for each main calendar, be it one that is only kept."""
    filled = bool(calendar_events(site, ALL))
    for lang in site.config.tags:
        address = address_of(site, ALL, lang)
        if filled or address in site.ledger.feeds:
            yield Output(f"{address.removesuffix('.ics')}.jcal", NAME, (lang, address))


def render(output: Output, view: View) -> bytes:
    return jcal(main_feed(output.args[1], view))


FAMILY = Family(NAME, plan, render)
