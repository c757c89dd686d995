"""Translations that are behind their originals: a warning for each field and section that changed."""

from collections.abc import Iterator

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.graph.staleness import changed_since, place_in
from sitegen.model.problems import report


def check_translations(site: Site) -> Iterator[Diagnostic]:
    for entity in site.entities.values():
        for version in entity.versions:
            yield from _stale(entity, version)


def _stale(entity: Entity, version: Version) -> Iterator[Diagnostic]:
    found = changed_since(entity, version)
    if found is None:
        return
    where = version.made_at or version.opening
    for part in found.changed:
        yield report("stale-translation", place_in(version, part, entity.source), part.span, found=part.label)
    if found.gone:
        yield report("stale-gone", where, entity.source.opening, count=found.gone)
    elif not found.changed:
        yield report("stale-whole", where, entity.source.opening)
