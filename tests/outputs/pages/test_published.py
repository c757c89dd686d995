"""What is published beside pages: feeds entry by entry, the sitemap's days, old addresses, and what robots are told."""

import json
from collections.abc import Callable
from typing import Any

from lxml import etree

from tests.outputs.pages.conftest import Pages

NAMES = {"a": "http://www.w3.org/2005/Atom", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
XML = "{http://www.w3.org/XML/1998/namespace}"
BASE = "https://example.org/"
SITE = """
@ content/news/nytt/index.nb.md
---
title: Nytt krav
summary: Kort sagt.
published: 2027-01-02
updated: 2027-01-05
topics: [klima]
image: {src: bilde.jpg, decorative: true}
aliases: [/gammel.side/, /a+b.html]
---
Om [noe annet](news:annat).
@ content/news/nytt/index.sv.md
---
title: Nytt krav på svenska
translates: nb
aliases: [/gammal/]
---
Ord.
@ content/news/nytt/bilde.jpg
(a picture)
@ content/news/annat.sv.md
---
title: Annat
summary: I korthet.
published: 2027-01-01
topics: [klima]
---
Ord.
"""
Make = Callable[..., Pages]


def parsed(pages: Pages, address: str) -> Any:
    return etree.fromstring(pages.source(address).encode())


def test_an_entry_says_its_language_its_days_and_where_it_is(pages: Make) -> None:
    """Words in another language than the feed's are marked; what is read elsewhere has a base."""
    feed = parsed(pages(SITE), "nb/atom.xml")
    own, other = feed.findall("a:entry", NAMES)
    told = {name: [each.find(f"a:{name}", NAMES) for each in (own, other)] for name in ("title", "summary", "content")}
    assert [each.text for each in told["title"]] == ["Nytt krav", "Annat"]
    assert [each.text for each in told["summary"]] == ["Kort sagt.", "I korthet."]
    for found in told.values():
        assert [each.get(f"{XML}lang") for each in found] == [None, "sv"]
    assert [each.get(f"{XML}base") for each in told["content"]] == [
        f"{BASE}nb/nyheter/nytt/",
        f"{BASE}nb/nyheter/annat/",
    ]
    assert [own.findtext(f"a:{name}", namespaces=NAMES)[:10] for name in ("published", "updated")] == [
        "2027-01-02",
        "2027-01-05",
    ]
    assert f'href="{BASE}nb/nyheter/annat/"' in told["content"][0].text
    assert feed.findtext("a:title", namespaces=NAMES) == "Eksempel"
    topic = parsed(pages(SITE), "nb/temaer/klima/atom.xml")
    assert topic.findtext("a:title", namespaces=NAMES) == "Eksempel: Klima"


def test_an_item_of_the_json_feed_has_all_that_is_known(pages: Make) -> None:
    own, other = json.loads(pages(SITE).source("nb/feed.json"))["items"]
    assert own.pop("image").startswith(f"{BASE}media/news/nytt/bilde.")
    own.pop("content_html")
    assert own == {
        "id": "tag:example.org,2020-01-01:nb/news/nytt",
        "url": f"{BASE}nb/nyheter/nytt/",
        "title": "Nytt krav",
        "summary": "Kort sagt.",
        "date_published": "2027-01-02T00:00:00Z",
        "date_modified": "2027-01-05T00:00:00Z",
        "language": "nb",
        "tags": ["Klima"],
    }
    assert (other["language"], other["date_published"]) == ("sv", "2027-01-01T00:00:00Z")
    assert "image" not in other


def test_a_feed_ends_after_thirty_changes(pages: Make) -> None:
    text = "".join(
        f"\n@ content/news/n{n:02}.nb.md\n---\ntitle: N {n}\npublished: 2026-02-{n % 28 + 1:02}\n---\nOrd.\n"
        for n in range(34)
    )
    assert len(json.loads(pages(text).source("nb/feed.json"))["items"]) == 30


def test_the_sitemap_has_every_kind_and_the_day_of_each_change(pages: Make) -> None:
    root = parsed(pages(SITE), "sitemap.xml")
    days = {
        each.findtext("s:loc", namespaces=NAMES).removeprefix(BASE): each.findtext("s:lastmod", namespaces=NAMES)
        for each in root.findall("s:url", NAMES)
    }
    assert days["nb/nyheter/nytt/"] == days["sv/nyheter/nytt/"] == "2027-01-05"
    assert days["sv/nyheter/annat/"] == "2027-01-01"
    assert {"nb/", "nb/temaer/klima/", "nb/organisasjoner/digdir/", "nb/personer/kari/"} <= set(days)
    assert days["nb/"] is None


def test_old_addresses_lead_on_by_page_and_by_every_servers_rules(pages: Make) -> None:
    """Each to the language of the text that had it."""
    made = pages(SITE)
    nb, sv = "/nb/nyheter/nytt/", "/sv/nyheter/nytt/"
    assert f'url={sv}"' in made.source("gammal/")
    assert f'url={nb}"' in made.source("gammel.side/")
    assert made.source("_redirects").splitlines() == [
        f"/a+b.html {nb} 301",
        f"/gammal/ {sv} 301",
        f"/gammel.side/ {nb} 301",
    ]
    assert made.source("redirects.caddy").splitlines() == [
        f"redir /a+b.html {nb} permanent",
        f"redir /gammal/ {sv} permanent",
        f"redir /gammel.side/ {nb} permanent",
    ]
    assert made.source("redirects.nginx.conf").splitlines() == [
        rf'rewrite "^/a\+b\.html$" {nb} permanent;',
        f'rewrite "^/gammal/?$" {sv} permanent;',
        rf'rewrite "^/gammel\.side/?$" {nb} permanent;',
    ]


def test_robots_are_told_where_the_sitemap_is(pages: Make) -> None:
    assert pages().source("robots.txt") == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"
