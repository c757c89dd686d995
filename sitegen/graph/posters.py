"""The card that stands for a page where others link to it: what is written on it, and where it is.

Its address is made of what is written, so that whoever keeps it fetches another one when the words change; and of
nothing else, so that it is not drawn anew when the text below the title does.
"""

from collections.abc import Iterator

from sitegen.foundation.digest import digest_value
from sitegen.graph.depictions import Poster
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.reference import Ref
from sitegen.model.words import Text

KINDS = frozenset({"event", "news", "page", "project"})
"""Kinds whose documents have cards of their own: those that people pass on. The site's card stands for the others."""

RECIPE = 1
"""Goes up whenever the same words give another drawing, so that its address is another."""

BAND, MARK = "#083f3a", "#f2b84b"
"""The colours of the ground and of the ornaments, unless the site has others."""


def poster(site: Site, ref: str, lang: str) -> Poster | None:
    """The card of a document's page, or of the site where `ref` is empty; None where nothing can be drawn.

    A page that shows the words of another language has the card of that language.
    """
    if not site.draws:
        return None
    entity = site.entities.get(Ref.of(ref)) if ref else None
    if entity is None or entity.ref.kind not in KINDS:
        return _placed(site, f"media/cards/{lang}", lang, "", "", site.config.settings.title)
    of = site.standing(entity, lang)[0]
    return site.once(("poster", entity.ref, of), lambda: _of(site, entity, of))


def posters(site: Site) -> Iterator[tuple[str, str]]:
    """The cards that there are: the document, or nothing for the site's, and the language."""
    if site.draws:
        for lang in site.config.tags:
            yield "", lang
        for entity in site.entities.values():
            if entity.ref.kind in KINDS:
                yield from ((entity.name, lang) for lang in _languages(site, entity))


def _languages(site: Site, entity: Entity) -> list[str]:
    """Those in which a document has words of its own."""
    return [lang for lang in site.config.tags if site.standing(entity, lang)[1] == "own"]


def _of(site: Site, entity: Entity, lang: str) -> Poster:
    """The card of a document in a language."""
    known, ref = entity.facts, entity.ref
    status, day = str(getattr(known, "status", "")), str(known.published or "")
    event = known if isinstance(known, Event) else None
    return _placed(site, f"media/{ref.kind}/{ref.id}/{lang}", lang, ref.kind, status, known.label, event, day)


def _placed(
    site: Site, stem: str, lang: str, kind: str, status: str, title: Text, event: Event | None = None, day: str = ""
) -> Poster:
    look = site.config.settings.look
    order = site.config.reading_order(lang)
    words = (
        lang,
        kind,
        status,
        title.in_order(order)[1],
        event.told(event.period(site.zone)) if event else None,
        day,
        site.config.settings.title.in_order(order)[1],
        (look and look.band) or BAND,
        (look and look.mark) or MARK,
        (event.timezone or site.zone) if event else "",
    )
    separator = dict(site.config.time_separator).get(lang, "")
    return Poster(f"{stem}.{digest_value((words, separator, RECIPE))[:8]}.png", *words)
