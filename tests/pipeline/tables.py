"""What the small portals are made of: every choice is a place in one of these tables, so that a portal is numbers.

Each alternative of a group of facts is a mapping of fields; the first one is mostly empty. References are
`Named`: one that leads nowhere is left out when the portal is written down.
"""

from typing import Any, NamedTuple

LANGS = ("nb", "nn", "sv", "da")
NEUTRAL = ""
KINDS = ("event", "news", "project", "page", "person", "organisation", "topic")
FOLDERS = {
    **{kind: f"{kind}s" for kind in KINDS},
    "news": "news",
    "person": "people",
}
NEUTRAL_KINDS = frozenset({"person", "organisation", "topic"})
SHARED = "delt"
"""An id that documents of several kinds may have, so that a bare reference to it can change its meaning."""

PLACES = (
    *(("event", name) for name in ("mote", "mote-2", "seminar", SHARED, "fritt")),
    *(("news", name) for name in ("nytt", "nytt-2", "nytt-3", SHARED)),
    *(("project", name) for name in ("prosjekt", SHARED)),
    *(("page", name) for name in ("om", "personvern")),
    *(("person", name) for name in ("anna", "ole")),
    *(("organisation", name) for name in ("etaten", "byen")),
    *(("topic", name) for name in ("miljo", "bygg", "helse")),
)
"""All documents that there can be."""

TITLES = ("Åpent møte", "Øvelse", "Ægte sommer", "Zebra & <co>", "“Sitat”", "Åpent mote")
SUMMARIES = ("", "En kort tekst.", "En annen tekst: med kolon.", "Enda en; med tegn, og sånt.", "Lang " * 65)
SLUGS = ("", "{id}-vei", "felles-vei")
ALIASES: tuple[tuple[str, ...], ...] = (
    (),
    ("/gammel/{id}-{lang}/",),
    ("/gammel/felles/",),
    ("/gammel/{id}-{lang}.html", "/eldre/{id}-{lang}/"),
)
BODIES = (
    "",
    "Noen ord.",
    "Andre ord.\n\n## Program\n\n- ett\n- to",
    "Se {link:event:mote} og {link:news:nytt#program}.",
    "{title:event:seminar} og {title:organisation:etaten}, {title:topic:miljo}.",
    "{path:event:mote} ved {path:project:prosjekt}.",
    "{image}\n\nMed {file}.",
    "{block:programme}\n\nEtter.",
    "Ord med note.[^1]\n\n[^1]: Noten om {link:person:anna}.",
    "| a | b |\n|---|---|\n| 1 | {link:event:delt} |",
    "### Et nivå for mye\n\nOrd.",
    "::: quote Anna, Etaten\nEt sitat.\n:::",
)
"""Some say the same words in another way, some warn, some name what may not be there."""


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
        "organisers": ({}, {"organisers": [_bare("organisation:etaten")]}, {"organisers": [_bare("organisation:byen")]}),
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
        "organisation": ({}, {"organisation": _bare("organisation:etaten")}, {"organisation": _bare("organisation:byen")}),
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
        "description": ({}, {"description": "Om *emnet*."}, {"description": Said("Én", "Två")}),
        "broader": ({}, {"broader": _bare("topic:miljo")}),
    },
}

CONFIG: dict[str, tuple[Any, ...]] = {
    "title": (
        {"nb": "Portalen", "nn": "Portalen", "sv": "Portalen", "da": "Portalen"},
        {"nb": "Avisa", "nn": "Portalen", "sv": "Portalen", "da": "Portalen"},
        {"nb": "Portalen", "sv": "Tidningen"},
    ),
    "url": ("https://example.org/", "https://example.org/under/", "https://annen.example/"),
    "timezone": ("Europe/Oslo", "Europe/Helsinki", "Pacific/Auckland"),
    "fallback_pages": (None, False),
    "languages": (
        {"nb": {"reads": ["nn"], "fallback": ["da", "sv"]}, "nn": {"reads": ["nb"]}, "sv": {}, "da": {}},
        {"nb": {"fallback": ["sv", "da"]}, "nn": {"reads": ["nb"]}, "sv": {}, "da": {"fallback": ["sv"]}},
        {"sv": {}, "da": {"reads": ["nb"]}, "nb": {"reads": ["nn", "da"]}, "nn": {"reads": ["nb"]}},
        {"nb": {"reads": ["nn"]}, "nn": {"reads": ["nb"]}, "sv": {}},
        {"nb": {"reads": ["nn"]}, "nn": {"reads": ["nb"]}, "sv": {}, "da": {}, "en": {"fallback": ["nb"]}},
        {"nb": {}, "sv": {"fallback": ["nb"]}},
    ),
    "publisher": (None, _bare("organisation:etaten"), _bare("organisation:byen")),
    "url_words": (None, {"event": {"nb": "hendelser"}}, {"event": {"nb": "treff"}, "deadlines": {"sv": "frist"}}),
    "description": (None, "En portal.", {"nb": "En portal.", "sv": "En annan."}),
    "repository": (None, "https://example.com/kode"),
}

MOMENTS = (
    "2025-10-26T00:30:00",
    "2025-12-01T10:59:59",
    "2025-12-01T11:00:00",
    "2025-12-31T23:30:00",
    "2026-02-28T23:00:00",
    "2026-03-29T00:59:00",
    "2026-05-09T09:00:00",
    "2026-05-10T22:00:00",
    "2026-06-08T13:00:00",
    "2027-01-01T00:00:00",
)
"""Instants (UTC) at which a portal may be built, around the days that its documents name."""

_REVISION = "2026-01-01T10:00:00Z 2025-01-01T10:00:00Z"
LEDGERS = (
    "",
    f"entry event-mote@example.org 3 {_REVISION} {'0' * 32}\n",
    f"entry event-mote@example.org 4 {_REVISION} {'1' * 32}\nentry event-fritt@example.org 1 {_REVISION} {'0' * 32}\n",
    "feed nb/temaer/miljo/kalender.ics topic:miljo\nfeed nb/temaer/helse/kalender.ics topic:helse\n",
)
"""What is recorded of calendar entries and feeds."""

OWN_ASSETS = ("eget.css", "bilder/eget.svg")
OWN_TEMPLATE = "deler/egen.html"
MESSAGES = ("Events", "Deadlines", "Cancelled:", "Registration deadline", "Contact", "This page has moved")
BREAKAGES = ("yaml", "utf-8", "dangling", "config", "template", "include", "catalogue", "undefined", "case")
"""Ways to break a site so that it cannot be built."""
