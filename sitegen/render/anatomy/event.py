"""An event's page: when, where, how to take part, and the programme day by day."""

from dataclasses import dataclass
from datetime import date, datetime

from sitegen.foundation.zones import zone
from sitegen.graph.answers import Card, Link, RegistrationState
from sitegen.graph.timely import deadline_instant
from sitegen.kinds.event import Deadline, Event, ProgrammeItem
from sitegen.model.moment import Moment, Period, first_day
from sitegen.model.reference import Ref
from sitegen.render.anatomy.people import Named, links, parties
from sitegen.render.anatomy.repetition import Repetition, repetition
from sitegen.render.labels import EVENT_BANNERS, OFF
from sitegen.render.view import View

SIBLINGS = 6


@dataclass(frozen=True, slots=True)
class Clock:
    """What a script needs to keep the state of registration right: the instant at which it closes, and the
    last day on which one can sign up, by the clock of `zone`.
    """

    closes: str
    last: str
    zone: str


@dataclass(frozen=True, slots=True)
class Item:
    """A part of the programme. `when` is its time, or its day where it takes whole days."""

    item: ProgrammeItem
    when: Period | None
    speakers: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The parts of the programme on one day; `day` is only there where the event has several."""

    day: date | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class EventAnatomy:
    """`banner` is a message; `moved` when the event was to begin before it was moved; `calendar` its own file,
    empty where there is nothing to keep a day free for.
    """

    when: Period
    zone: str
    over: bool
    banner: str
    moved: Moment | None
    registration: RegistrationState
    clock: Clock | None
    deadlines: tuple[Deadline, ...]
    programme: tuple[Day, ...]
    repetition: Repetition | None
    organisers: tuple[Link, ...]
    funders: tuple[Link, ...]
    projects: tuple[Link, ...]
    series: tuple[Card, ...]
    calendar: str
    place: str


def event(view: View, ref: Ref) -> EventAnatomy:
    """What the page of the event `ref` shows besides what all pages do."""
    facts, site_zone = view.event(ref), view.frame.zone
    zone_name = facts.timezone or site_zone
    registration, over = view.registration(ref), view.over(ref)
    return EventAnatomy(
        when=facts.told(facts.period(site_zone)),
        zone=zone_name,
        over=over,
        banner=EVENT_BANNERS.get(facts.status, ""),
        moved=facts.previous_start,
        registration=registration,
        clock=_clock(facts, zone_name) if registration.state in ("open", "closing") else None,
        deadlines=facts.deadlines,
        programme=programme(view, facts),
        repetition=repetition(facts, site_zone),
        organisers=links(view, facts.organisers),
        funders=links(view, facts.funders),
        projects=links(view, facts.projects),
        series=_series(view, ref, facts),
        calendar="" if over or facts.status in OFF else _calendar(view, ref),
        place=_coordinates(facts),
    )


def programme(view: View, facts: Event) -> tuple[Day, ...]:
    """The programme in the order in which it is written; what has no time belongs to the day before it."""
    several = len({first_day(p) for p in _ends(facts.told(facts.period(view.frame.zone)))}) > 1
    days: list[tuple[date | None, list[Item]]] = []
    for item in facts.programme:
        when = facts.item_period(item, view.frame.zone)
        day = first_day(when.start) if when and several else None
        if not days or (day is not None and day != days[-1][0]):
            days.append((day, []))
        days[-1][1].append(Item(item, when, parties(view, item.speakers)))
    return tuple(Day(day, tuple(items)) for day, items in days)


def _ends(period: Period) -> tuple[date | datetime, date | datetime]:
    return period.start, period.end


def _clock(facts: Event, zone_name: str) -> Clock | None:
    deadline = facts.registration.deadline if facts.registration else None
    if deadline is None:
        return None
    closes = deadline_instant(deadline, zone_name)
    last = deadline.day if deadline.clock is None else closes.astimezone(zone(zone_name)).date()
    return Clock(closes.isoformat("T", "minutes"), str(last), zone_name)


def _series(view: View, ref: Ref, facts: Event) -> tuple[Card, ...]:
    """The others of the event's series, those nearest to it."""
    if not facts.series:
        return ()
    refs = view.refs("series", facts.series)
    at = refs.index(ref) if ref in refs else len(refs)
    first = max(0, min(at - SIBLINGS // 2, len(refs) - SIBLINGS - 1))
    return tuple(view.cards(tuple(each for each in refs[first : first + SIBLINGS + 1] if each != ref)))


def _calendar(view: View, ref: Ref) -> str:
    address = next(each.address for each in view.editions(ref) if each.lang == view.lang)
    return view.href(f"{address.rstrip('/')}.ics")


def _coordinates(facts: Event) -> str:
    """The place as an address that a device's own map opens (RFC 5870)."""
    venue = facts.venue
    if venue is None or venue.latitude is None or venue.longitude is None:
        return ""
    return f"geo:{venue.latitude},{venue.longitude}"
