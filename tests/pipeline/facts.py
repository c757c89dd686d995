"""The facts of documents in tables: for each group of fields of a kind, the alternatives that a document chooses from.

Each alternative is a mapping of fields; the first one is mostly empty. References are `Named`: one that leads
nowhere is left out when the portal is written down.
"""

from typing import Any, NamedTuple

from .tables import SHARED


class Named(NamedTuple):
    """A reference: to a kind and an id; with no kind, a bare id that must be unique."""

    kind: str
    id: str
    whole: bool = False


class Said(NamedTuple):
    """Words by language in a language-neutral document; elsewhere the first ones alone."""

    nb: str
    da: str


def _ref(text: str) -> Named:
    kind, _, name = text.rpartition(":")
    return Named(kind, name, True)


def _bare(text: str) -> Named:
    kind, _, name = text.rpartition(":")
    return Named(kind, name)


Group = tuple[dict[str, Any], ...]
COMMON: dict[str, Group] = {
    "draft": ({}, {}, {}, {"draft": True}),
    "topics": (
        {},
        {"topics": [_bare("topic:miljo")]},
        {"topics": [_bare("topic:miljo"), _bare("topic:bygg")]},
        {"topics": [_bare("topic:bygg"), _bare("topic:miljo"), _bare("topic:helse")]},
    ),
    "related": (
        {},
        {"related": [_bare(SHARED)]},
        {"related": [_ref("event:mote"), _ref("news:nytt")]},
        {"related": [_ref("project:prosjekt"), _bare("seminar")]},
    ),
    "expires": ({}, {}, {"expires": "2026-03-01"}, {"expires": "2026-05-10"}),
    "updated": ({}, {"updated": "2026-01-02"}, {"updated": "2026-01-03"}),
    "contacts": (
        {},
        {"contacts": [_bare("person:anna")]},
        {"contacts": [{"person": _bare("person:ole"), "role": "Leder", "until": "2026-03-31"}]},
        {"contacts": [{"organisation": _bare("organisation:etaten"), "until": "2026-05-09"}]},
    ),
    "links": ({}, {"links": [{"title": "Les", "url": "https://example.com/les"}]}),
    "image": (
        {},
        {"image": {"src": "bilde.png", "decorative": True}},
        {"image": {"src": "bilde.png", "alt": "Et bilde"}},
    ),
    "extra": ({}, {"x-farge": "rød"}, {"x-farge": "blå"}),
    "countries": ({}, {"countries": ["NO"]}, {"countries": ["SE", "NO"]}),
}
_PROGRAMME: Group = (
    {},
    {"programme": [{"key": "apning", "title": "Åpning"}, {"key": "slutt", "title": "Slutt"}]},
    {"programme": [{"key": "slutt", "title": "Slutt"}, {"key": "apning", "title": "Åpning", "prose": "*Velkommen*"}]},
    {"programme": [{"key": "apning", "title": "Åpning", "speakers": [_bare("person:anna")]}]},
)
GROUPS: dict[str, dict[str, Group]] = {
    "event": {
        **COMMON,
        "when": (
            {"start": "2026-05-09 10:00", "end": "2026-05-09 15:00"},
            {"start": "2026-05-09", "end": "2026-05-10"},
            {"start": "2026-03-29 10:00"},
            {"start": "2026-01-01 00:30", "timezone": "Pacific/Auckland"},
            {"start": "2026-05-09 10:00", "end": "2026-05-09 15:00", "timezone": "Europe/Helsinki"},
            {"start": "2026-02-03 09:00", "repeats": {"rule": "FREQ=WEEKLY", "until": "2026-03-31"}},
            {"start": "2026-01-01", "programme": [{"title": "Slipp", "start": "10:00", "calendar": True}]},
            {"start": "2026-05-09 09:00", "end": "2026-05-09 14:00"},
        ),
        "status": (
            {},
            {},
            {"status": "cancelled"},
            {"status": "postponed", "status_note": "Ny dag kommer."},
            {"status": "tentative"},
        ),
        "registration": (
            {},
            {"registration": {"deadline": "2025-12-01 12:00"}},
            {"registration": {"deadline": "2025-12-20"}},
            {"registration": {"price": "100 kr"}},
        ),
        "deadlines": (
            {},
            {"deadlines": [{"title": "Innlegg", "at": "2025-11-01"}]},
            {"deadlines": [{"key": "b", "title": "B", "at": "2025-11-02 12:00"}, {"title": "A", "at": "2025-11-02"}]},
        ),
        "where": (
            {},
            {"venue": {"name": "Rådhuset", "city": "Hamar", "country": "NO"}},
            {"venue": {"name": "Rådhuset", "room": "2", "city": "Bodø", "latitude": 67.28, "longitude": 14.4}},
            {"venue": {"name": Said("Salen", "Salongen"), "room": Said("To", "Två")}},
            {"venue": {"name": Said("Salen", "Salongen"), "room": Said("To", "Tvåan")}},
            {"online": {"url": "https://example.com/strom", "title": "Strøm"}},
        ),
        "programme": _PROGRAMME,
        "organisers": (
            {},
            {"organisers": [_bare("organisation:etaten")]},
            {"organisers": [_bare("organisation:byen")]},
        ),
        "projects": ({}, {"projects": [_bare("project:prosjekt")]}, {"projects": [_bare(f"project:{SHARED}")]}),
        "series": ({}, {"series": "rekke"}, {"series": "rekke-2"}),
        "uid": ({}, {"uid": "gammel-uid@example.org"}),
    },
    "news": {
        **COMMON,
        "published": ({"published": "2026-01-01"}, {"published": "2026-02-01"}, {"published": "2025-12-31"}),
        "authors": ({}, {"authors": [_ref("person:anna")]}, {"authors": [_bare("byen"), _bare("ole")]}),
        "about": ({}, {"about": [_bare(SHARED)]}, {"about": [_ref("event:mote"), _ref("project:prosjekt")]}),
    },
    "project": {
        **COMMON,
        "status": ({"status": "planning"}, {"status": "dialogue"}, {"status": "completed"}),
        "lead": ({}, {"lead": [_bare("organisation:etaten")]}),
        "partners": ({}, {"partners": [{"organisation": _bare("organisation:byen"), "role": "Pilot"}]}),
        "steering": ({}, {"steering": ["Rådet for alt", _bare("organisation:etaten")]}),
        "process": (
            {},
            {"process": [{"title": "Start", "status": "done"}, {"title": "Møte", "event": _bare("event:mote")}]},
            {"process": [{"title": "Start", "status": "current", "date": "2026-01-01", "prose": "Ord."}]},
        ),
    },
    "page": {**COMMON, "nav": ({}, {"nav": 1}, {"nav": 2})},
    "person": {
        **COMMON,
        "role": ({}, {"role": "Rådgiver"}, {"role": Said("Sjef", "Chef")}, {"role": Said("Leder", "Chef")}),
        "organisation": (
            {},
            {"organisation": _bare("organisation:etaten")},
            {"organisation": _bare("organisation:byen")},
        ),
        "email": ({}, {"email": "anna@example.org"}, {"email": "post@example.org"}),
    },
    "organisation": {
        **COMMON,
        "short": ({}, {"short_name": "E"}, {"short_name": Said("Eb", "Ed")}, {"short_name": Said("Ec", "Ed")}),
        "parent": ({}, {"parent": _bare("organisation:etaten")}),
        "country": ({}, {"country": "NO"}, {"country": "DK"}),
    },
    "topic": {
        **COMMON,
        "description": (
            {},
            {"description": "Om *emnet*."},
            {"description": Said("Én", "Två")},
            {"description": Said("Två", "Én")},
        ),
        "broader": ({}, {"broader": _bare("topic:miljo")}),
    },
}
