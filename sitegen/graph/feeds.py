"""Which feeds there are, and where: those of a language, and those of documents that others are tied to.

A feed without an entry is not published, so nothing may link to it.
"""

from sitegen.graph.addresses import section
from sitegen.graph.lists import feed_documents, feed_events
from sitegen.graph.site import Site
from sitegen.kinds import BY_NAME
from sitegen.model.reference import Ref

CALENDAR, NEWS = "text/calendar", "application/atom+xml"


def feeds(site: Site, scope: str, lang: str) -> tuple[tuple[str, str], ...]:
    """The feeds of a document, or those of the language where `scope` is empty: media type and address."""
    if scope and not (BY_NAME[Ref.of(scope).kind].feeds and site.has_page(site.entities[Ref.of(scope)], lang)):
        return ()
    word = section(site.config, "calendar", lang).split("/")[1]
    folder = site.addresses[Ref.of(scope), lang] if scope else f"{lang}/"
    found = []
    if feed_events(site, scope):
        found.append((CALENDAR, f"{folder}{word}.ics"))
    if feed_documents(site, scope) or not scope:
        found.append((NEWS, f"{folder}atom.xml"))
    return tuple(found)
