"""What the answers about one document hang on, as short as it can be said: its ground.

Most questions are about one document, and their answers follow from it, from the configuration, and from nothing
else: they are local. Where a document's ground is what it was, so are all local answers about it, and none of them
need be asked again.
"""

from collections.abc import Iterator, Mapping

from sitegen.engine.question import EVERYWHERE
from sitegen.foundation.digest import Digest, digest_value
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.graph.timely import contacts, struck

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

LEDGER = "the ledger"
OTHERS = {"recorded": LEDGER}
"""Questions that hang on the ground of something else, which is no document."""

Piece = tuple[object, ...]


def grounds(site: Site) -> Mapping[str, Digest]:
    """The ground of each document, by the reference that questions name it with, and of all of them."""
    return site.once("grounds", lambda: dict(_grounds(site)))


def _grounds(site: Site) -> Iterator[tuple[str, Digest]]:
    yield EVERYWHERE, digest_value(everywhere(site))
    yield LEDGER, digest_value(recorded(site))
    more = site.files.keys() | struck(site)
    for entity in site.entities.values():
        alone = entity.ref not in more and not entity.facts.contacts
        yield entity.name, entity.ground if alone else digest_value((entity.ground, beside(site, entity)))


def everywhere(site: Site) -> Piece:
    """What all local answers hang on."""
    return site.config, site.draws


def recorded(site: Site) -> Piece:
    """What answers about revisions hang on."""
    return site.ledger.revisions, site.ledger.there


def beside(site: Site, entity: Entity) -> list[Piece]:
    """What the ground of a document has besides the document: its files, and what the instant of the build changes."""
    found: list[Piece] = [("file", each.name, each.digest, each.picture) for each in site.files.get(entity.ref, ())]
    if entity.facts.contacts:
        found.append(("contacts", len(contacts(site, entity.name))))
    if entity.ref in struck(site):
        found.append(("struck",))
    return found
