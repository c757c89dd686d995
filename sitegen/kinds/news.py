"""A piece of news."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sitegen.model.fields import To
from sitegen.model.kind import Kind
from sitegen.model.records import Titled
from sitegen.model.reference import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Titled):
    """The front matter of a piece of news."""

    published: date
    authors: Annotated[tuple[Ref, ...], To(("person", "organisation"))] = ()
    about: Annotated[tuple[Ref, ...], To(("event", "project"))] = ()


NEWS = Kind(
    name="news",
    folder="news",
    facts=News,
    url_words=(("da", "nyheder"), ("nb", "nyheter"), ("nn", "nyheiter"), ("sv", "nyheter")),
    template="news.html",
)
