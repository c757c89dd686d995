"""A calendar feed: the entries of its events, as many as apps take, and what it says of itself.

Knows nothing of how an entry is made: that was done before, once for all feeds.
"""

from collections.abc import Iterable, Iterator
from typing import cast
from urllib.parse import urlsplit

from sitegen.graph.calendars import ALL, CLOSED, DEADLINES, LARGEST, YEAR
from sitegen.model.reference import Ref
from sitegen.render.agenda.revision import UNDATED
from sitegen.render.agenda.subject import page_of, subject
from sitegen.render.agenda.written import Group, Written
from sitegen.render.ical.calendar import calendar
from sitegen.render.ical.entry import Color, Feed
from sitegen.render.view import View

COLOR = Color("teal", "#008080")
BYTES = 880_000
"""How large a feed's entries are together at most: Google drops events past a megabyte. Archives are whole.

With what a feed says of itself, and with its zones, it is 900 kB at most.
"""


def feed(scope: str, address: str, view: View) -> bytes:
    """The calendar of a scope, as it stands at an address."""
    groups = dict(_groups(scope, view))
    if not scope.startswith(f"{YEAR}:") and not _fit(groups.values(), view.lang):
        groups = _fitting({ref: groups[ref] for ref in view.refs("calendar_order", scope)}, view.lang)
    chosen = [each for group in groups.values() for each in group]
    vevents = (vevent for each in chosen for vevent in each.vevents[view.lang])
    return calendar(_about(scope, address, chosen, view), vevents)


def main_feed(address: str, view: View) -> bytes:
    """The main calendar of a language, which one process makes once for all its forms."""
    return view.lens.part("main_feed", (view.lang, address), lambda lens: feed(ALL, address, view.at(lens)))


def _groups(scope: str, view: View) -> Iterator[tuple[Ref, Group]]:
    """The events of a calendar, each with its entries. That of one event asks for no list, of which each would be
    another question.
    """
    if scope == CLOSED:
        return
    if scope.startswith("event:"):
        ref = Ref.of(scope)
        if view.event(ref).status != "cancelled" or view.lens("in_calendars", scope):
            yield ref, cast(Group, view.lens("vevents", scope))
        return
    held = cast(tuple[Group, ...], view.lens("calendar_entries", scope))
    for ref, found in zip(view.refs("calendar_events", scope), held, strict=True):
        yield ref, tuple(each for each in found if each.sort == "deadline") if scope == DEADLINES else found


def _fit(groups: Iterable[Group], lang: str) -> bool:
    """Whether every app takes all of them."""
    sizes = [len(vevent) for group in groups for each in group for vevent in each.vevents[lang]]
    return len(sizes) <= LARGEST and sum(sizes) <= BYTES


def _fitting(groups: dict[Ref, Group], lang: str) -> dict[Ref, Group]:
    """As many events, with all their entries, as every app takes."""
    kept: dict[Ref, Group] = {}
    count = size = 0
    for ref, group in groups.items():
        vevents = [vevent for each in group for vevent in each.vevents[lang]]
        count += len(vevents)
        size += sum(map(len, vevents))
        if count > LARGEST or size > BYTES:
            break
        kept[ref] = group
    return kept


def _about(scope: str, address: str, chosen: Iterable[Written], view: View) -> Feed:
    name, page = subject(scope, view), view.absolute(page_of(scope, view))
    return Feed(
        name=f"{view.frame.title.words}: {name}",
        description=f"{name} – {page}",
        url=page,
        source=view.absolute(address),
        color=COLOR,
        zone=view.frame.zone,
        prodid=f"-//{urlsplit(view.frame.base).hostname}//sitegen//{view.lang.upper()}",
        modified=max((each.revision.modified for each in chosen), default=UNDATED),
    )
