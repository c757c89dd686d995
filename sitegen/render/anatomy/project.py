"""A project's page: how far it has come, who takes part and for which country, and its process."""

from dataclasses import dataclass

from sitegen.graph.answers import Link, Said
from sitegen.kinds.project import Project, Step
from sitegen.model.moment import Period
from sitegen.model.reference import Ref
from sitegen.render.anatomy.common import Sorted, by_sort
from sitegen.render.anatomy.people import ByCountry, Named, by_country, links, parties
from sitegen.render.view import View


@dataclass(frozen=True, slots=True)
class Taking:
    """An organisation that takes part, and as what."""

    link: Link
    role: Said | None


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the process. Of a step with a beginning and an end, `when` is both; else see its facts."""

    step: Step
    when: Period | None
    event: Link | None
    links: tuple[Sorted, ...]


@dataclass(frozen=True, slots=True)
class ProjectAnatomy:
    """`when` is the project's period where it has both ends."""

    when: Period | None
    lead: tuple[Link, ...]
    partners: tuple[ByCountry, ...]
    steering: tuple[Named, ...]
    funders: tuple[Link, ...]
    process: tuple[Stage, ...]


def project(view: View, ref: Ref) -> ProjectAnatomy:
    """What the page of the project `ref` shows besides what all pages do."""
    facts = view.project(ref)
    return ProjectAnatomy(
        when=Period(facts.start, facts.end) if facts.start and facts.end else None,
        lead=links(view, facts.lead),
        partners=_partners(view, facts),
        steering=parties(view, facts.steering),
        funders=links(view, facts.funders),
        process=tuple(_stage(view, step) for step in facts.process),
    )


def _partners(view: View, facts: Project) -> tuple[ByCountry, ...]:
    taking = []
    for each in facts.partners:
        link = view.link(each.organisation)
        if link:
            role = view.say.said(each.role) if each.role else None
            taking.append((each.country or "", Taking(link, role)))
    return by_country(view, taking)


def _stage(view: View, step: Step) -> Stage:
    start, end = step.start or step.date, step.end or step.date
    return Stage(
        step=step,
        when=Period(start, end) if start and end else None,
        event=view.link(step.event) if step.event else None,
        links=by_sort(step.links),
    )
