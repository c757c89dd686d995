"""A person, as a contact, speaker or author."""

from dataclasses import dataclass
from typing import Annotated

from sitegen.model.fields import Email, Phone, To, Url
from sitegen.model.kind import Kind
from sitegen.model.records import Image, Named
from sitegen.model.reference import Ref
from sitegen.model.words import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Named):
    """The front matter of a person."""

    role: Text | None = None
    organisation: Annotated[Ref | None, To(("organisation",))] = None
    email: Email | None = None
    phone: Phone | None = None
    url: Url | None = None
    photo: Image | None = None


PERSON = Kind(
    name="person",
    folder="people",
    facts=Person,
    url_words=(("da", "personer"), ("nb", "personer"), ("nn", "personar"), ("sv", "personer")),
    template="person.html",
    feeds=True,
)
