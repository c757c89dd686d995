"""The head of every page: what others show of it where they link to it, and where else it can be read."""

import struct
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest

from tests.portal.conftest import Portal

BASE = "https://example.org/"
REQUIRED = ("og:title", "og:type", "og:url", "og:image")
TOLD = ("og:image:width", "og:image:height", "og:image:alt", "og:site_name", "og:locale", "twitter:card")


@pytest.fixture(scope="module")
def heads(portal: Portal) -> dict[str, dict[str, list[str]]]:
    """What the head of each page with an address of its own says, by the page's language and address."""
    return dict(_heads(portal))


def _heads(portal: Portal) -> Iterator[tuple[str, dict[str, list[str]]]]:
    for path in portal.pages:
        page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        found: dict[str, list[str]] = {"lang": [page.get("lang")]}
        for meta in page.find("head").iter("meta"):
            found.setdefault(meta.get("property") or meta.get("name") or "", []).append(meta.get("content") or "")
        for link in page.find("head").iter("link"):
            found.setdefault(f"{link.get('rel')} {link.get('type') or ''}".strip(), []).append(link.get("href"))
        if "og:url" in found:
            yield path.relative_to(portal.root).as_posix().removesuffix("index.html"), found


def published(portal: Portal, url: str) -> Path:
    path = portal.root / url.removeprefix(BASE).lstrip("/")
    return path / "index.html" if url.endswith("/") else path


def test_every_page_says_once_what_it_is_called_where_it_is_and_how_it_looks(
    heads: dict[str, dict[str, list[str]]],
) -> None:
    assert len(heads) > 300
    for address, head in heads.items():
        for name in (*REQUIRED, *TOLD):
            assert len(head.get(name, ())) == 1, (address, name)
            assert head[name][0].strip(), (address, name)
        assert head["og:url"] == head["canonical"], address


def test_every_card_is_there_and_of_the_size_that_is_told(
    portal: Portal, heads: dict[str, dict[str, list[str]]]
) -> None:
    sizes = {}
    for address, head in heads.items():
        url = head["og:image"][0]
        assert url.startswith(BASE), address
        data = published(portal, url).read_bytes()
        sizes[url] = struct.unpack(">II", data[16:24])
        assert len(data) < 60_000, address
        assert (head["og:image:width"], head["og:image:height"]) == (["1200"], ["630"])
    assert set(sizes.values()) == {(1200, 630)}
    assert len(sizes) > 70


def test_a_card_is_in_the_language_of_the_page_that_it_leads_to(heads: dict[str, dict[str, list[str]]]) -> None:
    """A page that stands for one in another language has that one's card; a list has the site's in its own."""
    for address, head in heads.items():
        card = head["og:image"][0]
        canonical = head["og:url"][0].removeprefix(BASE)
        assert heads[canonical]["og:image"] == [card], address
        if "/cards/" in card:
            assert f"/cards/{heads[canonical]['lang'][0]}." in card, address


def test_every_page_leads_to_the_feeds_of_its_language(portal: Portal, heads: dict[str, dict[str, list[str]]]) -> None:
    for address, head in heads.items():
        lang = head["lang"][0]
        assert f"/{lang}/atom.xml" in head["alternate application/atom+xml"], address
        assert f"/{lang}/feed.json" in head["alternate application/feed+json"], address
        assert f"/{lang}/kalender.ics" in head["alternate text/calendar"], address
        feeds = [href for name, found in head.items() if name.startswith("alternate ") for href in found]
        assert [each for each in feeds if not published(portal, each).is_file()] == []


LISTS = {
    "nb": ("", "arrangementer/", "arrangementer/2020/", "nyheter/", "prosjekter/", "kalender/", "temaer/", "land/no/"),
    "nn": ("", "arrangement/", "nyheiter/", "prosjekt/", "organisasjonar/"),
    "sv": ("", "evenemang/", "nyheter/", "projekt/", "personer/"),
    "da": ("", "arrangementer/", "nyheder/", "projekter/", "emner/"),
}


@pytest.mark.parametrize("lang", LISTS)
def test_lists_say_what_the_site_is_about(lang: str, heads: dict[str, dict[str, list[str]]]) -> None:
    """In the words of their language, each after its own title."""
    (about,) = heads[f"{lang}/"]["description"]
    told = [heads[f"{lang}/{address}"]["description"][0] for address in LISTS[lang]]
    assert all(each.endswith(about) for each in told)
    assert len(set(told)) == len(told)
    assert about not in {heads[f"{other}/"]["description"][0] for other in LISTS if other != lang}
