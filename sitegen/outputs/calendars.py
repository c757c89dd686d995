"""The iCalendar feeds (RFC 5545, RFC 7986), at every address that one is or ever was published at."""

from collections.abc import Iterator

from sitegen.engine.output import Files, Output
from sitegen.engine.sheaf import sheaves
from sitegen.graph.calendars import published
from sitegen.graph.site import Site
from sitegen.render.agenda.feed import feed
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "calendars"


def plan(site: Site) -> Iterator[Output]:
    """All feeds; one without an event is there where the ledger says that it once was."""
    alone: dict[str, dict[str, str]] = {}
    for address, (lang, scope) in published(site).items():
        if scope.startswith("event:"):
            alone.setdefault(lang, {})[address] = scope
        else:
            yield Output(address, NAME, (lang, scope))
    for lang, of_one_event in alone.items():
        yield from sheaves(NAME, lang, of_one_event)


def render(output: Output, view: View) -> Files:
    return tuple(feed(scope, path, view) for path, scope in zip(output.paths, output.args[1:], strict=True))


FAMILY = Family(NAME, plan, render)
