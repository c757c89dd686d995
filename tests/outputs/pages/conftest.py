"""Pages of small sites: the base of `tests.cases` and the files that a test adds, rendered one page at a time."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from sitegen.engine.question import Answers, Lens
from sitegen.graph.addresses import published_at
from sitegen.graph.site import Site
from sitegen.pipeline.answers import answers
from sitegen.pipeline.build import plan, recipes
from sitegen.pipeline.searching import Searching
from sitegen.render.theme import Theme, read_theme
from tests.cases.site_cases import NOW, site_in

LANGUAGES = ("nb", "nn", "sv", "da")


class Pages:
    """The pages of one site, by address."""

    def __init__(self, site: Site, folder: Path) -> None:
        self._theme = theme()
        self._recipes = recipes(self._theme)
        self._outputs = {output.path: output for output in plan(site, self._theme)}
        self._answers = Answers({**answers(site, self._theme, folder), **Searching(site, None).answers()})

    @property
    def paths(self) -> set[str]:
        return set(self._outputs)

    def source(self, address: str) -> str:
        output = self._outputs.get(address) or self._outputs[published_at(address)]
        return self._recipes[output.recipe](output, Lens(self._answers)).decode()

    def asked(self, address: str) -> set[str]:
        """The names of the questions that a page asks."""
        output, lens = self._outputs[published_at(address)], Lens(self._answers)
        self._recipes[output.recipe](output, lens)
        return {question.name for question in lens.asked}

    def page(self, address: str) -> "Page":
        return Page(html.document_fromstring(self.source(address)))


class Page:
    """A page as a test reads it: by CSS selectors, with white space folded."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.root = root

    def all(self, selector: str) -> list[html.HtmlElement]:
        return self.root.cssselect(selector)

    def one(self, selector: str) -> html.HtmlElement:
        found = self.all(selector)
        assert len(found) == 1, f"{selector}: {len(found)}"
        return found[0]

    def text(self, selector: str = "main") -> str:
        return folded(self.one(selector))

    def texts(self, selector: str) -> list[str]:
        return [folded(each) for each in self.all(selector)]

    def values(self, selector: str, attribute: str) -> list[str]:
        return [each.get(attribute, "") for each in self.all(selector)]

    def rows(self) -> dict[str, str]:
        """The facts: terms with what they are."""
        return {
            folded(row.find("dt")): " ".join(folded(each) for each in row.findall("dd"))
            for row in self.all(".facts dl > div")
        }


def folded(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@cache
def theme() -> Theme:
    """The theme that ships with the package."""
    found, wrong = read_theme(Path("/nowhere"), LANGUAGES, {lang: (lang,) for lang in LANGUAGES})
    assert wrong == ()
    return found


@pytest.fixture
def pages(tmp_path: Path) -> Callable[..., Pages]:
    """Makes the pages of the base and of further files."""

    def make(text: str = "", now: datetime = NOW) -> Pages:
        return Pages(site_in(tmp_path, text, now), tmp_path)

    return make
