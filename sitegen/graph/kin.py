"""Which documents are near to another: of the same project, or on the same topics at about the same time.

Nearness in time keeps old pages as they are when something new is written, and is what readers look for: what
else happened then.
"""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, timedelta

from sitegen.graph.answers import Kin
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.graph.timely import is_expired
from sitegen.kinds.event import Event
from sitegen.model.reference import Ref

KINDS = ("event", "news", "project")
MOST = 4
NEIGHBOURS = 6
"""How many documents before and after are looked at, of each topic and each project."""

PROJECT = 3
"""How many topics a project in common counts for."""

NEAR = timedelta(days=730)
"""How far apart documents may be in time that have topics alone in common."""

Place = tuple[date, Ref]


def kin(site: Site, ref: str) -> tuple[Kin, ...]:
    """The documents nearest to one, `MOST` at most, with what they have in common.

    Left out is what it names, what names it, and the rest of its series, as its page shows them anyway.
    """
    entity = site.entities[Ref.of(ref)]
    if entity.ref.kind not in KINDS:
        return ()
    here = site.order.day[entity.ref]
    shown = _shown(site, entity)
    common: dict[Ref, set[Ref]] = {}
    for subject in _subjects(site, entity):
        for other in _around(site, subject, (here, entity.ref)):
            if other not in shown and not _is_left_out(site, entity, site.entities[other]):
                common.setdefault(other, set()).add(subject)
    away = {other: abs(site.order.day[other] - here) for other in common}
    near = [other for other in common if away[other] <= NEAR or _reason(common[other])[0] == "project"]
    ranked = sorted(near, key=lambda other: (-_weight(common[other]), away[other], other))
    return tuple(Kin(each, *_reason(common[each])) for each in ranked[:MOST])


def _reason(common: set[Ref]) -> tuple[str, tuple[Ref, ...]]:
    """What two documents have in common: a project says more than topics do."""
    projects = tuple(sorted(each for each in common if each.kind == "project"))
    return ("project", projects) if projects else ("topic", tuple(sorted(common)))


def _weight(common: set[Ref]) -> int:
    return sum(PROJECT if each.kind == "project" else 1 for each in common)


def _subjects(site: Site, entity: Entity) -> tuple[Ref, ...]:
    """The topics and projects that a document names."""
    named = site.mentions.get(entity.ref, ())
    return tuple(dict.fromkeys(each for each in named if each.kind in ("topic", "project")))


def _shown(site: Site, entity: Entity) -> set[Ref]:
    """What the page of a document leads to already, and itself."""
    naming = {backlink.source for backlink in site.backlinks.get(entity.ref, ())}
    return {entity.ref, *site.mentions.get(entity.ref, ()), *naming}


def _is_left_out(site: Site, entity: Entity, other: Entity) -> bool:
    """Whether another document has left the lists, or is one of the same series."""
    one, two = entity.facts, other.facts
    same = isinstance(one, Event) and isinstance(two, Event) and bool(one.series) and one.series == two.series
    return same or is_expired(site, other)


def _around(site: Site, subject: Ref, here: Place) -> list[Ref]:
    """The documents that name a subject and are nearest in time."""
    places = site.once("kin", lambda: _index(site)).get(subject, [])
    at = bisect_left(places, here)
    return [ref for _, ref in places[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]]


def _index(site: Site) -> Mapping[Ref, list[Place]]:
    """Per topic and project the documents that name it, by day."""
    found: dict[Ref, list[Place]] = {}
    for kind in KINDS:
        for entity in site.of_kind(kind):
            for subject in _subjects(site, entity):
                found.setdefault(subject, []).append((site.order.day[entity.ref], entity.ref))
    return {subject: sorted(places) for subject, places in found.items()}
