"""An event as search engines read it: when with its offset, where, whether it still takes place, and its price."""

from datetime import date, datetime

from sitegen.kinds.event import Event, Venue
from sitegen.render.anatomy.common import Common
from sitegen.render.anatomy.people import parties
from sitegen.render.jsonld.parties import organisations, speaker
from sitegen.render.jsonld.pictures import picture
from sitegen.render.jsonld.price import read_price
from sitegen.render.jsonld.things import Thing, Value, thing
from sitegen.render.page import Page
from sitegen.render.view import View

SCHEMA = "https://schema.org/"
STATUSES = {
    "confirmed": "EventScheduled",
    "tentative": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}


def event(view: View, facts: Event, doc: Common, page: Page) -> Thing:
    """The event as a thing, on its own page."""
    period = facts.period(view.frame.zone)
    priced = _offer(view, facts, doc, page)
    return thing(
        "Event",
        name=page.title.words,
        description=page.description.words if page.description else "",
        url=page.canonical,
        inLanguage=tuple(facts.languages) or doc.shown.lang or view.lang,
        startDate=_at(period.start),
        endDate=_at(period.end) if facts.end or period.all_day else "",
        previousStartDate=_at(facts.previous_start.at(facts.timezone or view.frame.zone))
        if facts.previous_start
        else "",
        eventStatus=SCHEMA + _status(facts),
        eventAttendanceMode=SCHEMA + _attendance(facts),
        location=_locations(view, facts),
        image=picture(view, doc, page),
        organizer=organisations(view, facts.organisers),
        performer=_speakers(view, facts),
        funder=organisations(view, facts.funders),
        audience=thing("Audience", audienceType=view.say.plain(facts.audience)) if facts.audience else None,
        maximumAttendeeCapacity=facts.registration.capacity if facts.registration else None,
        isAccessibleForFree=_free(priced),
        offers=priced,
        about=tuple(thing("Thing", name=each.title.words) for each in doc.topics),
    )


def _at(at: date | datetime) -> str:
    """A day, or an instant with its offset (ISO 8601)."""
    return at.isoformat("T", "seconds") if isinstance(at, datetime) else at.isoformat()


def _status(facts: Event) -> str:
    moved = facts.previous_start is not None and facts.status in ("confirmed", "tentative")
    return "EventRescheduled" if moved else STATUSES[facts.status]


def _attendance(facts: Event) -> str:
    if facts.online:
        return "MixedEventAttendanceMode" if facts.venue else "OnlineEventAttendanceMode"
    return "OfflineEventAttendanceMode"


def _locations(view: View, facts: Event) -> tuple[Value, ...]:
    """Where it takes place; an event whose place is not known yet is at the words that say so."""
    found: list[Value] = []
    if facts.venue:
        found.append(_place(view, facts.venue))
    if facts.online:
        name = view.say.plain(facts.online.title) if facts.online.title else ""
        found.append(thing("VirtualLocation", url=facts.online.url, name=name))
    if not found:
        words = view.catalogue.gettext("The place is not known yet")
        found.append(thing("Place", name=words, address=words))
    return tuple(found)


def _place(view: View, venue: Venue) -> Thing:
    name = ", ".join(view.say.plain(each) for each in (venue.name, venue.room) if each)
    address = thing(
        "PostalAddress",
        streetAddress=venue.street,
        postalCode=venue.postcode,
        addressLocality=view.say.plain(venue.city) if venue.city else "",
        addressCountry=venue.country,
    )
    there = venue.latitude is not None and venue.longitude is not None
    geo = thing("GeoCoordinates", latitude=venue.latitude, longitude=venue.longitude) if there else None
    return thing("Place", name=name, address=address if address.properties else name, geo=geo, url=venue.url)


def _offer(view: View, facts: Event, doc: Common, page: Page) -> Thing | None:
    """What taking part costs, for as long as one can sign up."""
    registration = facts.registration
    if registration is None or registration.price is None:
        return None
    if view.registration(doc.ref).state not in ("open", "closing"):
        return None
    words = view.say.plain(registration.price)
    price = read_price(words, (facts.venue.country if facts.venue else None) or _country(facts))
    return thing(
        "Offer",
        description=words,
        price=str(price.amount) if price else "",
        priceCurrency=price.currency if price else "",
        availability=SCHEMA + "InStock",
        validFrom=str(facts.published or ""),
        url=registration.url or view.absolute(page.address),
    )


def _country(facts: Event) -> str:
    return facts.countries[0] if len(facts.countries) == 1 else ""


def _free(offer: Thing | None) -> bool | None:
    return True if offer and dict(offer.properties).get("price") == "0" else None


def _speakers(view: View, facts: Event) -> tuple[Thing, ...]:
    """Those who speak in the programme, each once."""
    told = [each for item in facts.programme for each in parties(view, item.speakers)]
    found = (speaker(view, each) for each in told)
    return tuple(dict.fromkeys(each for each in found if each))
