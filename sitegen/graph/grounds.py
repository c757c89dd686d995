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
    for entity in site.entities.values():
        yield entity.name, digest_value(ground(site, entity))


def everywhere(site: Site) -> Piece:
    """What all local answers hang on."""
    return site.config, site.draws


def recorded(site: Site) -> Piece:
    """What answers about revisions hang on."""
    return site.ledger.revisions, site.ledger.there


def ground(site: Site, entity: Entity) -> list[Piece]:
    """Its facts and words, its texts, the files beside it, and what of it the instant of the build changes.

    A text that says what it was made from is compared with the original's wording, which the same page may have in
    other signs.
    """
    pieces: list[Piece] = [("words", entity.digest)]
    for version in entity.versions:
        pieces.append(
            ("text", version.lang, version.path, version.translates, version.made_from, version.outline.digest)
        )
        if version.made_from:
            pieces.append(("wording", tuple(part.digest for part in entity.source.parts)))
    for file in site.files.get(entity.ref, ()):
        pieces.append(("file", file.name, file.digest, file.picture))
    if entity.facts.contacts:
        pieces.append(("contacts", len(contacts(site, entity.name))))
    if entity.ref.kind == "event":
        pieces.append(("struck", entity.ref in struck(site)))
    return pieces
