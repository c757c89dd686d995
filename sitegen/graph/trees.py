"""Documents that stand above others of their kind: topics by `broader`, organisations by `parent`."""

from collections.abc import Mapping

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.entity import Entity
from sitegen.model.problems import report
from sitegen.model.reference import Ref

ABOVE = ("broader", "parent")


def above(entity: Entity) -> Ref | None:
    """The document that stands directly above this one."""
    return next((ref for name in ABOVE if (ref := getattr(entity.facts, name, None))), None)


def check_trees(entities: Mapping[Ref, Entity]) -> list[Diagnostic]:
    """Circles, each said once, at the first of its documents."""
    wrong = []
    for ref, entity in entities.items():
        circle = _circle(ref, entities)
        if circle and ref == min(circle):
            name = next(name for name in ABOVE if getattr(entity.facts, name, None))
            path = " → ".join(each.id for each in (*circle, ref))
            wrong.append(report("cycle", entity.place(name), name=name, path=path))
    return wrong


def _circle(start: Ref, entities: Mapping[Ref, Entity]) -> list[Ref]:
    """The documents that lead from `start` back to it, if they do."""
    seen = [start]
    while (entity := entities.get(seen[-1])) and (ref := above(entity)):
        if ref == start:
            return seen
        if ref in seen:
            return []
        seen.append(ref)
    return []
