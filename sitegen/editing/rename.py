"""A document under a new id: its files moved, all that names it rewritten, its old addresses and its identity kept."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from sitegen.content.configuration import PATH, publisher_reference
from sitegen.content.ledger import PATH as LEDGER
from sitegen.content.parse import parse
from sitegen.editing.documents import refs_of, texts_of
from sitegen.editing.fields import add_items, drop_items, fields_of, set_field
from sitegen.editing.plan import Plan
from sitegen.editing.references import Renaming, mentions_rewritten
from sitegen.editing.refusal import Refusal
from sitegen.editing.scalars import scalar
from sitegen.editing.written import Change, Written
from sitegen.foundation.digest import Digest, digest_bytes
from sitegen.graph.addresses import document_address
from sitegen.graph.entity import Entity
from sitegen.graph.identities import event_uid
from sitegen.graph.references import Index
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.document import Document, Source
from sitegen.model.problems import N_
from sitegen.model.reference import ID, Ref, Reference
from sitegen.model.wording import moved
from sitegen.pipeline.load import Held


@dataclass(frozen=True, slots=True)
class Move:
    """From which name to which, and where the files of the document go."""

    old: Ref
    new: Ref
    paths: Mapping[str, str]

    def path(self, path: str) -> str:
        return self.paths.get(path, path)


def plan_rename(held: Held, site: Site, old: Ref, new_id: str) -> Plan:
    """What a renaming writes. `site` is that of `held`, and free of errors. Raises `Refusal`."""
    move = _move(held, old, new_id)
    languages, known = site.config.tags, refs_of(held.content)
    renaming = Renaming(old, move.new, Index(known, ()), Index((known - {old}) | {move.new}, ()))
    changes: dict[str, list[Change]] = {}
    for source in held.content.sources:
        found = mentions_rewritten(source.data, renaming, partial(_references, move.path(source.path), languages))
        changes.setdefault(source.path, []).extend(found)
    _keep_sources(held, changes, move, languages)
    if entity := site.entities.get(old):
        _keep_addresses(held, changes, site, entity, move.new)
        _keep_identity(held, changes, site, entity)
    data = {source.path: source.data for source in held.content.sources}
    writes = {move.path(path): Written(data[path]).changed(found) for path, found in sorted(changes.items()) if found}
    return Plan({**writes, **dict(_beside(held, renaming))}, dict(sorted(move.paths.items())))


def _move(held: Held, old: Ref, new_id: str) -> Move:
    new = Ref(old.kind, new_id)
    if not ID.fullmatch(new_id):
        raise Refusal(N_("“{name}” is not an id: use lower-case letters a–z, digits and hyphens."), name=new_id)
    if new == old:
        raise Refusal(N_("The document is already called “{name}”."), name=new_id)
    if texts_of(held.content, new):
        raise Refusal(N_("There is a document “{name}” already."), name=new)
    texts = [source.path for source in texts_of(held.content, old)]
    files = [each.path for each in held.content.attachments if each.ref == old]
    return Move(old, new, {path: _renamed(path, old.id, new_id) for path in (*texts, *files)})


def _renamed(path: str, old: str, new: str) -> str:
    """The path with the id in the name of the bundle's folder, or of the flat file, replaced."""
    top, folder, name, *rest = path.split("/")
    return "/".join((top, folder, new + name.removeprefix(old), *rest))


def _references(path: str, languages: tuple[str, ...], data: bytes) -> tuple[Reference, ...]:
    found = parse(Source(path, data, digest_bytes(data)), languages).value
    return found.document.references if found else ()


def _document(source: Source, languages: tuple[str, ...], data: bytes) -> Document:
    found = parse(replace(source, data=data, digest=Digest("")), languages).value
    if found is None:
        raise Refusal(N_("{path} cannot be rewritten; write its references by hand."), path=source.path)
    return found.document


def _keep_sources(held: Held, changes: Mapping[str, list[Change]], move: Move, languages: tuple[str, ...]) -> None:
    """A link in an original that got another address changes nothing that a translator must look at."""
    edited = {path for path, found in changes.items() if found}
    sources = {source.path: source for source in held.content.sources}
    for path in sorted(edited):
        original = _document(sources[path], languages, sources[path].data)
        if not original.parts:
            continue
        after = _document(
            replace(sources[path], path=move.path(path)), languages, Written(sources[path].data).changed(changes[path])
        )
        for text in texts_of(held.content, original.ref):
            own = _document(text, languages, text.data)
            if own.translates == original.lang and own.made_from:
                kept = moved(own.made_from, original.parts, after.parts)
                if kept != own.made_from:
                    written = Written(text.data)
                    changes[text.path].append(set_field(written, fields_of(text.data, text.path), "source", kept))


def _keep_addresses(held: Held, changes: Mapping[str, list[Change]], site: Site, entity: Entity, new: Ref) -> None:
    """An alias for the address of each language's page that becomes another; none for what is an address again."""
    renamed = replace(entity, ref=new)
    pages = [lang for lang in site.config.tags if site.has_page(entity, lang)]
    living = {lang: document_address(site.config, renamed, lang) for lang in pages}
    aliases: dict[str, list[str]] = {}
    for lang in pages:
        before = site.addresses[entity.ref, lang]
        if before not in living.values():
            version = entity.version(lang) if lang in entity.langs else entity.source
            aliases.setdefault(version.path, []).append(f"/{before}")
    again = tuple(f"/{address}" for address in living.values())
    data = {source.path: source.data for source in held.content.sources}
    for version in entity.versions:
        path = version.path
        written, fields = Written(data[path]), fields_of(data[path], path)
        changes[path].extend(drop_items(written, fields, "aliases", again))
        if items := tuple(scalar(item, in_list=True) for item in aliases.get(path, ())):
            changes[path].append(add_items(written, fields, "aliases", items))


def _keep_identity(held: Held, changes: Mapping[str, list[Change]], site: Site, entity: Entity) -> None:
    """The identity that calendars know an event by is made of its id, unless it has one of its own."""
    if isinstance(entity.facts, Event) and not entity.facts.uid:
        path = entity.source.path
        data = next(source.data for source in held.content.sources if source.path == path)
        uid = event_uid(entity.ref, entity.facts, site.config.base)
        changes[path].append(set_field(Written(data), fields_of(data, path), "uid", uid, after="title"))


def _beside(held: Held, renaming: Renaming) -> Iterator[tuple[str, bytes]]:
    """Files beside the content that name the document: the configuration, and the ledger of the calendars."""
    if held.configuration and (found := mentions_rewritten(held.configuration, renaming, publisher_reference)):
        yield PATH, Written(held.configuration).changed(found)
    if held.ledger:
        pattern = rf"^(feed \S+ ){re.escape(str(renaming.old))}(?=\r?$)".encode()
        data = re.sub(pattern, rb"\g<1>" + str(renaming.new).encode(), held.ledger, flags=re.MULTILINE)
        if data != held.ledger:
            yield LEDGER, data
