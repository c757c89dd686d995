"""An organisation, as a partner, organiser, funder or publisher."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sitegen.model.fields import Country, Email, Line, To, Url
from sitegen.model.kind import Kind
from sitegen.model.records import Image, Named
from sitegen.model.reference import Ref
from sitegen.model.words import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that the organisation had until a day."""

    name: Text
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Named):
    """The front matter of an organisation. `number` is its number in its country's register."""

    short_name: Text | None = None
    former_names: tuple[FormerName, ...] = ()
    number: Line | None = None
    country: Country | None = None
    url: Url | None = None
    email: Email | None = None
    logo: Image | None = None
    parent: Annotated[Ref | None, To(("organisation",))] = None


ORGANISATION = Kind(
    name="organisation",
    folder="organisations",
    facts=Organisation,
    url_words=(
        ("da", "organisationer"),
        ("nb", "organisasjoner"),
        ("nn", "organisasjonar"),
        ("sv", "organisationer"),
    ),
    template="organisation.html",
    feeds=True,
)
