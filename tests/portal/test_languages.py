"""Every fragment of every page stands in its own language, and a page of words in another says so.

All words that the content has, in every field and every line of every text, are looked for on all pages; wherever one
is found alone, the language that holds there is one in which the content has it.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from xml.etree.ElementTree import Element

import html5lib
import pytest

from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.graph.addresses import published_at
from sitegen.graph.site import Site
from sitegen.model.words import ANY, Prose, Text
from sitegen.pipeline.load import load
from tests.portal.conftest import NOW, REPOSITORY, Portal

OUTSIDE = {"time", "script", "style", "title"}
SPOKEN = ("alt", "title", "aria-label")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Store(tmp_path_factory.mktemp("cache") / "store") as store:
        found = load(REPOSITORY, NOW, store, Workers(1)).site
        assert found is not None
        yield found


@pytest.fixture(scope="module")
def said(site: Site) -> dict[str, set[str]]:
    """Words of the content with the languages that they are in. A word alone may be the interface's too."""
    found: dict[str, set[str]] = {}
    for lang, words in _words(site):
        found.setdefault(" ".join(words.split()), set()).add(lang)
    return {words: langs for words, langs in found.items() if ANY not in langs and len(words.split()) > 2}


def _words(site: Site) -> Iterator[tuple[str, str]]:
    for entity in site.entities.values():
        yield from _within(entity.facts)
        for version in entity.versions:
            for line in site.load_body(version.outline.digest).plain.split("\n"):
                yield version.lang, line


def _within(value: object) -> Iterator[tuple[str, str]]:
    """All words in a record, however deep."""
    if isinstance(value, Text):
        yield from value.entries
    elif isinstance(value, Prose):
        yield from ((lang, line) for lang, body in value.entries for line in body.plain.split("\n"))
    elif isinstance(value, tuple):
        for each in value:
            yield from _within(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _within(getattr(value, each.name))


def marked(element: Element, lang: str) -> Iterator[tuple[Element, str]]:
    """Every element with the language that holds where it stands."""
    lang = element.get("lang", lang)
    if element.tag not in OUTSIDE:
        yield element, lang
        for child in element:
            yield from marked(child, lang)


def spoken(element: Element) -> Iterator[str]:
    """What is read out of an element: its words, and those of its attributes."""
    yield "".join(element.itertext())
    yield from (element.get(name) or "" for name in SPOKEN)


def test_every_word_of_the_content_stands_in_its_language(portal: Portal, said: dict[str, set[str]]) -> None:
    wrong: list[str] = []
    seen: set[str] = set()
    for path in portal.pages:
        page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        for element, lang in marked(page.find("body"), page.get("lang")):
            for words in (" ".join(each.split()) for each in spoken(element)):
                if words in said:
                    seen.add(words)
                    if lang not in said[words] and not _inside(element, said[words]):
                        wrong.append(f"{path.relative_to(portal.root)}: {lang} “{words}” {said[words]}")
    assert len(seen) > 700
    assert wrong == []


def _inside(element: Element, langs: set[str]) -> bool:
    """Whether it only holds the one element that has the words, and that tells their language."""
    return len(element) == 1 and (element[0].get("lang") in langs or _inside(element[0], langs))


def test_a_page_of_words_in_another_language_says_so_and_leads_to_the_original(portal: Portal, site: Site) -> None:
    """Its facts are in the reader's language, under a notice in the reader's language, and robots are sent on."""
    checked = 0
    for (ref, lang), address in site.addresses.items():
        of, standing = site.standing(site.entities[ref], lang)
        if standing != "fallback":
            continue
        checked += 1
        page = html5lib.parse((portal.root / published_at(address)).read_text("utf-8"), namespaceHTMLElements=False)
        original = site.addresses[ref, of]
        assert page.get("lang") == lang
        notice = next(each for each in page.iter("div") if each.get("role") == "note")
        assert notice.get("lang") in (None, lang)
        assert [(link.get("href"), link.get("hreflang")) for link in notice.iter("a")] == [(f"/{original}", of)]
        canonical = [link.get("href") for link in page.iter("link") if link.get("rel") == "canonical"]
        assert canonical == [f"https://example.org/{original}"]
        assert page.find(".//h1").get("lang") == of
        text = next((each for each in page.iter("div") if "prose" in (each.get("class") or "").split()), None)
        assert text is None or text.get("lang") == of
    assert checked > 40


def test_dates_on_a_page_are_in_the_readers_language(portal: Portal) -> None:
    """Also where the words are not: no day of another language stands on a page."""
    strange = {
        "nb": r"\b(januari|februari|augusti|marts|maj|juni? den)\b|\bden \d",
        "nn": r"\b(januari|februari|augusti|marts|maj)\b|\bden \d",
        "sv": r"\b(januar|februar|marts|mai|\d+\. \w+ \d{4})\b",
        "da": r"\b(januari|februari|mars|mai|augusti)\b",
    }
    checked = 0
    for path in portal.pages:
        page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        lang = page.get("lang")
        for each in page.iter("time"):
            checked += 1
            words = "".join(each.itertext())
            assert not re.search(strange[lang], words), (path, words)
    assert checked > 1000
