"""A procurement project: who takes part, where, and how far its process has come."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated, Literal

from sitegen.model.fields import Country, Identifier, Party, To
from sitegen.model.kind import Kind
from sitegen.model.records import Link, Titled
from sitegen.model.reference import Ref
from sitegen.model.words import Prose, Text

Status = Literal["idea", "planning", "dialogue", "procurement", "contract", "completed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation that takes part, as what, and for which country."""

    organisation: Annotated[Ref, To(("organisation",))]
    role: Text | None = None
    country: Country | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the process: on one `date`, or from `start` to `end`."""

    key: Identifier | None = None
    title: Text
    status: Literal["done", "current", "planned"] | None = None
    date: Day | None = None
    start: Day | None = None
    end: Day | None = None
    place: Text | None = None
    event: Annotated[Ref | None, To(("event",))] = None
    prose: Prose | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Titled):
    """The front matter of a project."""

    status: Status
    start: Day | None = None
    end: Day | None = None
    lead: Annotated[tuple[Ref, ...], To(("organisation",))] = ()
    partners: tuple[Partner, ...] = ()
    steering: Annotated[tuple[Party, ...], To(("organisation",))] = ()
    funders: Annotated[tuple[Ref, ...], To(("organisation",))] = ()
    process: tuple[Step, ...] = ()


PROJECT = Kind(
    name="project",
    folder="projects",
    facts=Project,
    url_words=(("da", "projekter"), ("nb", "prosjekter"), ("nn", "prosjekt"), ("sv", "projekt")),
    template="project.html",
    feeds=True,
)
