"""Which translations are behind their originals. A stale translation is told and marked, and never withheld."""

from sitegen.foundation.diagnostics import Span
from sitegen.graph.answers import Stale
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.model.wording import Changes, Part, changes


def changed_since(entity: Entity, version: Version) -> Changes | None:
    """What changed in the original since this text was made from it; None for what is up to date or does not say."""
    if not version.translates or not version.made_from:
        return None
    return changes(entity.source.parts, version.made_from)


def stale(site: Site, ref: str, lang: str) -> Stale | None:
    """Whether the text that a page of `lang` shows is behind its original, and where that is to be read."""
    entity = site.entities[Ref.of(ref)]
    shown, _ = site.standing(entity, lang)
    if shown not in entity.langs:
        return None
    found = changed_since(entity, entity.version(shown))
    if found is None:
        return None
    labels = tuple(part.label for part in found.changed)
    return Stale(entity.original, site.addresses[entity.ref, entity.original], labels)


def place_in(version: Version, part: Part, original: Version) -> Span:
    """Where a translation says what a part of its original says: the same field, or the heading at the same place.

    Where it has no such place, the line that says what it was made from.
    """
    there, here = original.outline.headings, version.outline.headings
    said = version.places.get(part.name)
    if part.name.startswith("#") and len(there) == len(here):
        said = next((mine.span for mine, its in zip(here, there, strict=True) if f"#{its.anchor}" == part.name), None)
    return said or version.made_at or version.opening
