"""Accessibility statements: whether the law's is there, and not out of date."""

from collections.abc import Iterator
from datetime import date

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.site import Site
from sitegen.kinds.organisation import Organisation
from sitegen.model.problems import report

LAWS = {
    "DK": "lov nr. 692 af 8. juni 2018, was.digst.dk",
    "NO": "forskrift 2013-06-21-732 § 4 b, uustatus.no",
    "SE": "lagen (2018:1937) 13 §, digg.se",
}
"""Where a country's law wants a statement, and who receives or describes it."""


def check_statements(site: Site) -> Iterator[Diagnostic]:
    said = site.config.settings.statements
    for index, each in enumerate(said):
        place = site.config.place(f"statements/{index}/country")
        if (each.url is None) == (each.page is None):
            yield report("statement-form", place)
        if _a_year_after(each.reviewed) < site.today:
            where = site.config.place(f"statements/{index}/reviewed")
            yield report("statement-old", where, day=each.reviewed, country=each.country)
    country = _publisher_country(site)
    if country in LAWS and country not in {each.country for each in said}:
        yield report("statement-missing", site.config.place("publisher"), country=country, law=LAWS[country])


def _publisher_country(site: Site) -> str:
    """The country whose law binds the publisher, if that is known."""
    ref = site.config.settings.publisher
    entity = site.entities.get(ref) if ref else None
    facts = entity.facts if entity else None
    return (facts.country or "") if isinstance(facts, Organisation) else ""


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)
