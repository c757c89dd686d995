"""The portal's JSON feeds: as the specification of version 1.1 asks, and the same as the Atom feeds."""

import json
import re
from datetime import datetime
from typing import Any

import pytest
from lxml import etree

from tests.portal.conftest import Portal

ATOM = {"a": "http://www.w3.org/2005/Atom"}
BASE = "https://example.org/"
LANGUAGES = ("nb", "nn", "sv", "da")


def feed(portal: Portal, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((portal.root / lang / "feed.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_feed_has_all_that_version_1_1_asks(portal: Portal, lang: str) -> None:
    found = feed(portal, lang)
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["title"]
    assert found["feed_url"] == f"{BASE}{lang}/feed.json"
    assert found["language"] == lang
    assert all(author["name"] for author in found["authors"])
    for item in found["items"]:
        assert item["id"].startswith("tag:example.org,2020-01-01:")
        assert item["url"].startswith(BASE)
        assert item["content_html"]
        assert datetime.fromisoformat(item["date_modified"]).tzinfo is not None
        assert not re.search(r' (href|src)="/', item["content_html"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_the_entries_of_the_atom_feed(portal: Portal, lang: str) -> None:
    atom = etree.parse(portal.root / lang / "atom.xml")
    entries = [entry.findtext("a:id", namespaces=ATOM) for entry in atom.iterfind("a:entry", namespaces=ATOM)]
    assert [item["id"] for item in feed(portal, lang)["items"]] == entries
    assert len(entries) > 10


def test_pages_lead_to_it(portal: Portal) -> None:
    page = (portal.root / "nb" / "index.html").read_text("utf-8")
    assert 'type="application/feed+json"' in page
    assert 'href="/nb/feed.json"' in page
