"""An event: when, where, how to take part, its programme and its deadlines."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Literal

from sitegen.model import recurrence
from sitegen.model.fields import (
    Country,
    Email,
    Identifier,
    LangTag,
    Latitude,
    Line,
    Longitude,
    Party,
    Phone,
    RepeatRule,
    Slot,
    To,
    Uid,
    Url,
    ZoneName,
)
from sitegen.model.kind import Kind
from sitegen.model.moment import Moment, Period, later
from sitegen.model.records import Titled
from sitegen.model.reference import Ref
from sitegen.model.words import Prose, Text

Status = Literal["confirmed", "tentative", "postponed", "cancelled"]

HOUR = timedelta(hours=1)
"""How long calendars keep what has a time and no end: entries need one, and apps differ on those without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A place to go to. Coordinates are in degrees (WGS 84)."""

    name: Text
    room: Text | None = None
    street: Line | None = None
    postcode: Line | None = None
    city: Text | None = None
    country: Country | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    url: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """Where to take part over the network."""

    url: Url
    title: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """How to sign up, until when, at what price."""

    deadline: Moment | None = None
    url: Url | None = None
    email: Email | None = None
    phone: Phone | None = None
    price: Text | None = None
    capacity: int | None = None
    note: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Another deadline of the event, such as for papers or travel support."""

    key: Identifier | None = None
    title: Text
    at: Moment
    url: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """A part of the event. With `calendar` it is an entry of its own in the calendar feeds."""

    key: Identifier | None = None
    title: Text
    start: Slot | None = None
    end: Slot | None = None
    venue: Venue | None = None
    speakers: Annotated[tuple[Party, ...], To(("person",))] = ()
    prose: Prose | None = None
    calendar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One date of a recurrence that takes place at another time; without an end it lasts as long as the others."""

    from_: Moment
    start: Moment
    end: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """A recurrence (RFC 5545 §3.3.10) with its exceptions: dates that are left out, and dates that are moved."""

    rule: RepeatRule
    except_: tuple[Moment, ...] = ()
    moved: tuple[Moved, ...] = ()
    until: Moment | None = None

    @property
    def latest(self) -> datetime | None:
        """What clocks may show at the last start, if it is said; a day alone counts to its end."""
        if self.until is None or self.until.day is None:
            return None
        return datetime.combine(self.until.day, self.until.clock or time(23, 59, 59))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Titled):
    """The front matter of an event."""

    uid: Uid | None = None
    start: Moment
    end: Moment | None = None
    timezone: ZoneName | None = None
    status: Status = "confirmed"
    status_note: Text | None = None
    previous_start: Moment | None = None
    venue: Venue | None = None
    online: Online | None = None
    registration: Registration | None = None
    deadlines: tuple[Deadline, ...] = ()
    organisers: Annotated[tuple[Ref, ...], To(("organisation",))] = ()
    projects: Annotated[tuple[Ref, ...], To(("project",))] = ()
    series: Identifier | None = None
    programme: tuple[ProgrammeItem, ...] = ()
    repeats: Repeats | None = None
    languages: tuple[LangTag, ...] = ()
    audience: Text | None = None
    funders: Annotated[tuple[Ref, ...], To(("organisation",))] = ()

    def period(self, site_zone: str) -> Period:
        """When the event takes place; without an end it lasts its day, or when it has a time as long as calendars keep
        it, which readers are not `told`.
        """
        zone_name = self.timezone or site_zone
        start = self.start.at(zone_name)
        if self.end is not None:
            return Period(start, self.end.at(zone_name))
        return Period(start, self._kept_until(start, site_zone) if isinstance(start, datetime) else start)

    def _kept_until(self, start: datetime, site_zone: str) -> datetime:
        """How long calendars keep a time that has no end: an hour, and while the programme of its day goes on."""
        found = [later(start, HOUR)]
        for item in self.programme:
            part = self.item_period(item, site_zone)
            if part and isinstance(part.start, datetime) and part.start.date() == start.date():
                found.append(part.end if item.end and isinstance(part.end, datetime) else later(part.start, HOUR))
        return max(found, key=lambda end: end.astimezone(UTC))

    def told(self, period: Period, moved: Moved | None = None) -> Period:
        """A time at which the event takes place, as readers are told it: its start alone where no end is written."""
        return period if self.end or (moved and moved.end) else Period(period.start, period.start)

    def over_at(self, site_zone: str) -> datetime | None:
        """The instant at which the event is over for good; None for a recurrence without an end."""
        zone_name = self.timezone or site_zone
        if self.repeats is None:
            return self.period(site_zone).over_at(zone_name)
        ends = self._last_end(self.repeats, site_zone)
        moved = (self.moved_period(each, site_zone).over_at(zone_name) for each in self.repeats.moved)
        return max(ends, *moved, key=lambda end: end.astimezone(UTC)) if ends and self.repeats.moved else ends

    def _last_end(self, repeats: Repeats, site_zone: str) -> datetime | None:
        """When the last date of a recurrence is over: it has a last day, or counts, or goes on for ever."""
        zone_name = self.timezone or site_zone
        whole = self.period(site_zone)
        start = recurrence.last(repeats.rule, recurrence.wall(whole.start), repeats.latest)
        if start is None:
            return None
        if not isinstance(whole.start, datetime):
            return Period(start.date(), start.date() + whole.length).over_at(zone_name)
        return start.replace(tzinfo=whole.start.tzinfo).astimezone(UTC) + whole.length

    def start_on(self, moment: Moment) -> Moment:
        """A date of the recurrence; a day alone means the start on that day."""
        return Moment(moment.day, moment.clock or self.start.clock, moment.offset)

    def moved_period(self, moved: Moved, site_zone: str) -> Period:
        """When a moved date takes place; without an end it lasts as long as the others."""
        zone_name = self.timezone or site_zone
        start = moved.start.at(zone_name)
        if moved.end is not None:
            return Period(start, moved.end.at(zone_name))
        length = self.period(site_zone).length
        return Period(start, later(start, length) if isinstance(start, datetime) else start + length)

    def item_period(self, item: ProgrammeItem, site_zone: str) -> Period | None:
        """When a part of the programme takes place, if it says so; without an end it has no length."""
        if item.start is None:
            return None
        zone_name = self.timezone or site_zone
        day = item.start.day or self.first_day
        start = item.start.on(day).at(zone_name)
        return Period(start, item.end.on(day).at(zone_name) if item.end else start)

    @property
    def first_day(self) -> date:
        """The day on which the event begins, as written."""
        return self.start.day or date.min


EVENT = Kind(
    name="event",
    folder="events",
    facts=Event,
    url_words=(("da", "arrangementer"), ("nb", "arrangementer"), ("nn", "arrangement"), ("sv", "evenemang")),
    template="event.html",
)
