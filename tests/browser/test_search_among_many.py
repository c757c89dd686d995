"""Searching in Chromium where 2,000 generated documents stand beside the portal's own."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.portal import grow
from sitegen.engine.rendering import Workers
from sitegen.pipeline.build import Job, build
from sitegen.pipeline.indexing import installed
from tests.browser.searching import PAGES, Query, answered, queries, search, titles
from tests.browser.serving import WIDE, served
from tests.portal.conftest import NOW, REPOSITORY

DOCUMENTS = 2000


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published tree."""
    folder = tmp_path_factory.mktemp("grown")
    assert grow(REPOSITORY, folder / "source", DOCUMENTS) > DOCUMENTS * 0.95
    report = build(Job(folder / "source", folder / "site", folder / "cache", NOW, 0, Workers(2), indexer=installed()))
    assert report.published is not None, report.diagnostics
    return folder / "site"


@pytest.fixture(scope="module")
def origin(grown: Path) -> Iterator[str]:
    with served(grown, worker=WIDE) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", PAGES)
def test_each_query_finds_its_page_among_the_first_hits(page: Page, origin: str, lang: str) -> None:
    asked = [query for query in queries() if query.lang == lang and "picked" not in query.marks]
    page.goto(f"{origin}/{PAGES[lang]}")
    missed = {}
    for query in asked:
        search(page, query.words)
        shown = titles(page, query.group)
        if not query.is_answered(shown):
            missed[f"{query}: {query.title}"] = shown
    assert len(asked) >= 10
    assert missed == {}


def test_what_thousands_have_in_their_titles_is_found_by_picking_out(page: Page, grown: Path, origin: str) -> None:
    asked = [query for query in queries() if "picked" in query.marks]
    missed = {}
    for query in asked:
        choices = _choices(grown, query)
        page.goto(f"{origin}/{PAGES[query.lang]}?{urlencode([('q', query.words), *choices])}")
        answered(page, query.words)
        shown = titles(page, query.group)
        if not query.is_answered(shown):
            missed[f"{query}: {query.title}"] = choices, shown
    assert len(asked) * 6 < len(queries())
    assert missed == {}


@pytest.mark.parametrize("lang", PAGES)
def test_what_is_called_as_it_is_typed_comes_first(page: Page, grown: Path, origin: str, lang: str) -> None:
    """All topics and organisations of the portal's own, whatever else has the same words."""
    own = {hit["title"] for hit in _facets(grown, lang) if hit["kind"] in ("topic", "organisation")}
    named = sorted(str(title) for title in own if not str(title)[-1].isdigit())
    page.goto(f"{origin}/{PAGES[lang]}")
    missed = {}
    for title in named:
        search(page, title)
        first, *_ = titles(page)
        if first != title:
            missed[title] = first
    assert len(named) >= 20
    assert missed == {}


def _choices(grown: Path, query: Query) -> list[tuple[str, str]]:
    """Names and values of all boxes that may be ticked for the document that must be found."""
    langs = [query.lang] if query.group == "own" else [lang for lang in PAGES if lang != query.lang]
    hits = [hit for lang in langs for hit in _facets(grown, lang) if hit["title"] == query.title]
    (hit,) = hits
    day = str(hit.get("day", ""))
    several = [(name, value) for name in ("topics", "countries") for value in hit.get(name, ())]
    return [("kind", str(hit["kind"])), *several, *([("year", day[:4])] if day else [])]


def _facets(grown: Path, lang: str) -> list[Mapping[str, object]]:
    return list(json.loads((grown / "search" / lang / "facets.json").read_text("utf-8")).values())
