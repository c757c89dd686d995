"""The calendar of each month with an event, and of the month of the build."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at, section
from sitegen.graph.months import current_month, months
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.grid import grid
from sitegen.render.page import part
from sitegen.render.view import View

NAME = "months"


def plan(site: Site) -> Iterable[Output]:
    known = {*months(site), current_month(site)} - {""}
    for lang in site.config.tags:
        address = section(site.config, "calendar", lang)
        for month in sorted(known):
            yield Output(published_at(f"{address}{month.replace('-', '/')}/"), NAME, (lang, month))


def render(output: Output, view: View) -> bytes:
    month = output.args[1]
    known = view.months()
    at = known.index(month)
    words = view.catalogue.gettext("Calendar")
    title = f"{words} {view.say.month(view.first_of(month))}"
    page = view.html(
        "month.html",
        page=part(view, "calendar", f"{month.replace('-', '/')}/", title),
        grid=grid(view, month),
        earlier=known[at - 1] if at else "",
        later=known[at + 1] if at + 1 < len(known) else "",
        current=view.current_month() if view.current_month() != month else "",
    )
    return page.encode()


FAMILY = Family(NAME, plan, render)
