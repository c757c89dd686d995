"""A topic that documents are about."""

from dataclasses import dataclass
from typing import Annotated

from sitegen.model.fields import To
from sitegen.model.kind import Kind
from sitegen.model.records import Named
from sitegen.model.reference import Ref
from sitegen.model.words import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Named):
    """The front matter of a topic."""

    description: Prose | None = None
    broader: Annotated[Ref | None, To(("topic",))] = None


TOPIC = Kind(
    name="topic",
    folder="topics",
    facts=Topic,
    url_words=(("da", "emner"), ("nb", "temaer"), ("nn", "tema"), ("sv", "teman")),
    template="topic.html",
    feeds=True,
)
