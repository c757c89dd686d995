"""The page of each country with all that belongs to it, and the list of countries."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at, section
from sitegen.graph.countries import countries
from sitegen.graph.feeds import CALENDAR
from sitegen.graph.site import Site
from sitegen.render.anatomy.tied import grouped
from sitegen.render.family import Family
from sitegen.render.labels import COUNTRY_ROLES
from sitegen.render.page import Feed, Page, listing, part
from sitegen.render.sieve import sieve
from sitegen.render.view import View

NAME = "countries"


def plan(site: Site) -> Iterable[Output]:
    for lang in site.config.tags:
        address = section(site.config, "country", lang)
        yield Output(published_at(address), NAME, (lang,))
        for code in countries(site):
            yield Output(published_at(f"{address}{code.lower()}/"), NAME, (lang, code))


def render(output: Output, view: View) -> bytes:
    code = output.args[1] if len(output.args) > 1 else ""
    return (_country(view, code) if code else _all(view)).encode()


def _all(view: View) -> str:
    named = [(name, view.country(code)) for name, code in view.say.by_name(view.countries())]
    return view.html("countries.html", page=listing(view, "country"), countries=named)


def _country(view: View, code: str) -> str:
    groups = grouped(view, view.country_ties(code), COUNTRY_ROLES)
    choices = sieve(view, [card for group in groups for role in group.roles for card in role.cards])
    return view.html("country.html", page=_page(view, code), groups=groups, choices=choices)


def _page(view: View, code: str) -> Page:
    """The page with its calendar, where that holds an event."""
    word = view.section("calendar").split("/")[1]
    calendar = Feed(CALENDAR, view.href(f"{view.country(code)}{word}.ics"))
    feeds = (calendar,) if view.refs("calendar_events", f"country:{code}") else ()
    return part(view, "country", f"{code.lower()}/", view.say.country(code), feeds=feeds)


FAMILY = Family(NAME, plan, render)
