"""The latest news, and all news by the year in which it was published."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at, section
from sitegen.graph.lists import news_years
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.page import listing
from sitegen.render.sieve import sieve
from sitegen.render.view import View

NAME = "news"


def plan(site: Site) -> Iterable[Output]:
    for lang in site.config.tags:
        address = section(site.config, "news", lang)
        yield Output(published_at(address), NAME, (lang,))
        for year in news_years(site):
            yield Output(published_at(f"{address}{year}/"), NAME, (lang, year))


def render(output: Output, view: View) -> bytes:
    year = output.args[1] if len(output.args) > 1 else ""
    cards = view.cards(view.refs("news_in", year) if year else view.refs("latest_news"))
    page = view.html(
        "news-list.html",
        page=listing(view, "news", year),
        cards=cards,
        choices=sieve(view, cards),
        years=view.years("news_years"),
        year=year,
    )
    return page.encode()


FAMILY = Family(NAME, plan, render)
