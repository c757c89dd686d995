"""All documents to the one `Site`. Always whole, always the same for the same documents, in any order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sitegen.foundation.diagnostics import Diagnostic, by_place
from sitegen.graph.addresses import all_addresses, check_addresses
from sitegen.graph.backlinks import backlinks, mentions
from sitegen.graph.entity import Entity
from sitegen.graph.files import check_files
from sitegen.graph.order import order
from sitegen.graph.references import Index, check_anchors, check_references, resolve
from sitegen.graph.site import File, Site
from sitegen.graph.translations import join
from sitegen.graph.trees import check_trees
from sitegen.model.body import Body
from sitegen.model.config import Config
from sitegen.model.document import Document
from sitegen.model.ledger import NO_LEDGER, Ledger
from sitegen.model.problems import report
from sitegen.model.reference import Ref, Reference


@dataclass(frozen=True, slots=True)
class Input:
    """What a site is assembled from. `broken` are documents that could not be read, so that a reference to
    one is not a second mistake; `stated` the references of the configuration; `draws` is as in `Site`.
    """

    config: Config
    documents: tuple[Document, ...]
    broken: frozenset[Ref]
    stated: tuple[Reference, ...]
    files: Mapping[Ref, tuple[File, ...]]
    load_body: Callable[[str], Body]
    ledger: Ledger = NO_LEDGER
    draws: bool = False


def assemble(given: Input, now: datetime) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The site of these documents at the instant `now`, and what is wrong across documents.

    With errors among them the site is only good for finding more.
    """
    by_ref = _by_ref(given.documents)
    joined, wrong = _joined(by_ref, given.broken)
    drafts = {ref for ref, entity in joined.items() if entity.facts.draft}
    index = Index(joined, drafts | given.broken | (by_ref.keys() - joined.keys()))
    bare = {document.ref for document in given.documents if any(not each.target.kind for each in document.references)}
    entities = {
        ref: resolve(entity, index) if ref in bare else entity for ref, entity in joined.items() if ref not in drafts
    }
    published = [document for document in given.documents if document.ref in entities]
    mentioned = mentions(published, index)
    site = Site(
        config=given.config,
        now=now,
        entities=entities,
        backlinks=backlinks(mentioned),
        mentions={source: tuple(target for target, _ in targets) for source, targets in mentioned.items()},
        addresses=all_addresses(given.config, entities.values()),
        files=given.files,
        load_body=given.load_body,
        order=order(entities.values(), given.config.settings.timezone),
        ledger=given.ledger,
        draws=given.draws,
    )
    wrong += check_references(given.documents, index)
    wrong += [found for reference in given.stated if (found := index.check(reference))]
    wrong += _draft_references(published, index, drafts)
    wrong += check_anchors(given.documents, entities)
    wrong += check_trees(entities)
    wrong += check_addresses(site)
    wrong += check_files(published, given.files)
    return site, by_place(wrong)


def _by_ref(documents: Iterable[Document]) -> dict[Ref, tuple[Document, ...]]:
    found: dict[Ref, list[Document]] = {}
    for document in sorted(documents, key=lambda document: (document.ref, document.lang, document.path)):
        found.setdefault(document.ref, []).append(document)
    return {ref: tuple(group) for ref, group in found.items()}


def _joined(
    by_ref: Mapping[Ref, tuple[Document, ...]], broken: frozenset[Ref]
) -> tuple[dict[Ref, Entity], list[Diagnostic]]:
    entities: dict[Ref, Entity] = {}
    wrong: list[Diagnostic] = []
    for ref, documents in by_ref.items():
        entity, found = join(ref, documents, whole=ref not in broken)
        wrong += found
        if entity:
            entities[ref] = entity
    return entities, wrong


def _draft_references(documents: Iterable[Document], index: Index, drafts: set[Ref]) -> list[Diagnostic]:
    return [
        report("draft-reference", reference.span, target=target)
        for document in documents
        for reference in document.references
        if (target := index.resolved(reference.target, reference.kinds)) in drafts
    ]
