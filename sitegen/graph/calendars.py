"""Which calendars there are, where each is, and which events stand in it.

A calendar is known by its scope: `all`, `deadlines`, `year:2027`, `country:NO`, `series:<id>`, or the document
(`topic:<id>`, `event:<id>`) whose events it holds. The ledger keeps addresses: one that was ever published stays.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import cast

from sitegen.graph.addresses import section
from sitegen.graph.answers import Calendar
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.graph.timely import is_lately, is_over, is_struck
from sitegen.kinds import BY_NAME
from sitegen.kinds.event import Event
from sitegen.model.reference import Ref

ALL, DEADLINES, CLOSED = "all", "deadlines", "closed"
YEAR, COUNTRY, SERIES = "year", "country", "series"
LARGEST = 800
"""How many events a feed holds at most; archives hold a whole year."""


def calendar_events(site: Site, scope: str) -> tuple[Ref, ...]:
    """The events of a calendar of several by id; of too many, those that matter most to its readers.

    A cancelled event stays for a while, so that calendars can strike it out, and is then gone.
    """
    return site.once(("calendar_events", scope), lambda: _events(site, scope))


def _events(site: Site, scope: str) -> tuple[Ref, ...]:
    struck = site.once("struck", lambda: {each.ref for each in site.of_kind("event") if is_struck(site, each)})
    found = _by_id(entity.ref for entity in _members(site, scope) if entity.ref not in struck)
    if len(found) <= LARGEST or scope.startswith(f"{YEAR}:"):
        return found
    return _by_id(_by_weight(site, found)[:LARGEST])


def _by_id(events: Iterable[Ref]) -> tuple[Ref, ...]:
    return tuple(sorted(events, key=attrgetter("id")))


def calendar_order(site: Site, scope: str) -> tuple[Ref, ...]:
    """The events of a calendar, what matters most first: those to come, the next one first, then the latest past ones.

    It changes whenever an event is over; so it is only asked where not all can be shown.
    """
    return _by_weight(site, calendar_events(site, scope))


def _by_weight(site: Site, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    return tuple(sorted(refs, key=site.once("weights", lambda: _weights(site)).__getitem__))


def _weights(site: Site) -> dict[Ref, int]:
    """The place of every event, what matters most first."""
    over: list[Ref] = []
    coming: list[Ref] = []
    for entity in sorted(site.of_kind("event"), key=lambda entity: site.order.rank[entity.ref]):
        (over if is_over(site, entity) else coming).append(entity.ref)
    return {ref: place for place, ref in enumerate((*coming, *reversed(over)))}


def _members(site: Site, scope: str) -> Iterable[Entity]:
    """All events that a calendar is about, whatever the time; the main ones leave out what is long over."""
    sort = scope.partition(":")[0]
    if sort in (ALL, DEADLINES):
        listed = (entity for entity in site.of_kind("event") if sort == ALL or has_deadline(entity))
        return (entity for entity in listed if is_lately(site, entity))
    if sort in GROUPS:
        return _grouped(site).get(scope, ())
    ref = Ref.of(scope)
    if ref not in site.entities:
        return ()
    return (site.entities[each] for each in _tied(site, ref))


def _tied(site: Site, ref: Ref) -> Iterable[Ref]:
    """The events that name a document, or that it names."""
    naming = {backlink.source for backlink in site.backlinks.get(ref, ())}
    return (each for each in naming.union(site.mentions.get(ref, ())) if each.kind == "event")


def has_deadline(entity: Entity) -> bool:
    """Whether an event that takes place has a deadline."""
    event = cast(Event, entity.facts)
    own = event.registration is not None and event.registration.deadline is not None
    return event.status != "cancelled" and (own or bool(event.deadlines))


def _year(site: Site, entity: Entity) -> tuple[str, ...]:
    return (str(cast(Event, entity.facts).first_day.year),)


def _countries(_site: Site, entity: Entity) -> tuple[str, ...]:
    """Where an event takes place, and which countries it is about."""
    event = cast(Event, entity.facts)
    venue = (event.venue.country,) if event.venue and event.venue.country else ()
    return tuple(dict.fromkeys((*venue, *event.countries)))


def _series(_site: Site, entity: Entity) -> tuple[str, ...]:
    name = cast(Event, entity.facts).series
    return (name,) if name else ()


GROUPS: dict[str, Callable[[Site, Entity], tuple[str, ...]]] = {
    COUNTRY: _countries,
    SERIES: _series,
    YEAR: _year,
}


def group_scopes(site: Site) -> tuple[str, ...]:
    """The scopes of the groups that have an event, whatever the time: by country, series and year."""
    return tuple(sorted(_grouped(site)))


def _grouped(site: Site) -> Mapping[str, list[Entity]]:
    """The events of each group by its scope, whatever the time."""
    return site.once("calendar groups", lambda: _groups(site))


def _groups(site: Site) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in site.of_kind("event"):
        for sort, names in GROUPS.items():
            for name in names(site, entity):
                found.setdefault(f"{sort}:{name}", []).append(entity)
    return found


def address_of(site: Site, scope: str, lang: str) -> str:
    """Where a calendar of several events is in a language; empty where it has no place there."""
    sort, _, name = scope.partition(":")
    main = section(site.config, "calendar", lang)
    if scope == ALL:
        return f"{main[:-1]}.ics"
    if scope == DEADLINES:
        return f"{section(site.config, 'deadlines', lang)[:-1]}.ics"
    if sort == YEAR:
        return f"{main}{name}.ics"
    if sort in (COUNTRY, SERIES):
        return f"{section(site.config, sort, lang)}{name.lower()}/{_word(main)}.ics"
    return _below(site, Ref.of(scope), lang, _word(main))


def _below(site: Site, ref: Ref, lang: str, word: str) -> str:
    """The calendar of a document, below its page."""
    entity = site.entities.get(ref)
    if entity is None or not site.has_page(entity, lang):
        return ""
    page = site.addresses[ref, lang]
    return f"{page}{word}.ics" if BY_NAME[ref.kind].feeds else ""


def _word(main: str) -> str:
    return main.split("/")[1]


def scopes(site: Site) -> Iterator[str]:
    """Every scope of several events: the main ones, groups, and documents."""
    yield from (ALL, DEADLINES, *group_scopes(site))
    yield from (str(ref) for ref in site.entities if ref.kind != "event" and BY_NAME[ref.kind].feeds)


def calendars(site: Site, lang: str) -> tuple[Calendar, ...]:
    """The calendars of a language that hold an event, but for those of single events."""
    held = ((scope, address_of(site, scope, lang)) for scope in scopes(site) if calendar_events(site, scope))
    return tuple(Calendar(scope, address) for scope, address in held if address)


def published(site: Site) -> dict[str, tuple[str, str]]:
    """All addresses of calendars, each with its language and scope: those that are, and those that ever were.

    An event's own calendar is there with its page. An address that was kept serves what it was of for as long
    as that is there; after that it is `CLOSED`, and empty.
    """
    filled = [scope for scope in scopes(site) if calendar_events(site, scope)]
    found: dict[str, tuple[str, str]] = {}
    for lang in site.config.tags:
        for scope in filled:
            if address := address_of(site, scope, lang):
                found[address] = (lang, scope)
        for entity in site.of_kind("event"):
            if site.has_page(entity, lang):
                found[f"{site.addresses[entity.ref, lang][:-1]}.ics"] = (lang, str(entity.ref))
    taken = {address.casefold() for address in found}
    for address, scope in site.ledger.feeds.items():
        if address.casefold() not in taken:
            taken.add(address.casefold())
            found[address] = (_language(site, address), scope if _is_known(site, scope) else CLOSED)
    return found


def _language(site: Site, address: str) -> str:
    """The language of an address; of one that the site no longer speaks, its first."""
    lang = address.partition("/")[0]
    return lang if lang in site.config.tags else site.config.tags[0]


def _is_known(site: Site, scope: str) -> bool:
    """Whether something of that scope is still there, be it without an event."""
    sort, _, name = scope.partition(":")
    if sort in GROUPS:
        return bool(name)
    return scope in (ALL, DEADLINES) or (sort in BY_NAME and bool(name) and Ref.of(scope) in site.entities)
