"""The events that are to come, by month; and all events, by the year in which they begin."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at, section
from sitegen.graph.lists import event_years
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.months import by_month
from sitegen.render.page import listing
from sitegen.render.sieve import sieve
from sitegen.render.view import View

NAME = "events"


def plan(site: Site) -> Iterable[Output]:
    for lang in site.config.tags:
        address = section(site.config, "event", lang)
        yield Output(published_at(address), NAME, (lang,))
        for year in event_years(site):
            yield Output(published_at(f"{address}{year}/"), NAME, (lang, year))


def render(output: Output, view: View) -> bytes:
    year = output.args[1] if len(output.args) > 1 else ""
    cards = view.cards(view.refs("events_in", year)) if year else view.coming(view.refs("upcoming"))
    page = view.html(
        "events.html",
        page=listing(view, "event", year),
        months=by_month(cards),
        choices=sieve(view, cards),
        years=view.years("event_years"),
        year=year,
    )
    return page.encode()


FAMILY = Family(NAME, plan, render)
