"""What a calendar holds, as values: an entry, its words with their language, and the feed around it.

Knows what RFC 5545 asks of them. Knows nothing of sites, and not how they are written.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from sitegen.foundation.zones import Zone

Status = Literal["confirmed", "tentative", "cancelled"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the language they are in (a BCP 47 tag); None if it is the feed's or there is none."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what it is called."""

    url: str
    label: Said | None = None


@dataclass(frozen=True, slots=True)
class Stamps:
    """An entry's revision (RFC 5545 §3.8.7), as the ledger of the feeds has it: in UTC, whole seconds."""

    created: datetime
    modified: datetime
    sequence: int = 0

    def __post_init__(self) -> None:
        if self.created.tzinfo != UTC or self.modified.tzinfo != UTC:
            raise ValueError("stamps are in UTC")
        if self.created > self.modified or self.sequence < 0:
            raise ValueError("stamps go forward: created, then modified; a sequence from 0 up")


UNSTAMPED = Stamps(datetime(2000, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC))
"""The stamps of an entry that gets its own when it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One VEVENT: a whole event, a deadline, an item of a programme, or one moved date of a series.

    `start` and `end` are both dates, the end exclusive (19–20 March ends on the 21st), or both times in
    a Zone or in UTC, whose `fold` tells which reading of an ambiguous time is meant. `rule` is the value of
    an RRULE; `exceptions` and `recurrence_id` are starts by the rule, of the same sort as `start`.
    `related_to` is the UID of the entry that this one belongs to. Raises ValueError where these disagree.
    """

    uid: str
    start: date
    end: date
    summary: Said
    stamps: Stamps = UNSTAMPED
    description: Said | None = None
    html_description: Said | None = None
    location: Said | None = None
    geo: tuple[float, float] | None = None
    url: str | None = None
    categories: tuple[Said, ...] = ()
    contacts: tuple[Said, ...] = ()
    status: Status = "confirmed"
    transparent: bool = False
    conferences: tuple[Link, ...] = ()
    attachments: tuple[str, ...] = ()
    image: str | None = None
    related_to: str | None = None
    rule: str | None = None
    exceptions: tuple[date, ...] = ()
    recurrence_id: date | None = None

    def __post_init__(self) -> None:
        moments = (self.start, self.end, *self.exceptions)
        moments = (*moments, self.recurrence_id) if self.recurrence_id else moments
        if len({isinstance(each, datetime) for each in moments}) != 1:
            raise ValueError(f"{self.uid}: a date among times, or a time among dates")
        if not instant(self.start) < instant(self.end):
            raise ValueError(f"{self.uid}: ends at {self.end}, not after its start at {self.start}")
        if self.exceptions and not self.rule:
            raise ValueError(f"{self.uid}: exceptions to no rule")
        if self.rule and self.recurrence_id:
            raise ValueError(f"{self.uid}: one moved date of a series cannot have a rule itself")
        if self.geo and not (abs(self.geo[0]) <= 90 and abs(self.geo[1]) <= 180):
            raise ValueError(f"{self.uid}: no such place: {self.geo}")


@dataclass(frozen=True, slots=True)
class Color:
    """A colour by its CSS3 name (RFC 7986 §5.9), and as `#rrggbb`, which Apple's calendar reads."""

    name: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a calendar says of itself: `url` is its page, `source` its own address, `zone` an IANA name.

    `modified` is when its content last changed, in UTC.
    """

    name: str
    description: str
    url: str
    source: str
    color: Color
    zone: str
    prodid: str
    modified: datetime


def instant(moment: date) -> datetime:
    """The moment in UTC; a date counts from its midnight there.

    Raises ValueError for a floating time, and for a zone of the machine's: `foundation.zones` has those
    that are equal everywhere.
    """
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    if moment.tzinfo != UTC and not isinstance(moment.tzinfo, Zone):
        raise ValueError(f"a time in no zone of foundation.zones: {moment!r}")
    if moment.microsecond:
        raise ValueError(f"a time that is no whole second: {moment!r}")
    return moment.astimezone(UTC)
