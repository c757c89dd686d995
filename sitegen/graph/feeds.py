"""Which feeds a page leads to: those of a language, and those of documents that others are tied to.

A feed without an entry is only published where it once was, so nothing links to it.
"""

from sitegen.graph.calendars import ALL, address_of, calendar_events
from sitegen.graph.lists import has_changes
from sitegen.graph.site import Site
from sitegen.kinds import BY_NAME
from sitegen.model.reference import Ref

CALENDAR, NEWS = "text/calendar", "application/atom+xml"


def feeds(site: Site, scope: str, lang: str) -> tuple[tuple[str, str], ...]:
    """The feeds of a document, or those of the language where `scope` is empty: media type and address."""
    if scope and not (BY_NAME[Ref.of(scope).kind].feeds and site.has_page(site.entities[Ref.of(scope)], lang)):
        return ()
    folder = site.addresses[Ref.of(scope), lang] if scope else f"{lang}/"
    found = []
    if calendar_events(site, scope or ALL):
        found.append((CALENDAR, address_of(site, scope or ALL, lang)))
    if not scope or site.once(("has_changes", scope), lambda: has_changes(site, scope)):
        found.append((NEWS, f"{folder}atom.xml"))
    return tuple(found)
