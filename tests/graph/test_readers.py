"""What readers of each language are shown, and where."""

from pathlib import Path

import pytest

from sitegen.graph.readers import blocks, body_digest, card, editions, frame, link, shown
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from tests.cases.site_cases import site_in

FILES = """\
@ content/events/x.nb.md
---
title: Møte
slug: mote
start: 2027-03-04
programme: [{title: A}]
---

::: programme
:::
@ content/events/x.sv.md
---
translates: nb
title: Möte
slug: mote-sv
---

Svensk text.
"""
DIRECT = """\
@ site.yaml
title: {nb: Eksempel, sv: Exempel}
url: https://example.org/portal
timezone: Europe/Oslo
languages:
  nb: {reads: [nn], fallback: [da, sv]}
  nn: {reads: [nb], fallback: [da, sv]}
  sv: {fallback: [nb, da, nn]}
  da: {fallback: [nb, nn, sv]}
fallback_pages: false
"""
X = "event:x"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return site_in(tmp_path, FILES)


@pytest.mark.parametrize(
    ("reader", "text", "standing"),
    [("nb", "nb", "own"), ("nn", "nb", "read"), ("sv", "sv", "own"), ("da", "nb", "fallback")],
)
def test_each_reader_gets_the_best_text_there_is(reader: str, text: str, standing: str, site: Site) -> None:
    found = shown(site, X, reader)
    assert (found.lang, found.standing) == (text, standing)
    assert site.standing(site.entities[Ref("event", "x")], reader) == (text, standing)


def test_a_neutral_document_is_every_readers_own(site: Site) -> None:
    assert {shown(site, "topic:klima", lang).standing for lang in site.config.tags} == {"own"}
    assert {shown(site, "topic:klima", lang).path for lang in site.config.tags} == {"content/topics/klima.md"}


def test_the_order_of_languages_is_own_read_fallback_and_then_the_sites(site: Site) -> None:
    assert frame(site, "nn").reading_order == ("nn", "nb", "da", "sv")
    assert frame(site, "da").reading_order == ("da", "nb", "nn", "sv")
    assert frame(site, "nn").reads == ("nn", "nb")


def test_words_are_in_the_best_language_each(site: Site) -> None:
    titles = {
        lang: (found.title.words, found.title.lang) for lang in site.config.tags if (found := link(site, X, lang))
    }
    assert titles == {"nb": ("Møte", "nb"), "nn": ("Møte", "nb"), "sv": ("Möte", "sv"), "da": ("Møte", "nb")}


def test_every_language_has_a_page_with_the_slug_of_its_text(site: Site) -> None:
    assert [(each.lang, each.address, each.standing) for each in editions(site, X)] == [
        ("nb", "nb/arrangementer/mote/", "own"),
        ("nn", "nn/arrangement/mote/", "read"),
        ("sv", "sv/evenemang/mote-sv/", "own"),
        ("da", "da/arrangementer/mote/", "fallback"),
    ]


def test_a_translation_says_what_it_was_translated_from(site: Site) -> None:
    assert shown(site, X, "sv").translated_from == "nb"
    assert shown(site, X, "nb").translated_from == ""


def test_text_and_blocks_are_those_of_the_text_that_is_shown(site: Site) -> None:
    assert blocks(site, X, "nn") == ("programme",)
    assert blocks(site, X, "sv") == ()
    assert body_digest(site, X, "nb") == body_digest(site, X, "da") != body_digest(site, X, "sv")


def test_without_fallback_pages_lists_link_straight_to_the_text(tmp_path: Path) -> None:
    site = site_in(tmp_path, DIRECT + FILES)
    assert [each.lang for each in editions(site, X)] == ["nb", "nn", "sv"]
    found = link(site, X, "da")
    assert found
    assert (found.address, found.lang) == ("nb/arrangementer/mote/", "nb")
    listed = card(site, X, "da")
    assert listed
    assert (listed.link, listed.standing, listed.words_lang) == (found, "fallback", "nb")
    assert frame(site, "da").prefix == "/portal/"


def test_without_fallback_pages_an_address_that_no_page_has_is_free(tmp_path: Path) -> None:
    """The Danish page of one and the Danish slug of another would be one address, if both had a page."""
    files = """\
@ content/events/mote.da.md
---
title: Møde
start: 2027-03-05
---
"""
    site = site_in(tmp_path, DIRECT + FILES.replace("slug: mote-sv\n", "") + files)
    assert [each.lang for each in editions(site, "event:mote")] == ["da"]
