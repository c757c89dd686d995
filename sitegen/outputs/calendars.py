"""The iCalendar feeds (RFC 5545, RFC 7986), at every address that one is or ever was published at."""

from collections.abc import Iterator

from sitegen.engine.output import Files, Output
from sitegen.engine.sheaf import sheaves
from sitegen.graph.calendars import ALL, published
from sitegen.graph.site import Site
from sitegen.render.agenda.feed import feed, main_feed
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "calendars"


def plan(site: Site) -> Iterator[Output]:
    """All feeds; one without an event is there where the ledger says that it once was."""
    for lang, addresses in published(site).items():
        alone = {address: scope for address, scope in addresses.items() if scope.startswith("event:")}
        yield from sheaves(NAME, lang, alone)
        yield from (Output(each, NAME, (lang, addresses[each])) for each in addresses if each not in alone)


def render(output: Output, view: View) -> Files:
    return tuple(_made(path, scope, view) for path, scope in zip(output.paths, output.args[1:], strict=True))


def _made(path: str, scope: str, view: View) -> bytes:
    return main_feed(path, view) if scope == ALL else feed(scope, path, view)


FAMILY = Family(NAME, plan, render)
