"""A page about the portal itself: about, accessibility statement, privacy."""

from dataclasses import dataclass

from sitegen.model.kind import Kind
from sitegen.model.records import Titled


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Titled):
    """The front matter of a page. `nav` is its place in the footer; without it the footer leaves it out."""

    nav: int | None = None


PAGE = Kind(name="page", folder="pages", facts=Page, url_words=(), template="page.html")
