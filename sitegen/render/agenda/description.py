"""What an entry says of its event at length: as plain text, and the same as HTML.

Summary first, then what has changed, how to take part, deadlines and contacts, and the page's address last.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from sitegen.kinds.event import Event
from sitegen.model.moment import Moment
from sitegen.model.reference import Ref
from sitegen.render.agenda.words import contact_lines
from sitegen.render.view import View


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: words, after a label if it has one, and an address if there is more behind it."""

    words: str = ""
    label: str = ""
    url: str = ""


def lines(ref: Ref, event: Event, view: View, moved: Moment | None = None) -> tuple[Line, ...]:
    """What there is to say of an event; of one date of it, from when that was `moved`."""
    return tuple(line for line in _lines(ref, event, view, moved or event.previous_start) if line.words or line.url)


def plain(given: tuple[Line, ...], page: str) -> str:
    return "\n\n".join([*(_plain(line) for line in given), page])


def html(given: tuple[Line, ...], page: str) -> str:
    """The same with links, as apps show it that read X-ALT-DESC."""
    shown = [_html(line) for line in given]
    return "".join([*shown, f'<p><a href="{escape(page)}">{escape(page)}</a></p>'])


def _lines(ref: Ref, event: Event, view: View, moved: Moment | None) -> Iterator[Line]:
    say, gettext = view.say, view.catalogue.gettext
    zone_name = event.timezone or ""
    yield Line(say.plain(event.summary))
    yield Line(say.plain(event.status_note))
    if moved:
        yield Line(say.plain_moment(moved, zone_name), gettext("Moved from"))
    if event.online:
        yield Line(say.plain(event.online.title), gettext("Online"), event.online.url)
    organisers = [link.title.words for each in event.organisers if (link := view.link(each))]
    if organisers:
        label = view.catalogue.ngettext("Organiser", "Organisers", len(organisers))
        yield Line(", ".join(organisers), label)
    yield from _registration(event, view)
    for item in event.deadlines:
        yield Line(say.plain_moment(item.at, zone_name), say.plain(item.title), item.url or "")
    for words in contact_lines(view.contacts(ref), view):
        yield Line(words, gettext("Contact"))


def _registration(event: Event, view: View) -> Iterator[Line]:
    registration = event.registration
    if registration is None:
        return
    gettext = view.catalogue.gettext
    if registration.deadline:
        yield Line(view.say.plain_moment(registration.deadline, event.timezone or ""), gettext("Registration deadline"))
    reached = ", ".join(part for part in (registration.email or "", registration.phone or "") if part)
    yield Line(reached, gettext("Registration"), registration.url or "")
    yield Line(view.say.plain(registration.price), gettext("Price"))


def _plain(line: Line) -> str:
    said = " ".join(part for part in (line.words, line.url) if part)
    return f"{line.label}: {said}" if line.label else said


def _html(line: Line) -> str:
    label = f"<strong>{escape(line.label)}:</strong> " if line.label else ""
    if not line.url:
        return f"<p>{label}{escape(line.words)}</p>"
    return f'<p>{label}<a href="{escape(line.url)}">{escape(line.words or line.url)}</a></p>'
