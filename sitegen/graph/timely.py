"""What depends on the instant of the build: what is over, closed, expired, or no longer a contact."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sitegen.foundation.zones import zone
from sitegen.graph.answers import RegistrationState, SignUp
from sitegen.graph.entity import Entity
from sitegen.graph.occurrences import ENDLESS, month_starts, planned
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.moment import Moment, Period, later, midnight
from sitegen.model.records import Contact, Facts
from sitegen.model.reference import Ref

CLOSING = 14
"""How many days before a deadline registration counts as closing."""

STRUCK = timedelta(days=30)
"""How long after its end a cancelled event stays in calendar feeds."""

LATELY = timedelta(days=90)
"""How long after its end an event stays in the main calendars."""


def is_over(site: Site, entity: Entity) -> bool:
    """Whether an event is over; other documents never are."""
    ends = site.order.ends.get(entity.ref)
    return ends is not None and ends <= site.now


def is_expired(site: Site, entity: Entity) -> bool:
    """Whether the last day on which a document stands in lists is past."""
    expires = site.order.expires.get(entity.ref)
    return expires is not None and expires <= site.now


def struck(site: Site) -> frozenset[Ref]:
    """The events that have left the calendar feeds."""
    return site.once("struck", lambda: frozenset(each.ref for each in site.of_kind("event") if is_struck(site, each)))


def is_struck(site: Site, entity: Entity) -> bool:
    """Whether a cancelled event has left the calendar feeds, which is `STRUCK` after its end."""
    known = entity.facts
    if not isinstance(known, Event) or known.status != "cancelled":
        return False
    ends = site.order.ends.get(entity.ref)
    return ends is not None and ends + STRUCK <= site.now


def in_calendars(site: Site, ref: str) -> bool:
    """Whether an event stands in calendar feeds."""
    return not is_struck(site, site.entities[Ref.of(ref)])


def is_lately(site: Site, entity: Entity) -> bool:
    """Whether an event is to come, or has not been over for longer than `LATELY`."""
    ends = site.order.ends.get(entity.ref)
    return ends is None or ends + LATELY > site.now


def next_time(site: Site, ref: str) -> Period | None:
    """When a repeated event takes place now or next, as readers are told it; None for all others, and where no date is
    left.
    """
    return min(_coming(site, site.entities[Ref.of(ref)].facts), key=lambda each: each[0], default=(None, None))[1]


def _coming(site: Site, known: Facts) -> list[tuple[datetime, Period]]:
    """The times of a repeated event that are not over, each with the instant at which it will be; as they are told."""
    if not isinstance(known, Event) or known.repeats is None:
        return []
    zone_name, length = known.timezone or site.zone, known.period(site.zone).length
    last = max(site.now.astimezone(zone(zone_name)).date(), known.first_day) + ENDLESS
    starts = planned(known, known.repeats, site.zone, last)
    times = [Period(at, later(at, length) if isinstance(at, datetime) else at + length) for at in starts]
    told = [(each, known.told(each)) for each in times]
    for moved in known.repeats.moved:
        period = known.moved_period(moved, site.zone)
        told.append((period, known.told(period, moved)))
    ends = ((period.over_at(zone_name).astimezone(UTC), each) for period, each in told)
    return [(end, each) for end, each in ends if end > site.now]


def over(site: Site, ref: str) -> bool:
    """Whether an event is over."""
    return is_over(site, site.entities[Ref.of(ref)])


def expired(site: Site, ref: str) -> bool:
    """Whether a document has left the lists."""
    return is_expired(site, site.entities[Ref.of(ref)])


def contacts(site: Site, ref: str) -> tuple[Contact, ...]:
    """Whom to ask about a document on the day of the build."""
    listed = site.entities[Ref.of(ref)].facts.contacts
    return tuple(
        each for each in listed if each.until is None or midnight(each.until + timedelta(days=1), site.zone) > site.now
    )


def deadline_instant(moment: Moment, zone_name: str) -> datetime:
    """The instant at which a deadline is past; a day counts to its end."""
    at = moment.at(zone_name)
    return at if isinstance(at, datetime) else midnight(at + timedelta(days=1), zone_name)


def registration(site: Site, ref: str) -> RegistrationState:
    """Whether one can still sign up for an event."""
    known = site.entities[Ref.of(ref)].facts
    if not isinstance(known, Event) or known.registration is None:
        return RegistrationState("none")
    if known.status == "cancelled" or over(site, ref):
        return RegistrationState("closed")
    if known.registration.deadline is None:
        return RegistrationState("open")
    zone_name = known.timezone or site.zone
    closes = deadline_instant(known.registration.deadline, zone_name)
    if closes <= site.now:
        return RegistrationState("closed")
    last = (closes - timedelta(seconds=1)).astimezone(zone(zone_name)).date()
    days = (last - site.now.astimezone(zone(zone_name)).date()).days
    return RegistrationState("closing", days) if days <= CLOSING else RegistrationState("open")


def sign_up(site: Site, ref: str) -> SignUp:
    """Whether one can sign up, without the days that are left, so that lists need not change every day."""
    known = site.entities[Ref.of(ref)].facts
    state = registration(site, ref).state
    if not isinstance(known, Event) or state == "none" or known.status == "cancelled" or over(site, ref):
        return SignUp("none")
    deadline = known.registration.deadline if known.registration else None
    if deadline is None:
        return SignUp(state)
    closes = deadline_instant(deadline, known.timezone or site.zone)
    return SignUp(state, deadline.day, closes.isoformat("T", "minutes"))


def turning_points(site: Site) -> Iterator[datetime]:
    """Instants after `now` at which an answer may change, in order, each once."""
    found = {at for entity in site.entities.values() for at in _turns(site, entity)}
    found.update(month_starts(site))
    return iter(sorted(at for at in found if at > site.now))


def _turns(site: Site, entity: Entity) -> Iterator[datetime]:
    known = entity.facts
    days: list[date] = [contact.until for contact in known.contacts if contact.until]
    if known.expires:
        days.append(known.expires)
    for day in days:
        yield midnight(day + timedelta(days=1), site.zone)
    if isinstance(known, Event):
        zone_name = known.timezone or site.zone
        yield from (end for end, _ in _coming(site, known))
        if ends := known.over_at(site.zone):
            yield ends.astimezone(UTC)
            yield ends.astimezone(UTC) + (STRUCK if known.status == "cancelled" else LATELY)
        if known.registration and known.registration.deadline:
            yield from _closing(deadline_instant(known.registration.deadline, zone_name), zone_name)


def _closing(closes: datetime, zone_name: str) -> Iterator[datetime]:
    """The midnights on which the days left are counted anew, and the deadline itself."""
    last = (closes - timedelta(seconds=1)).astimezone(zone(zone_name)).date()
    for before in range(CLOSING + 1):
        yield midnight(last - timedelta(days=before), zone_name)
    yield closes.astimezone(UTC)
