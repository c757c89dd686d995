"""Words stand in their own language: what a screen reader is told of every title and summary that is known."""

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import html5lib
import pytest

from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.graph.site import Site
from sitegen.model.words import ANY, Text
from sitegen.pipeline.load import load
from tests.portal.conftest import REPOSITORY, Portal

TAGS = {"a", "h1", "h2", "h3", "p", "li", "dd", "span"}
UNTOLD = {"time", "script", "title"}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Titles and summaries of the portal with the languages that they are in; a word alone is many languages'."""
    with Store(tmp_path_factory.mktemp("cache") / "store") as store:
        site = load(REPOSITORY, datetime(2026, 11, 21, 8, tzinfo=UTC), store, Workers(1)).site
    assert site is not None
    found: dict[str, set[str]] = {}
    for text in _texts(site):
        for lang, words in text.entries:
            found.setdefault(" ".join(words.split()), set()).add(lang)
    return {words: langs for words, langs in found.items() if ANY not in langs and " " in words}


def _texts(site: Site) -> Iterator[Text]:
    for entity in site.entities.values():
        yield entity.facts.label
        if entity.facts.summary:
            yield entity.facts.summary


def marked(element: Element, lang: str) -> Iterator[tuple[Element, str]]:
    """Every element with the language that holds where it stands."""
    lang = element.get("lang", lang)
    yield element, lang
    for child in element:
        yield from marked(child, lang)


def test_every_known_text_stands_in_its_language(portal: Portal, said: dict[str, set[str]]) -> None:
    wrong: list[str] = []
    checked = 0
    for path in portal.pages:
        page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        for element, lang in marked(page.find("body"), page.get("lang")):
            words = " ".join("".join(element.itertext()).split())
            if element.tag in TAGS and words in said:
                checked += 1
                if lang not in said[words] and not _inside(element, said[words]):
                    wrong.append(f"{path.relative_to(portal.root)}: {lang} “{words}” {said[words]}")
    assert checked > 3000
    assert wrong == []


def _inside(element: Element, langs: set[str]) -> bool:
    """Whether it only holds the one element that has the words, and that tells their language."""
    return len(element) == 1 and (element[0].get("lang") in langs or _inside(element[0], langs))
