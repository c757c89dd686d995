"""How a calendar is subscribed to: the links that apps know, and the calendars that there are, in groups."""

from dataclasses import dataclass
from typing import cast
from urllib.parse import quote

from sitegen.graph.answers import Calendar
from sitegen.graph.calendars import ALL, COUNTRY, DEADLINES, SERIES, YEAR
from sitegen.kinds import BY_NAME
from sitegen.model.problems import N_
from sitegen.model.reference import Ref
from sitegen.render.agenda.subject import subject
from sitegen.render.view import View

GOOGLE = "https://calendar.google.com/calendar/r?cid={}"
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb?url={}&name={}"
OFFICE = "https://outlook.office.com/calendar/0/addfromweb?url={}&name={}"

GROUPS = {
    "topic": N_("By topic"),
    "organisation": N_("By organisation"),
    "person": N_("By person"),
    "project": N_("By project"),
    COUNTRY: N_("By country"),
    SERIES: N_("By series"),
}
"""Groups of calendars in the order in which the page has them, each with its heading."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A calendar that can be subscribed to: its name, the language of that (empty: the reader's), and its plain
    address `url`; the others are what apps open.
    """

    name: str
    lang: str
    url: str
    webcal: str
    google: str
    outlook: str
    office: str


@dataclass(frozen=True, slots=True)
class Group:
    """Calendars of one sort; `label` is a message."""

    label: str
    calendars: tuple[Subscription, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """All that can be subscribed to: the main calendars, groups, and what is only to be downloaded."""

    main: tuple[Subscription, ...]
    groups: tuple[Group, ...]
    archive: tuple[Subscription, ...]


def offer(view: View) -> Offer:
    """The calendars of the view's language."""
    found = cast("tuple[Calendar, ...]", view.lens("calendars", view.lang))
    main = tuple(_subscription(each, view) for each in found if each.scope in (ALL, DEADLINES))
    groups = (Group(label, _group(found, sort, view)) for sort, label in GROUPS.items())
    archive = sorted(_group(found, YEAR, view), key=lambda each: each.url, reverse=True)
    return Offer(main, tuple(each for each in groups if each.calendars), tuple(archive))


def _group(found: tuple[Calendar, ...], sort: str, view: View) -> tuple[Subscription, ...]:
    """The calendars of a sort by name, in the reader's order."""
    made = [_subscription(each, view) for each in found if each.scope.startswith(f"{sort}:")]
    return tuple(sorted(made, key=lambda each: (view.say.order(each.name), each.url)))


def _subscription(each: Calendar, view: View) -> Subscription:
    url, name = view.absolute(each.address), subject(each.scope, view)
    webcal = f"webcal://{url.partition('://')[2]}"
    whole = quote(url, safe="")
    called = quote(f"{view.frame.title.words}: {name}", safe="")
    return Subscription(
        name=name,
        lang=_lang(each.scope, view),
        url=url,
        webcal=webcal,
        google=GOOGLE.format(quote(webcal, safe="")),
        outlook=OUTLOOK.format(whole, called),
        office=OFFICE.format(whole, called),
    )


def _lang(scope: str, view: View) -> str:
    """The language of a document's name, where it is not the reader's."""
    link = view.link(Ref.of(scope)) if scope.partition(":")[0] in BY_NAME else None
    return view.say.foreign(link.title.lang) if link else ""
