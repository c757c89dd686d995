"""What the answers about one document hang on, as short as it can be said: its ground.

Most questions are about one document, and their answers follow from it, from the configuration, and from nothing
else: they are local. Where a document's ground is what it was, so are all local answers about it, and none of them
need be asked again.
"""

from collections.abc import Iterator, Mapping

from sitegen.engine.question import EVERYWHERE
from sitegen.foundation.digest import digest_value
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.graph.timely import contacts, in_calendars

LOCAL = frozenset(
    {
        "anchor",
        "blocks",
        "body",
        "card",
        "contacts",
        "editions",
        "facts",
        "in_calendars",
        "link",
        "media",
        "pictured",
        "poster",
        "shown",
        "stale",
    }
)
"""Questions whose first argument is a document, and which hang on its ground alone; a test holds them to it."""


def grounds(site: Site) -> Mapping[str, str]:
    """The ground of each document, by the reference that questions name it with, and of all of them."""
    return site.once("grounds", lambda: dict(_grounds(site)))


def _grounds(site: Site) -> Iterator[tuple[str, str]]:
    yield EVERYWHERE, digest_value((site.config, site.draws, site.ledger.there))
    for entity in site.entities.values():
        yield str(entity.ref), " ".join(_ground(site, entity))


def _ground(site: Site, entity: Entity) -> Iterator[str]:
    """Its facts and words, its texts, the files beside it, and what of it the instant of the build changes."""
    yield entity.digest
    for version in entity.versions:
        yield f"{version.lang} {version.path} {version.translates} {version.made_from} {version.outline.digest}"
    for file in site.files.get(entity.ref, ()):
        yield f"{file.name} {file.digest}"
    if entity.facts.contacts:
        yield str(len(contacts(site, str(entity.ref))))
    if entity.ref.kind == "event" and not in_calendars(site, str(entity.ref)):
        yield "struck"
