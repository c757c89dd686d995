"""What the small portals are made of: every choice is a place in one of these tables, so that a portal is numbers."""

from typing import Any

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
    "publisher": (None, "etaten", "byen"),
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
