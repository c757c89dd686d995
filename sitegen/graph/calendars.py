"""Which calendars there are, where each is, and which events stand in it.

A calendar is known by its scope: `all`, `deadlines`, `year:2027`, `country:NO`, `series:<id>`, or the document
(`topic:<id>`, `event:<id>`) whose events it holds. The ledger keeps addresses: one that was ever published stays.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import cast

from sitegen.graph.addresses import section
from sitegen.graph.answers import Calendar
from sitegen.graph.site import Site
from sitegen.graph.timely import is_lately, struck
from sitegen.kinds import BY_NAME
from sitegen.kinds.event import Event
from sitegen.model.reference import Ref

ALL, DEADLINES, CLOSED = "all", "deadlines", "closed"
GROUPS = YEAR, COUNTRY, SERIES = "year", "country", "series"
LARGEST = 800
"""How many events a feed holds at most; archives hold a whole year."""


def calendar_events(site: Site, scope: str) -> tuple[Ref, ...]:
    """The events of a calendar of several by id; of too many, those that matter most to its readers.

    A cancelled event stays for a while, so that calendars can strike it out, and is then gone.
    """
    return site.once(("calendar_events", scope), lambda: _events(site, scope))


def _events(site: Site, scope: str) -> tuple[Ref, ...]:
    found = _members(site, scope)
    if len(found) > LARGEST and not scope.startswith(f"{YEAR}:"):
        weights = site.once("weights", lambda: _weights(site))
        places = [weights[ref] for ref in found]
        last = sorted(places)[LARGEST - 1]
        found = [ref for ref, place in zip(found, places, strict=True) if place <= last]
    return tuple(found)


def calendar_order(site: Site, scope: str) -> tuple[Ref, ...]:
    """The events of a calendar, what matters most first: those to come, the next one first, then the latest past ones.

    It changes whenever an event is over; so it is only asked where not all can be shown.
    """
    return tuple(sorted(calendar_events(site, scope), key=site.once("weights", lambda: _weights(site)).__getitem__))


def _weights(site: Site) -> dict[Ref, int]:
    """The place of every event, what matters most first."""
    past = {ref for ref, ends in site.order.ends.items() if ends <= site.now}
    coming = [ref for ref in site.order.rank if ref.kind == "event" and ref not in past]
    gone = [ref for ref in reversed(tuple(site.order.rank)) if ref in past]
    return {ref: place for place, ref in enumerate((*coming, *gone))}


def _members(site: Site, scope: str) -> Sequence[Ref]:
    """The events that a calendar is about, by id; the main ones leave out what is long over."""
    sort = scope.partition(":")[0]
    if sort in (ALL, DEADLINES, *GROUPS):
        return _sorted_out(site).get(scope, ())
    tied = _tied(site, Ref.of(scope))
    gone = struck(site)
    return [ref for ref in tied if ref not in gone] if gone else tied


def _tied(site: Site, ref: Ref) -> list[Ref]:
    """The events that name a document, or that it names."""
    naming = [backlink.source for backlink in site.backlinks.get(ref, ())]
    tied = dict.fromkeys((*naming, *site.mentions.get(ref, ())))
    return sorted((each for each in tied if each.kind == "event"), key=attrgetter("id"))


def has_deadline(event: Event) -> bool:
    """Whether an event that takes place has a deadline."""
    own = event.registration is not None and event.registration.deadline is not None
    return event.status != "cancelled" and (own or bool(event.deadlines))


def _countries(event: Event) -> set[str]:
    """Where an event takes place, and which countries it is about."""
    home = (event.venue.country,) if event.venue and event.venue.country else ()
    return {*home, *event.countries}


def _sorted_out(site: Site) -> Mapping[str, list[Ref]]:
    """The events of the main calendars, and of those of years, countries and series, by their scopes."""
    return site.once("calendars", lambda: _by_scope(site))


def _by_scope(site: Site) -> dict[str, list[Ref]]:
    found: dict[str, list[Ref]] = {ALL: [], DEADLINES: []}
    years: dict[int, list[Ref]] = {}
    countries: dict[str, list[Ref]] = {}
    series: dict[str, list[Ref]] = {}
    gone = struck(site)
    for entity in site.of_kind("event"):  # once through all, as there may be many
        ref, event = entity.ref, cast(Event, entity.facts)
        if ref in gone:
            continue
        years.setdefault(event.first_day.year, []).append(ref)
        for country in _countries(event):
            countries.setdefault(country, []).append(ref)
        if event.series:
            series.setdefault(event.series, []).append(ref)
        if is_lately(site, entity):
            found[ALL].append(ref)
            if has_deadline(event):
                found[DEADLINES].append(ref)
    groups = ((YEAR, years), (COUNTRY, countries), (SERIES, series))
    named = {f"{sort}:{name}": refs for sort, by_name in groups for name, refs in by_name.items()}
    return {**found, **dict(sorted(named.items()))}


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
    yield from _sorted_out(site)
    for kind, entities in site.order.by_kind.items():
        if kind != "event" and BY_NAME[kind].feeds:
            yield from (entity.name for entity in entities)


def calendars(site: Site, lang: str) -> tuple[Calendar, ...]:
    """The calendars of a language that hold an event, but for those of single events."""
    held = ((scope, address_of(site, scope, lang)) for scope in scopes(site) if calendar_events(site, scope))
    return tuple(Calendar(scope, address) for scope, address in held if address)


def published(site: Site) -> dict[str, dict[str, str]]:
    """All addresses of calendars of each language, each with its scope: those that are, and those that ever were.

    An event's own calendar is there with its page. An address that was kept serves what it was of for as long
    as that is there; after that it is `CLOSED`, and empty.
    """
    filled = [scope for scope in scopes(site) if calendar_events(site, scope)]
    found = {
        lang: {address: scope for scope in filled if (address := address_of(site, scope, lang))}
        for lang in site.config.tags
    }
    for lang, addresses in found.items():
        for entity in site.of_kind("event"):
            if site.has_page(entity, lang):
                addresses[f"{site.addresses[entity.ref, lang][:-1]}.ics"] = entity.name
    taken = {address.casefold() for addresses in found.values() for address in addresses}
    for address, scope in site.ledger.feeds.items():
        if address.casefold() not in taken:
            taken.add(address.casefold())
            found[_language(site, address)][address] = scope if _is_known(site, scope) else CLOSED
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
