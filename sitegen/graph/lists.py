"""Which documents stand in which list, and in which order. Ties are always broken by id.

A document whose `expires` day is over has left the lists, but for archives of its own page's address.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from sitegen.graph.answers import Ties
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.graph.timely import is_expired, is_over, next_time
from sitegen.kinds.event import Event
from sitegen.kinds.news import News
from sitegen.kinds.project import Project
from sitegen.model.moment import midnight
from sitegen.model.reference import Ref

STATUSES = ("dialogue", "procurement", "contract", "planning", "idea", "completed", "cancelled")
"""The order in which projects are listed: those in which one can do something now come first."""

LATEST = 10
FEED = 30
CHANGING = ("event", "news", "project")


def _events(site: Site) -> list[Entity]:
    """All events that lists show, by start."""
    return _listed(site, "event")


def _news(site: Site) -> list[Entity]:
    """All news that lists show, the newest first."""
    return _listed(site, "news")


def _listed(site: Site, kind: str) -> list[Entity]:
    """The documents of a kind that have not expired, in the order of its lists."""
    shown = (entity for entity in site.of_kind(kind) if not is_expired(site, entity))
    return sorted(shown, key=lambda entity: site.order.rank[entity.ref])


def _refs(entities: Iterable[Entity]) -> tuple[Ref, ...]:
    return tuple(entity.ref for entity in entities)


def upcoming(site: Site) -> tuple[Ref, ...]:
    """Events that are not over, the next one first."""
    coming = [entity for entity in _events(site) if not is_over(site, entity)]
    return _refs(sorted(coming, key=lambda entity: _begins(site, entity)))


def _begins(site: Site, entity: Entity) -> datetime:
    """When an event begins, a repeated one its next time; sorting by it leaves ties in the order of lists."""
    event = cast(Event, entity.facts)
    start = (next_time(site, entity.name) or event.period(site.zone)).start
    return start if isinstance(start, datetime) else midnight(start, site.zone)


def series(site: Site, name: str) -> tuple[Ref, ...]:
    """The events of a series, by start."""
    return _refs(each for each in _events(site) if cast(Event, each.facts).series == name)


def event_years(site: Site) -> tuple[str, ...]:
    """The years in which events begin, the last one first."""
    return tuple(str(year) for year in sorted(site.order.years, reverse=True))


def events_in(site: Site, year: str) -> tuple[Ref, ...]:
    """The events that begin in a year, by start."""
    events = _events(site)
    return _refs(each for each in events if str(cast(Event, each.facts).first_day.year) == year)


def news_years(site: Site) -> tuple[str, ...]:
    """The years in which news was published, the last one first."""
    years = {cast(News, entity.facts).published.year for entity in site.of_kind("news")}
    return tuple(str(year) for year in sorted(years, reverse=True))


def news_in(site: Site, year: str) -> tuple[Ref, ...]:
    """The news of a year, the newest first."""
    return _refs(each for each in _news(site) if str(cast(News, each.facts).published.year) == year)


def latest_news(site: Site) -> tuple[Ref, ...]:
    """The newest news, `LATEST` at most."""
    return _refs(_news(site)[:LATEST])


def projects_by_status(site: Site) -> tuple[tuple[str, tuple[Ref, ...]], ...]:
    """Projects by status, in the order of `STATUSES`; by id within one."""
    listed = [entity for entity in site.of_kind("project") if not is_expired(site, entity)]
    groups = ((status, [each for each in listed if cast(Project, each.facts).status == status]) for status in STATUSES)
    return tuple((status, _refs(group)) for status, group in groups if group)


def documents(site: Site, kind: str) -> tuple[Ref, ...]:
    """All documents of a kind, by id."""
    return _refs(site.of_kind(kind))


def ties(site: Site, ref: str) -> tuple[Ties, ...]:
    """What names a document, by kind and role; events that are to come first, then the latest past ones."""
    groups: dict[tuple[str, str], list[Ref]] = {}
    for backlink in site.backlinks.get(Ref.of(ref), ()):
        if not is_expired(site, site.entities[backlink.source]):
            groups.setdefault((backlink.source.kind, backlink.role), []).append(backlink.source)
    return tuple(Ties(kind, role, in_order(site, kind, refs)) for (kind, role), refs in sorted(groups.items()))


def in_order(site: Site, kind: str, refs: list[Ref]) -> tuple[Ref, ...]:
    """References of one kind in the order of that kind's lists."""
    if kind not in ("event", "news"):
        return tuple(sorted(set(refs)))
    listed = sorted(set(refs), key=lambda ref: site.order.rank[ref])
    if kind == "news":
        return tuple(listed)
    events = [site.entities[ref] for ref in listed]
    coming = [entity for entity in events if not is_over(site, entity)]
    past = [entity for entity in reversed(events) if is_over(site, entity)]
    return _refs((*coming, *past))


def feed_documents(site: Site, scope: str) -> tuple[Ref, ...]:
    """The documents of a news feed, the latest change first, `FEED` at most: all, or those tied to one."""
    refs = _tied(site, Ref.of(scope), CHANGING) if scope else _refs(e for k in CHANGING for e in site.of_kind(k))
    entities = [site.entities[ref] for ref in sorted(refs)]
    dated = [each for each in entities if changed(each) and not is_expired(site, each)]
    return _refs(sorted(dated, key=changed, reverse=True)[:FEED])


def has_changes(site: Site, scope: str) -> bool:
    """Whether the news feed of a document has an entry."""
    tied = (site.entities[ref] for ref in _tied(site, Ref.of(scope), CHANGING))
    return any(changed(each) and not is_expired(site, each) for each in tied)


def changed(entity: Entity) -> str:
    """The day on which a document was last changed, as its editors say it; empty if they don't."""
    return str(entity.facts.updated or entity.facts.published or "")


def _tied(site: Site, ref: Ref, kinds: tuple[str, ...]) -> tuple[Ref, ...]:
    """The documents of these kinds that name `ref`, or that it names; by id."""
    naming = {backlink.source for backlink in site.backlinks.get(ref, ())}
    return tuple(sorted(each for each in naming.union(site.mentions.get(ref, ())) if each.kind in kinds))
