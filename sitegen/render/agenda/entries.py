"""An event as calendar entries: itself, the parts of its programme that are entries of their own, its deadlines.

UIDs come from kind, id and the site's host, or from the event's own `uid`; never from a title, a date or a
path. Words follow the reader's order of languages and tell their language where it is another.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from sitegen.graph.answers import Said as Words
from sitegen.kinds.event import Deadline, Event, ProgrammeItem
from sitegen.model.moment import Moment, Period
from sitegen.model.problems import N_
from sitegen.model.reference import Ref
from sitegen.model.shape import item_name
from sitegen.render.agenda import recurrence
from sitegen.render.agenda.words import address_line, contact_lines, description, foreign, geo, location, optional, said
from sitegen.render.ical.entry import Entry, Link, Said, Stamps, Status
from sitegen.render.view import View

UNDATED = date(2000, 1, 1)
"""When a document was changed whose editors do not say it."""

NOTICE = timedelta(minutes=15)
"""The length of a deadline's entry, which ends at the deadline: apps differ on entries without length."""

STATUSES: dict[str, Status] = {"cancelled": "cancelled", "tentative": "tentative", "postponed": "tentative"}


def entries(ref: Ref, view: View) -> Iterator[Entry]:
    """The entries of an event, itself first."""
    event = view.event(ref)
    yield _whole(ref, event, view)
    if event.status == "cancelled":
        return
    for index, item in enumerate(event.programme):
        if item.calendar:
            yield _part(ref, event, item, item_name(item, index), view)
    if event.registration and event.registration.deadline:
        words = Words(view.catalogue.gettext(N_("Registration deadline")), view.lang)
        yield _deadline(ref, event, words, event.registration.deadline, "registration", view)
    yield from _deadlines(ref, event, view)


def deadlines(ref: Ref, view: View) -> Iterator[Entry]:
    """The deadlines of an event alone."""
    uid = uid_of(ref, view.event(ref), view)
    return (entry for entry in entries(ref, view) if entry.related_to == uid and entry.transparent)


def _deadlines(ref: Ref, event: Event, view: View) -> Iterator[Entry]:
    for index, item in enumerate(event.deadlines):
        key = item.key or f"deadline-{index + 1}"
        yield _deadline(ref, event, view.say.said(item.title), item.at, key, view, item)


def uid_of(ref: Ref, event: Event, view: View) -> str:
    """What calendars know an event by, for ever."""
    return event.uid or f"{ref.kind}-{ref.id}@{urlsplit(view.frame.base).hostname}"


def stamps(event: Event) -> Stamps:
    """When the event was first published and last changed, as its editors say."""
    created = event.published or event.updated or UNDATED
    modified = max(created, event.updated or created)
    return Stamps(_midnight(created), _midnight(modified))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _exclusive(period: Period) -> tuple[date, date]:
    """Start and end as a calendar has them: the end of whole days is the day after."""
    return period.start, period.end + timedelta(days=1) if period.all_day else period.end


def _whole(ref: Ref, event: Event, view: View) -> Entry:
    start, end = _exclusive(event.period(view.frame.zone))
    link = view.link(ref)
    assert link is not None
    url = view.absolute(link.address)
    return Entry(
        uid=uid_of(ref, event, view),
        start=start,
        end=end,
        summary=_titled(event, view),
        stamps=stamps(event),
        description=Said(description(ref, event, url, view)),
        location=location(event, view),
        geo=geo(event.venue),
        url=url,
        categories=tuple(said(card.link.title, view) for card in view.cards(event.topics)),
        contacts=tuple(Said(words) for words in contact_lines(view.contacts(ref), view)),
        status=STATUSES.get(event.status, "confirmed"),
        transparent=event.status == "cancelled",
        conferences=(Link(event.online.url, optional(event.online.title, view)),) if event.online else (),
        attachments=tuple(link.url for link in event.links if link.kind == "document"),
        image=view.absolute(view.media(ref, event.image.src)) if event.image else None,
        rule=recurrence.rule(event.repeats, start),
        exceptions=recurrence.exceptions(event, start, view.frame.zone),
    )


def _titled(event: Event, view: View) -> Said:
    """The title; for an event that does not take place as planned, with a word before it that says so."""
    title = view.say.said(event.title)
    _ = view.catalogue.gettext
    prefixes = {"cancelled": _("Cancelled:"), "postponed": _("Postponed:")}
    if event.status not in prefixes:
        return said(title, view)
    return Said(f"{prefixes[event.status]} {title.words}", foreign(title.lang, view))


def _part(ref: Ref, event: Event, item: ProgrammeItem, key: str, view: View) -> Entry:
    """A part of the programme as an entry of its own; without an end it lasts an hour, within the event."""
    period = event.item_period(item, view.frame.zone)
    whole = event.period(view.frame.zone)
    assert period is not None
    start, end = _exclusive(period)
    if end <= start and isinstance(start, datetime):
        end = start + timedelta(hours=1)
        if isinstance(whole.end, datetime) and start < whole.end < end:
            end = whole.end
    uid = uid_of(ref, event, view)
    link = view.link(ref)
    assert link is not None
    venue = item.venue or event.venue
    return Entry(
        uid=f"{uid}-{key}",
        start=start,
        end=end,
        summary=said(view.say.said(item.title), view),
        stamps=stamps(event),
        description=Said(f"{link.title.words}\n\n{view.absolute(link.address)}"),
        location=Said(address_line(venue, view)) if venue else None,
        geo=geo(venue),
        url=view.absolute(link.address),
        status=STATUSES.get(event.status, "confirmed"),
        related_to=uid,
    )


def _deadline(
    ref: Ref, event: Event, words: Words, at: Moment, key: str, view: View, item: Deadline | None = None
) -> Entry:
    """A deadline as an entry that ends at it, or that lasts its day; the time stands in the summary."""
    when = at.at(event.timezone or view.frame.zone)
    link = view.link(ref)
    assert link is not None
    timed = isinstance(when, datetime)
    clock = f" ({view.say.plain_moment(at, event.timezone or '')})" if timed else ""
    start, end = (when - NOTICE, when) if timed else (when, when + timedelta(days=1))
    uid = uid_of(ref, event, view)
    url = (item.url if item else None) or (event.registration.url if event.registration and not item else None)
    page = view.absolute(link.address)
    lines = [link.title.words, url or "", page]
    return Entry(
        uid=f"{uid}-{key}",
        start=start,
        end=end,
        summary=Said(f"{words.words}: {link.title.words}{clock}", foreign(link.title.lang, view)),
        stamps=stamps(event),
        description=Said("\n\n".join(dict.fromkeys(line for line in lines if line))),
        url=page,
        transparent=True,
        related_to=uid,
    )
