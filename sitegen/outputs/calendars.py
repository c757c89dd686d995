"""The iCalendar feeds (RFC 5545, RFC 7986): all events, their deadlines, those tied to a document, and each alone.

The entries of an event are written once a language and shared by all feeds that hold it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, time
from urllib.parse import urlsplit

from sitegen.engine.output import Output
from sitegen.engine.question import Lens
from sitegen.graph.addresses import section
from sitegen.graph.feeds import CALENDAR, feeds
from sitegen.graph.lists import feed_events
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.agenda.entries import UNDATED, deadlines, entries, stamps
from sitegen.render.family import Family
from sitegen.render.ical.calendar import calendar
from sitegen.render.ical.entry import Color, Entry, Feed
from sitegen.render.ical.vevent import vevent
from sitegen.render.view import View

NAME = "calendars"
ALL, DEADLINES, TIED, ONE = "all", "deadlines", "tied", "one"
COLOR = Color("teal", "#008080")


def plan(site: Site) -> Iterator[Output]:
    """The feeds of each language; one without an event is not published."""
    for lang in site.config.tags:
        yield from _calendars(site, lang, "", ALL)
        if any(_has_deadline(site, ref) for ref in feed_events(site, "")):
            yield Output(f"{section(site.config, 'deadlines', lang)[:-1]}.ics", NAME, (lang, DEADLINES, ""))
        for (ref, page_lang), address in site.addresses.items():
            if page_lang != lang or not site.has_page(site.entities[ref], lang):
                continue
            if ref.kind == "event":
                yield Output(f"{address[:-1]}.ics", NAME, (lang, ONE, str(ref)))
            else:
                yield from _calendars(site, lang, str(ref), TIED)


def _calendars(site: Site, lang: str, scope: str, sort: str) -> Iterator[Output]:
    found = (address for media, address in feeds(site, scope, lang) if media == CALENDAR)
    return (Output(address, NAME, (lang, sort, scope)) for address in found)


def _has_deadline(site: Site, ref: Ref) -> bool:
    facts = site.entities[ref].facts
    registration = getattr(facts, "registration", None)
    cancelled = getattr(facts, "status", "") == "cancelled"
    return not cancelled and bool(getattr(facts, "deadlines", ()) or (registration and registration.deadline))


def render(output: Output, view: View) -> bytes:
    _, sort, scope = output.args
    refs = (Ref.of(scope),) if sort == ONE else view.refs("feed_events", scope)
    written = [each for ref in refs for each in _vevents(ref, view, deadlines if sort == DEADLINES else entries)]
    return calendar(_feed(output, refs, view), written)


def _vevents(ref: Ref, view: View, which: Callable[[Ref, View], Iterable[Entry]]) -> tuple[bytes, ...]:
    """The entries of an event as bytes, shared by all feeds of the language."""

    def make(lens: Lens) -> tuple[bytes, ...]:
        return tuple(vevent(entry, view.lang) for entry in which(ref, view.at(lens)))

    return view.lens.part(f"vevents-{which.__name__}", (str(ref), view.lang), make)


def _feed(output: Output, refs: tuple[Ref, ...], view: View) -> Feed:
    lang, sort, scope = output.args
    site = view.frame.title.words
    _ = view.catalogue.gettext
    about = view.link(Ref.of(scope)) if scope else None
    subject = about.title.words if about else _("Deadlines") if sort == DEADLINES else _("Events")
    page = about.address if about else view.section("event")
    changed = [stamps(view.event(ref)).modified for ref in refs]
    return Feed(
        name=f"{site}: {subject}",
        description=f"{subject} – {view.absolute(page)}",
        url=view.absolute(page),
        source=view.absolute(output.path),
        color=COLOR,
        zone=view.frame.zone,
        prodid=f"-//{urlsplit(view.frame.base).hostname}//sitegen//{lang.upper()}",
        modified=max(changed, default=datetime.combine(UNDATED, time.min, UTC)),
    )


FAMILY = Family(NAME, plan, render)
