"""The same document for readers of several languages."""

from collections.abc import Callable

from tests.outputs.pages.conftest import LANGUAGES, Pages

SWEDISH = """
@ content/events/dag.sv.md
---
title: Dagen
summary: En dag.
start: 2027-05-05 10:00
end: 2027-05-05 12:00
registration: {deadline: 2027-05-01}
---
Välkommen.
"""
NYNORSK = """
@ content/news/sak.nn.md
---
title: Saka
published: 2027-01-02
---
Nytt.
"""
PAIR = """
@ content/news/nytt.nb.md
---
title: Nyheten
published: 2027-01-02
---
Tekst.
@ content/news/nytt.sv.md
---
translates: nb
title: Nyheten på svenska
---
Text.
"""


def alternates(pages: Pages, address: str) -> dict[str, str]:
    links = pages.page(address).all("link[hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def canonical(pages: Pages, address: str) -> str:
    return pages.page(address).one("link[rel=canonical]").get("href")


def test_a_fallback_page_has_words_in_their_language_and_facts_in_the_readers(pages: Callable[..., Pages]) -> None:
    page = pages(SWEDISH).page("nb/arrangementer/dag/")
    assert page.one("h1").get("lang") == "sv"
    assert page.one(".columns .prose").get("lang") == "sv"
    assert page.text(".notice p:first-child").startswith("Vi har ikke denne teksten på bokmål.")
    assert page.one(".notice a").get("href") == "/sv/evenemang/dag/"
    assert page.rows()["Når"] == "onsdag 5. mai 2027 kl. 10:00–12:00"
    assert page.rows()["Frist"] == "lørdag 1. mai 2027"


def test_a_fallback_page_is_known_by_the_original_and_has_no_alternates(pages: Callable[..., Pages]) -> None:
    made = pages(SWEDISH)
    assert canonical(made, "nb/arrangementer/dag/") == "https://example.org/sv/evenemang/dag/"
    assert alternates(made, "nb/arrangementer/dag/") == {}
    assert set(alternates(made, "sv/evenemang/dag/")) == {"sv", "x-default"}


def test_a_text_that_the_reader_reads_has_no_notice_but_its_language(pages: Callable[..., Pages]) -> None:
    made = pages(NYNORSK)
    page = made.page("nb/nyheter/sak/")
    assert page.all(".notice") == []
    assert page.one("h1").get("lang") == "nn"
    assert canonical(made, "nb/nyheter/sak/") == "https://example.org/nb/nyheter/sak/"


def test_alternates_are_the_same_on_every_edition_and_default_to_the_original(pages: Callable[..., Pages]) -> None:
    made = pages(PAIR)
    found = alternates(made, "sv/nyheter/nytt/")
    assert found == alternates(made, "nb/nyheter/nytt/") == alternates(made, "nn/nyheiter/nytt/")
    assert found["x-default"] == found["nb"] == "https://example.org/nb/nyheter/nytt/"
    assert set(found) == {"nb", "nn", "sv", "x-default"}


def test_a_translation_names_the_language_that_it_is_from(pages: Callable[..., Pages]) -> None:
    made = pages(PAIR)
    link = made.page("sv/nyheter/nytt/").one(".dates a")
    assert (link.get("href"), link.text) == ("/nb/nyheter/nytt/", "Översatt från bokmål")
    assert made.page("nb/nyheter/nytt/").all(".dates") == []


def test_the_switch_leads_to_the_same_page_in_each_language(pages: Callable[..., Pages]) -> None:
    made = pages(PAIR)
    assert made.page("nb/nyheter/nytt/").values(".tongues a", "href") == [
        "/nb/nyheter/nytt/",
        "/nn/nyheiter/nytt/",
        "/sv/nyheter/nytt/",
        "/da/nyheder/nytt/",
    ]
    assert made.page("nb/nyheter/2027/").values(".tongues a", "href")[2] == "/sv/nyheter/2027/"
    assert made.page("nb/nyheter/").texts('.tongues [aria-current="true"]') == ["bokmål"]


def test_without_fallback_pages_the_switch_leaves_out_what_is_not_there(pages: Callable[..., Pages]) -> None:
    plain = """
@ site.yaml
title: {nb: Eksempel, sv: Exempel}
url: https://example.org/
timezone: Europe/Oslo
languages:
  nb: {fallback: [sv]}
  sv: {fallback: [nb]}
fallback_pages: false
@ content/organisations/digdir.md
---
name: Digitaliseringsdirektoratet
---
@ content/topics/klima.md
---
name: {nb: Klima, sv: Klimat}
---
"""
    made = pages(plain + SWEDISH)
    assert "nb/arrangementer/dag/index.html" not in made.paths
    assert made.page("sv/evenemang/dag/").values(".tongues a", "href") == []
    link = made.page("nb/arrangementer/").one(".entry a[lang=sv]")
    assert (link.get("href"), link.get("hreflang")) == ("/sv/evenemang/dag/", "sv")


def test_the_root_and_its_404_name_every_language_in_itself(pages: Callable[..., Pages]) -> None:
    made = pages()
    assert made.page("").values("main li", "lang") == list(LANGUAGES)
    assert made.page("").texts("main b") == ["bokmål", "nynorsk", "svenska", "dansk"]
    assert set(alternates(made, "")) == {*LANGUAGES, "x-default"}
    assert "Sidan finns inte här" in made.page("404.html").text()
    assert made.page("sv/404.html").all("link[rel=canonical]") == []
