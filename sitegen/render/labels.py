"""What the interface calls kinds, statuses, roles and sorts of links: their English, to be translated.

Knows no grammar: each label stands alone, as a heading, a badge or before a colon.
"""

from collections.abc import Mapping

from sitegen.model.problems import N_

KINDS: Mapping[str, str] = {
    "event": N_("Events"),
    "news": N_("News"),
    "project": N_("Projects"),
    "topic": N_("Topics"),
    "organisation": N_("Organisations"),
    "person": N_("People"),
    "page": N_("Pages"),
}
"""Kinds in the order in which pages list what is tied to a document; also the names of sections."""

COMING, EARLIER = N_("Coming events"), N_("Earlier events")
"""Events where those that are over are told from those that are not."""

POSTERS: Mapping[str, str] = {"event": N_("Event"), "news": N_("News"), "project": N_("Project"), "page": ""}
"""What the card of a document says that it is; nothing of a page about the site."""

SECTIONS: Mapping[str, str] = {
    **KINDS,
    "calendar": N_("Subscribe to calendars"),
    "country": N_("Countries"),
    "search": N_("Search"),
}
"""What the pages of sections are called."""

NAVIGATION = ("event", "news", "project", "topic", "organisation", "person")
"""The sections that every page leads to."""

EVENT_STATUSES: Mapping[str, str] = {
    "confirmed": N_("As planned"),
    "tentative": N_("Not yet confirmed"),
    "postponed": N_("Postponed"),
    "cancelled": N_("Cancelled"),
}
OFF = frozenset({"postponed", "cancelled"})
"""Statuses of events that do not take place on the day that they have."""

EVENT_BANNERS: Mapping[str, str] = {
    "tentative": N_("This event is not confirmed yet."),
    "postponed": N_("This event has been postponed."),
    "cancelled": N_("This event has been cancelled."),
}
PROJECT_STATUSES: Mapping[str, str] = {
    "idea": N_("Idea"),
    "planning": N_("Planning"),
    "dialogue": N_("Dialogue with the market"),
    "procurement": N_("Procurement under way"),
    "contract": N_("Contract"),
    "completed": N_("Completed"),
    "cancelled": N_("Called off"),
}
STEP_STATUSES: Mapping[str, str] = {
    "done": N_("Done"),
    "current": N_("Under way"),
    "planned": N_("Planned"),
}
LINKS: Mapping[str, str] = {
    "register": N_("Sign up"),
    "stream": N_("Watch live"),
    "recording": N_("Recordings"),
    "document": N_("Documents"),
    "notice": N_("Notices"),
    "read-more": N_("More information"),
}
"""Sorts of links in the order in which pages show them."""

ROLES: Mapping[str, str] = {
    "organisers": N_("As organiser"),
    "lead": N_("As project lead"),
    "speakers": N_("As speaker"),
    "authors": N_("As author"),
    "partners": N_("As partner"),
    "steering": N_("On the steering group"),
    "funders": N_("As funder"),
    "contacts": N_("As contact"),
    "projects": N_("Part of the project"),
    "about": N_("About this"),
    "process": N_("As a step in the process"),
    "organisation": N_("In the organisation"),
    "parent": N_("Its units"),
    "broader": N_("Narrower topics"),
    "topics": N_("On this topic"),
    "related": N_("Related"),
    "mentions": N_("Mention this"),
}
"""In which role a document names another, as its page says it, in the order in which it does."""

COUNTRY_ROLES: Mapping[str, str] = {
    "venue": N_("Take place here"),
    "partners": N_("With partners from here"),
    "countries": N_("About the country"),
    "country": N_("Based here"),
    "contacts": N_("Contacts for the country"),
}
"""In which role a document belongs to a country, in the order in which its page says it."""

COLOURS: Mapping[str, str] = {
    **dict.fromkeys(("tentative", "postponed", "closing", "current", "dialogue", "procurement"), "warning"),
    **dict.fromkeys(("done", "completed", "contract", "open"), "success"),
    "cancelled": "danger",
}
"""The colour that goes with a state; others have none of their own."""

FREQUENCIES: Mapping[str, str] = {
    "DAILY": N_("Every day"),
    "WEEKLY": N_("Every week"),
    "MONTHLY": N_("Every month"),
    "YEARLY": N_("Every year"),
}
"""How often an event is repeated (FREQ, RFC 5545 §3.3.10)."""

EVERY_OTHER: Mapping[str, str] = {
    "DAILY": N_("Every other day"),
    "WEEKLY": N_("Every other week"),
    "MONTHLY": N_("Every other month"),
    "YEARLY": N_("Every other year"),
}
"""The same where the interval is two."""

INTERVALS: Mapping[str, str] = {
    "DAILY": N_("Every %(count)s days"),
    "WEEKLY": N_("Every %(count)s weeks"),
    "MONTHLY": N_("Every %(count)s months"),
    "YEARLY": N_("Every %(count)s years"),
}
"""The same where the interval is three or more."""

ORDINALS: Mapping[str, str] = {
    "1": N_("first %(day)s"),
    "2": N_("second %(day)s"),
    "3": N_("third %(day)s"),
    "4": N_("fourth %(day)s"),
    "5": N_("fifth %(day)s"),
    "-1": N_("last %(day)s"),
}
"""Which of its weekday in the month a day is, after "Every month:"."""

DAYS_OF_MONTH = N_("day %(days)s of the month")
"""The days of the month by their numbers: "1. og 15."."""


STATUSES: Mapping[str, Mapping[str, str]] = {"event": EVENT_STATUSES, "project": PROJECT_STATUSES}
"""The statuses of the kinds that have one."""


def status(kind: str, value: str) -> str:
    """The label of a status as lists show it; empty where there is nothing to tell."""
    if kind == "event":
        return EVENT_STATUSES[value] if value != "confirmed" else ""
    return PROJECT_STATUSES[value] if kind == "project" else ""
