"""Projects whose process contradicts itself."""

from collections.abc import Iterator

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.kinds.project import Project
from sitegen.model.problems import report
from sitegen.model.shape import item_name


def check_projects(site: Site) -> Iterator[Diagnostic]:
    for entity in site.entities.values():
        if isinstance(entity.facts, Project):
            yield from _project(entity, entity.facts)


def _project(entity: Entity, project: Project) -> Iterator[Diagnostic]:
    if project.start and project.end and project.end < project.start:
        said = {"start": project.start, "end": project.end}
        yield report("end-before-start", entity.place("end"), entity.place("start"), **said)
    planned = ""
    for index, step in enumerate(project.process):
        path = f"process/{item_name(step, index)}"
        if step.start and step.end and step.end < step.start:
            where = entity.place(f"{path}/end"), entity.place(f"{path}/start")
            yield report("end-before-start", *where, start=step.start, end=step.end)
        if step.date and (step.start or step.end):
            yield report(
                "step-date", entity.place(f"{path}/date"), entity.place(f"{path}/{'start' if step.start else 'end'}")
            )
        if step.status == "current" and planned:
            yield report("steps-order", entity.place(f"{path}/status"), entity.place(planned))
        planned = planned or (f"{path}/status" if step.status == "planned" else "")
