"""What readers of a language get: the frame of every page, and what is told of one document. All are questions."""

from urllib.parse import urlsplit

from sitegen.foundation.digest import Digest, digest_value
from sitegen.graph.addresses import SECTIONS, section
from sitegen.graph.answers import Card, Edition, Frame, Link, Recorded, Said, Shown, Stated
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.body import Body
from sitegen.model.config import Statement
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.model.words import Text


def frame(site: Site, lang: str) -> Frame:
    """What every page of a language needs to know."""
    config, settings = site.config, site.config.settings
    pages = [entity for entity in site.of_kind("page") if getattr(entity.facts, "nav", None) is not None]
    return Frame(
        title=_said(site, settings.title, lang),
        description=_said(site, settings.description, lang) if settings.description else None,
        base=config.base,
        prefix=urlsplit(config.base).path,
        zone=site.zone,
        languages=config.tags,
        reading_order=config.reading_order(lang),
        reads=config.reads(lang),
        sections=tuple((name, section(config, name, lang)) for name in sorted(SECTIONS)),
        pages=tuple(entity.ref for entity in sorted(pages, key=lambda each: (each.facts.nav, each.ref))),  # type: ignore[attr-defined]
        publisher=settings.publisher,
        repository=settings.repository or "",
        time_separator=dict(config.time_separator).get(lang, ""),
        logo=(settings.look and settings.look.logo) or "mark.svg",
        statements=_stated(settings.statements),
    )


def _stated(statements: tuple[Statement, ...]) -> tuple[Stated, ...]:
    """The accessibility statements by where they are, in the order in which the site names them."""
    countries: dict[tuple[str, Ref | None], tuple[str, ...]] = {}
    for each in statements:
        where = (each.url or "", each.page)
        countries[where] = (*countries.get(where, ()), each.country)
    return tuple(Stated(codes, url, page) for (url, page), codes in countries.items())


def facts(site: Site, ref: str) -> Facts:
    """The facts of a document with its words in all languages."""
    return _entity(site, ref).facts


def facts_digest(site: Site, ref: str) -> Digest:
    return _entity(site, ref).digest


def link(site: Site, ref: str, lang: str) -> Link | None:
    """Where a reader of `lang` gets to a document; None for a draft."""
    entity = site.entities.get(Ref.of(ref))
    if entity is None:
        return None
    words_lang, _ = site.standing(entity, lang)
    page_lang = lang if site.has_page(entity, lang) else words_lang
    return Link(site.addresses[entity.ref, page_lang], _said(site, entity.facts.label, lang), page_lang)


def card(site: Site, ref: str, lang: str) -> Card | None:
    """What lists show of a document; None for a draft."""
    where = link(site, ref, lang)
    if where is None:
        return None
    entity = _entity(site, ref)
    known = entity.facts
    words_lang, standing = site.standing(entity, lang)
    event = known if isinstance(known, Event) else None
    place = (event.venue.city or event.venue.name) if event and event.venue else None
    return Card(
        ref=entity.ref,
        link=where,
        summary=_said(site, known.summary, lang) if known.summary else None,
        words_lang=words_lang,
        standing=standing,
        status=str(getattr(known, "status", "")),
        when=event.told(event.period(site.zone)) if event else None,
        zone=(event.timezone or site.zone) if event else "",
        place=_said(site, place, lang) if place else None,
        online=bool(event and event.online),
        published=str(known.published or ""),
        updated=str(known.updated or ""),
    )


def shown(site: Site, ref: str, lang: str) -> Shown:
    """Which text of a document a page of `lang` shows."""
    entity = _entity(site, ref)
    words_lang, standing = site.standing(entity, lang)
    version = _version(entity, words_lang)
    return Shown(
        lang=version.lang,
        standing=standing,
        original_address=site.addresses[entity.ref, words_lang],
        translated_from=version.translates,
        path=version.path,
    )


def body(site: Site, ref: str, lang: str) -> Body:
    """The text of a document that a page of `lang` shows."""
    return site.load_body(body_digest(site, ref, lang))


def body_digest(site: Site, ref: str, lang: str) -> Digest:
    entity = _entity(site, ref)
    return Digest(_version(entity, site.standing(entity, lang)[0]).outline.digest)


def blocks(site: Site, ref: str, lang: str) -> tuple[str, ...]:
    """The blocks that the text puts in a place of its own, so that the page leaves them out elsewhere."""
    entity = _entity(site, ref)
    return _version(entity, site.standing(entity, lang)[0]).outline.blocks


def anchor(site: Site, ref: str, lang: str, anchor: str) -> str:
    """The anchor of a heading in the text that a page of `lang` shows; empty if that has no such heading.

    `anchor` may be that of the heading in any language: translations with as many headings have it at the
    same place.
    """
    entity = _entity(site, ref)
    shown = [heading.anchor for heading in _version(entity, site.standing(entity, lang)[0]).outline.headings]
    if anchor in shown:
        return anchor
    for version in entity.versions:
        others = [heading.anchor for heading in version.outline.headings]
        if anchor in others and len(others) == len(shown):
            return shown[others.index(anchor)]
    return ""


def editions(site: Site, ref: str) -> tuple[Edition, ...]:
    """The pages of a document in all languages that have one, in the site's order."""
    entity = _entity(site, ref)
    return tuple(
        Edition(lang, site.addresses[entity.ref, lang], site.standing(entity, lang)[1])
        for lang in site.config.tags
        if site.has_page(entity, lang)
    )


def recorded(site: Site, uid: str, fingerprint: str) -> Recorded:
    """What the ledger of the calendars has of an entry whose bytes now have this fingerprint."""
    revision = site.ledger.revisions.get(uid)
    current = revision is not None and revision.fingerprint == fingerprint
    return Recorded(revision, current, site.ledger.there)


def recorded_digest(site: Site, uid: str, fingerprint: str) -> Digest:
    known = site.ledger.revisions.get(uid)
    if known is None:
        return Digest(f"unrecorded {site.ledger.there}")
    return digest_value((known, known.fingerprint == fingerprint, site.ledger.there))


def _entity(site: Site, ref: str) -> Entity:
    return site.entities[Ref.of(ref)]


def _version(entity: Entity, lang: str) -> Version:
    return entity.version(lang) if lang in entity.langs else entity.source


def _said(site: Site, text: Text, lang: str) -> Said:
    found, words = text.in_order(site.config.reading_order(lang))
    return Said(words, found)
