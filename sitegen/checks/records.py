"""Records that every kind has and whose fields go together: contacts, notices, pictures, summaries."""

from collections.abc import Iterator

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.model.problems import report
from sitegen.model.records import Image
from sitegen.model.reference import ID

LONGEST_SUMMARY = 300
PICTURES = ("image", "photo", "logo")


def check_records(site: Site) -> Iterator[Diagnostic]:
    for entity in site.entities.values():
        yield from _contacts(entity)
        yield from _notices(entity)
        yield from _pictures(entity)
        yield from _words(entity)


def _contacts(entity: Entity) -> Iterator[Diagnostic]:
    for index, contact in enumerate(entity.facts.contacts):
        if (contact.person is None) == (contact.organisation is None):
            paths = (f"contacts/{index}/{name}" for name in ("person", "organisation", "role", "country", "until"))
            yield report("contact-form", entity.place(*paths, "contacts"))


def _notices(entity: Entity) -> Iterator[Diagnostic]:
    for index, notice in enumerate(entity.facts.notices):
        named = [bool(notice.ted), bool(notice.doffin), bool(notice.url and notice.title)]
        if named.count(True) != 1:
            paths = (f"notices/{index}/{name}" for name in ("ted", "doffin", "url", "title"))
            yield report("notice-form", entity.place(*paths, "notices"))


def _pictures(entity: Entity) -> Iterator[Diagnostic]:
    for name in PICTURES:
        picture = getattr(entity.facts, name, None)
        if isinstance(picture, Image) and not picture.alt and not picture.decorative:
            yield report("no-alt", entity.place(f"{name}/src", name))


def _words(entity: Entity) -> Iterator[Diagnostic]:
    for lang, words in entity.facts.slug.entries if entity.facts.slug else ():
        if not ID.fullmatch(words):
            yield report("slug", entity.place_of("slug", lang), value=words)
    for lang, words in entity.facts.summary.entries if entity.facts.summary else ():
        if len(words) > LONGEST_SUMMARY:
            yield report("long-summary", entity.place_of("summary", lang), length=len(words))
