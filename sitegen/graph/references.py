"""Names to documents: bare ids become references of a kind, and what leads nowhere is a mistake."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.text import nearest
from sitegen.graph.entity import Entity
from sitegen.model.document import Document
from sitegen.model.fields import Party
from sitegen.model.problems import report
from sitegen.model.reference import Ref, Reference
from sitegen.model.shape import Field, rebuild


class Index:
    """Which documents there are, by kind and by id. `hidden` are there, but hold mistakes or are drafts."""

    def __init__(self, entities: Iterable[Ref], hidden: Iterable[Ref]) -> None:
        self.hidden = frozenset(hidden)
        self.known = frozenset(entities) | self.hidden
        self._kinds: dict[str, list[str]] = {}
        for ref in sorted(self.known):
            self._kinds.setdefault(ref.id, []).append(ref.kind)

    def candidates(self, target: Ref, kinds: tuple[str, ...]) -> tuple[Ref, ...]:
        """The documents that `target` may mean in a field that takes `kinds` (none: any)."""
        found = [target.kind] if target.kind else self._kinds.get(target.id, [])
        refs = (Ref(kind, target.id) for kind in found if not kinds or kind in kinds)
        return tuple(ref for ref in refs if ref in self.known)

    def resolved(self, target: Ref, kinds: tuple[str, ...]) -> Ref:
        """The document that a correct reference means."""
        if target.kind:
            return target
        return next(iter(self.candidates(target, kinds)), target)

    def check(self, reference: Reference) -> Diagnostic | None:
        """What is wrong with a reference, if anything."""
        target, kinds = reference.target, reference.kinds
        found = self.candidates(target, kinds)
        if len(found) == 1:
            return None
        if found:
            listed = ", ".join(map(str, found))
            return report("ambiguous-reference", reference.span, target=target, found=listed, example=found[0])
        other = [Ref(kind, target.id) for kind in self._kinds.get(target.id, [])]
        wanted = " / ".join(kinds) or target.kind or "document"
        if other and kinds:
            listed = ", ".join(ref.kind for ref in other)
            return report("wrong-kind", reference.span, target=target.id, found=listed, kinds=wanted)
        near = str(other[0]) if other else self._near(target, kinds)
        return report("dangling-reference", reference.span, target=target.id, kinds=wanted, near=near)

    def _near(self, target: Ref, kinds: tuple[str, ...]) -> str:
        allowed = kinds or ((target.kind,) if target.kind else ())
        ids = [ref.id for ref in self.known if not allowed or ref.kind in allowed]
        found = nearest(target.id, ids)
        if found is None:
            return ""
        return f"{target.kind}:{found}" if target.kind and len(kinds) != 1 else found


def check_references(documents: Iterable[Document], index: Index) -> list[Diagnostic]:
    """What is wrong with the references of all documents."""
    found = (index.check(reference) for document in documents for reference in document.references)
    return [diagnostic for diagnostic in found if diagnostic]


def check_anchors(documents: Iterable[Document], entities: Mapping[Ref, Entity]) -> list[Diagnostic]:
    """Links to headings that the other document has in none of its languages."""
    wrong = []
    for document in documents:
        for reference in document.references:
            entity = entities.get(reference.target)
            if not reference.anchor or entity is None:
                continue
            anchors = {heading.anchor for version in entity.versions for heading in version.outline.headings}
            if reference.anchor not in anchors:
                near = nearest(reference.anchor, anchors)
                said = {"target": entity.ref, "anchor": reference.anchor, "near": f"#{near}" if near else ""}
                wrong.append(report("dangling-anchor", reference.span, **said))
    return wrong


def resolve(entity: Entity, index: Index) -> Entity:
    """The entity with the kind of every bare id filled in."""
    resolved: list[str] = []

    def change(_path: str, field: Field, value: Any) -> Any:
        if field.sort == "party" and value is not None and value.ref is not None and not value.ref.kind:
            resolved.append(str(index.resolved(value.ref, field.kinds)))
            return Party(ref=index.resolved(value.ref, field.kinds))
        if field.sort == "ref" and value is not None and not value.kind:
            resolved.append(str(index.resolved(value, field.kinds)))
            return index.resolved(value, field.kinds)
        return value

    facts = rebuild(entity.facts, change)
    if not resolved:
        return entity
    return replace(entity, facts=facts, heads=(*entity.heads, *resolved))
