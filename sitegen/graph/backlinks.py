"""Who names whom. Backlinks are never written by hand: they are the references, read the other way."""

from collections.abc import Iterable

from sitegen.graph.references import Index
from sitegen.graph.site import Backlink
from sitegen.model.document import Document
from sitegen.model.reference import Ref


def mentions(documents: Iterable[Document], index: Index) -> dict[Ref, tuple[tuple[Ref, str], ...]]:
    """Per document what it names, with the role; sorted, each once, drafts and itself left out."""
    found: dict[Ref, set[tuple[Ref, str]]] = {}
    for document in documents:
        for reference in document.references:
            target = index.resolved(reference.target, reference.kinds)
            if target != document.ref and target not in index.hidden:
                found.setdefault(document.ref, set()).add((target, reference.role))
    return {source: tuple(sorted(targets)) for source, targets in sorted(found.items())}


def backlinks(mentioned: dict[Ref, tuple[tuple[Ref, str], ...]]) -> dict[Ref, tuple[Backlink, ...]]:
    """Per document who names it, with the role."""
    found: dict[Ref, list[Backlink]] = {}
    for source, targets in mentioned.items():
        for target, role in targets:
            found.setdefault(target, []).append(Backlink(source, role))
    return {target: tuple(links) for target, links in sorted(found.items())}
