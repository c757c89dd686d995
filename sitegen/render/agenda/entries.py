"""An event as calendar entries: itself, its moved dates, the parts of its programme that are entries, its deadlines.

UIDs come from kind, id and the site's host, or from the event's own `uid`; never from a title, a date or a
path. Words follow the reader's order of languages and tell their language where it is another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sitegen.graph.answers import Said as Words
from sitegen.graph.identities import deadline_uid, event_uid, item_uid, registration_uid
from sitegen.kinds.event import HOUR, Event, Moved
from sitegen.model.moment import Moment, Period, later
from sitegen.model.reference import Ref
from sitegen.render.agenda import recurrence
from sitegen.render.agenda.description import html, lines, plain
from sitegen.render.agenda.words import address_line, contact_lines, foreign, geo, location, optional, said
from sitegen.render.ical.entry import Entry, Link, Said, Status, instant
from sitegen.render.view import View

NOTICE = timedelta(minutes=15)
"""The length of a deadline's entry, which ends at the deadline: apps differ on entries without length."""

STATUSES: dict[str, Status] = {"cancelled": "cancelled", "tentative": "tentative", "postponed": "tentative"}


@dataclass(frozen=True, slots=True)
class Source:
    """The event that entries are made of, for one reader: `uid` is what calendars know it by, `page` its address."""

    ref: Ref
    event: Event
    view: View
    uid: str
    page: str
    title: Words

    @property
    def zone(self) -> str:
        return self.event.timezone or self.view.frame.zone


def source(ref: Ref, view: View) -> Source:
    event, link = view.event(ref), view.link(ref)
    assert link is not None
    return Source(ref, event, view, event_uid(ref, event, view.frame.base), view.absolute(link.address), link.title)


def entries(ref: Ref, view: View) -> Iterator[Entry]:
    """The entries of an event, itself first; of a cancelled one nothing else."""
    given = source(ref, view)
    whole = _whole(given)
    yield whole
    for moved in given.event.repeats.moved if given.event.repeats else ():
        yield _moved(given, whole, moved)
    if given.event.status == "cancelled":
        return
    for index, item in enumerate(given.event.programme):
        if item.calendar:
            yield _part(given, index)
    yield from _deadlines(given)


def _exclusive(period: Period) -> tuple[date, date]:
    """Start and end as a calendar has them: the end of whole days is the day after."""
    return period.start, period.end + timedelta(days=1) if period.all_day else period.end


def _whole(given: Source) -> Entry:
    event, view = given.event, given.view
    start, end = _exclusive(event.period(view.frame.zone))
    told = lines(given.ref, event, view)
    return Entry(
        uid=given.uid,
        start=start,
        end=end,
        summary=_titled(event, view),
        description=Said(plain(told, given.page)),
        html_description=Said(html(told, given.page)),
        location=location(event, view),
        geo=geo(event.venue),
        url=given.page,
        categories=tuple(said(card.link.title, view) for card in view.cards(event.topics)),
        contacts=tuple(Said(words) for words in contact_lines(view.contacts(given.ref), view)),
        status=STATUSES.get(event.status, "confirmed"),
        transparent=event.status == "cancelled",
        conferences=(Link(event.online.url, optional(event.online.title, view)),) if event.online else (),
        attachments=tuple(link.url for link in event.links if link.kind == "document"),
        image=view.absolute(view.media(given.ref, event.image.src)) if event.image else None,
        rule=recurrence.rule(event.repeats, start),
        exceptions=recurrence.exceptions(event, view.frame.zone),
    )


def _moved(given: Source, whole: Entry, moved: Moved) -> Entry:
    """One date of a recurrence at another time: the same entry, which says from when it was moved."""
    event, view = given.event, given.view
    start, end = _exclusive(event.moved_period(moved, view.frame.zone))
    told = lines(given.ref, event, view, event.start_on(moved.from_))
    return replace(
        whole,
        start=start,
        end=end,
        description=Said(plain(told, given.page)),
        html_description=Said(html(told, given.page)),
        rule=None,
        exceptions=(),
        recurrence_id=event.start_on(moved.from_).at(given.zone),
    )


def _titled(event: Event, view: View) -> Said:
    """The title; for an event that does not take place as planned, with a word before it that says so."""
    title = view.say.said(event.title)
    gettext = view.catalogue.gettext
    prefixes = {"cancelled": gettext("Cancelled:"), "postponed": gettext("Postponed:")}
    if event.status not in prefixes:
        return said(title, view)
    return Said(f"{prefixes[event.status]} {title.words}", foreign(title.lang, view))


def _part(given: Source, index: int) -> Entry:
    """A part of the programme as an entry of its own; without an end it lasts an hour, within the event."""
    event, view, item = given.event, given.view, given.event.programme[index]
    period, whole = event.item_period(item, view.frame.zone), event.period(view.frame.zone)
    assert period is not None
    start, end = _exclusive(period)
    if isinstance(start, datetime) and instant(end) <= instant(start):
        end = later(start, HOUR)
        if isinstance(whole.end, datetime) and instant(start) < instant(whole.end) < instant(end):
            end = whole.end
    venue = item.venue or event.venue
    return Entry(
        uid=item_uid(given.uid, event, index),
        start=start,
        end=end,
        summary=said(view.say.said(item.title), view),
        description=Said(f"{given.title.words}\n\n{given.page}"),
        location=Said(address_line(venue, view)) if venue else None,
        geo=geo(venue),
        url=given.page,
        status=STATUSES.get(event.status, "confirmed"),
        related_to=given.uid,
    )


def _deadlines(given: Source) -> Iterator[Entry]:
    event, view = given.event, given.view
    if event.registration and event.registration.deadline:
        words = Words(view.catalogue.gettext("Registration deadline"), view.lang)
        uid = registration_uid(given.uid)
        yield _deadline(given, uid, words, event.registration.deadline, event.registration.url or "")
    for index, item in enumerate(event.deadlines):
        uid = deadline_uid(given.uid, event, index)
        yield _deadline(given, uid, view.say.said(item.title), item.at, item.url or "")


def _deadline(given: Source, uid: str, words: Words, at: Moment, url: str) -> Entry:
    """A deadline as an entry that ends at it, or that lasts its day; the time stands in the summary."""
    view, when = given.view, at.at(given.zone)
    clock = f" ({view.say.plain_moment(at, given.event.timezone or '')})" if at.clock else ""
    start, end = (later(when, -NOTICE), when) if isinstance(when, datetime) else (when, when + timedelta(days=1))
    told = dict.fromkeys(line for line in (given.title.words, url, given.page) if line)
    return Entry(
        uid=uid,
        start=start,
        end=end,
        summary=Said(f"{words.words}: {given.title.words}{clock}", foreign(given.title.lang, view)),
        description=Said("\n\n".join(told)),
        url=given.page,
        transparent=True,
        related_to=given.uid,
    )
