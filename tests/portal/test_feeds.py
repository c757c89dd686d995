"""The portal's Atom feeds, sitemap and redirects."""

from pathlib import Path

import pytest
from lxml import etree

from tests.portal.conftest import Portal

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
BASE = "https://example.org/"
SCHEMAS = Path(__file__).with_name("schemas")


def published(portal: Portal, url: str) -> Path:
    """The file that answers an address of the site."""
    path = portal.root / url.removeprefix(BASE)
    return path / "index.html" if url.endswith("/") else path


def feeds(portal: Portal) -> list[Path]:
    return sorted(portal.root.rglob("atom.xml"))


def test_every_feed_is_valid_atom(portal: Portal) -> None:
    """By a RELAX NG grammar of what RFC 4287 asks."""
    schema = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    assert len(feeds(portal)) > 20
    wrong = [(path, str(schema.error_log)) for path in feeds(portal) if not schema.validate(etree.parse(path))]
    assert not wrong


def test_feed_entries_lead_to_pages_and_have_ids_of_their_own(portal: Portal) -> None:
    for path in feeds(portal):
        feed = etree.parse(path)
        links = feed.xpath("//a:link[@rel='alternate']/@href", namespaces=ATOM)
        assert all(published(portal, link).is_file() for link in links)
        ids = feed.xpath("//a:id/text()", namespaces=ATOM)
        assert len(ids) == len(set(ids))
        own = feed.xpath("/a:feed/a:link[@rel='self']/@href", namespaces=ATOM)
        assert published(portal, own[0]) == path


def test_the_news_cases_are_in_the_feed_with_their_text(portal: Portal) -> None:
    feed = etree.parse(portal.root / "nb" / "atom.xml")
    found = {
        entry.findtext("a:id", namespaces=ATOM).rpartition("/")[2]: entry
        for entry in feed.iterfind("a:entry", namespaces=ATOM)
    }
    entry = found["gront-kompetanseloft"]
    assert entry.findtext("a:published", namespaces=ATOM).startswith("2019-12-02")
    assert entry.findtext("a:updated", namespaces=ATOM).startswith("2019-12-06")
    assert "veiledning" in entry.findtext("a:content", namespaces=ATOM)
    assert "big-buyers-arbetsgrupper-2021" in found


def test_the_sitemap_lists_pages_with_reciprocal_alternates(portal: Portal) -> None:
    root = etree.parse(portal.root / "sitemap.xml")
    pages = {
        url.findtext("s:loc", namespaces=SITEMAP): {
            (link.get("hreflang"), link.get("href")) for link in url.iterfind("x:link", namespaces=SITEMAP)
        }
        for url in root.iterfind("s:url", namespaces=SITEMAP)
    }
    assert len(pages) > 200
    for page, alternates in pages.items():
        assert published(portal, page).is_file()
        assert page in {href for _, href in alternates}
        assert all(pages[href] == alternates for _, href in alternates)


def test_the_sitemap_leaves_fallback_pages_out(portal: Portal) -> None:
    text = (portal.root / "sitemap.xml").read_text("utf-8")
    assert "/da/nyheder/eksempelguide-innovationsindkob/" in text
    assert "/sv/nyheter/eksempelguide-innovationsindkob/" not in text
    assert (portal.root / "sv/nyheter/eksempelguide-innovationsindkob/index.html").is_file()


@pytest.mark.parametrize("old", ["arrangement/innspillmote-hamar"])
def test_an_old_address_leads_on(portal: Portal, old: str) -> None:
    page = (portal.root / old / "index.html").read_text("utf-8")
    new = "/nb/arrangementer/innspillmote-hamar/"
    assert f'content="0; url={new}"' in page
    assert f'<link rel="canonical" href="{BASE}{new[1:]}">' in page
    assert f"{new} 301" in (portal.root / "_redirects").read_text("utf-8")
