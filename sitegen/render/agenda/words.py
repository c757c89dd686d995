"""What a calendar entry says in few words: its place and its contacts."""

from sitegen.graph.answers import Said as Words
from sitegen.kinds.event import Event, Venue
from sitegen.model.records import Contact
from sitegen.model.words import Text
from sitegen.render.ical.entry import Said
from sitegen.render.view import View


def said(words: Words, view: View) -> Said:
    """Words with their language, where it is not the feed's."""
    return Said(words.words, foreign(words.lang, view))


def foreign(lang: str, view: View) -> str | None:
    """The language, where it is not the feed's."""
    return lang if lang and lang != view.lang else None


def optional(text: Text | None, view: View) -> Said | None:
    return said(view.say.said(text), view) if text else None


def location(event: Event, view: View) -> Said | None:
    """Where the event takes place; of one over the network, what it is called there."""
    if event.venue:
        return Said(address_line(event.venue, view))
    if event.online is None:
        return None
    return optional(event.online.title, view) or Said(view.catalogue.gettext("Online"))


def address_line(venue: Venue, view: View) -> str:
    """The place on one line, from the room outwards."""
    city = " ".join(part for part in (venue.postcode or "", view.say.plain(venue.city)) if part)
    country = view.say.country(venue.country) if venue.country else ""
    parts = (view.say.plain(venue.room), view.say.plain(venue.name), venue.street or "", city, country)
    return ", ".join(part for part in parts if part)


def geo(venue: Venue | None) -> tuple[float, float] | None:
    """Latitude and longitude, if both are known."""
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    return venue.latitude, venue.longitude


def contact_lines(contacts: tuple[Contact, ...], view: View) -> list[str]:
    """Each contact on one line: name, role, organisation, e-mail, telephone."""
    lines = []
    for contact in contacts:
        person = view.person(contact.person) if contact.person else None
        place = contact.organisation or (person.organisation if person else None)
        organisation = view.link(place) if place else None
        if person is None and organisation is None:
            continue
        parts = [
            view.say.plain(person.name) if person else "",
            view.say.plain(contact.role),
            organisation.title.words if organisation else "",
            (person.email if person else None) or "",
            (person.phone if person else None) or "",
        ]
        lines.append(", ".join(part for part in parts if part))
    return lines
