"""sitemap.xml (sitemaps.org 0.9) with the editions of each document as hreflang alternates.

Only pages in a language that their reader reads stand in it: a fallback page is known by its original. The
format's bound is 50,000 addresses a file.
"""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from sitegen.engine.output import Output
from sitegen.graph.answers import Edition
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "sitemap"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NAMES: Any = {None: SITEMAP, "xhtml": XHTML}
KINDS = ("event", "news", "project", "page", "person", "organisation", "topic")


def plan(site: Site) -> Iterable[Output]:
    yield Output("sitemap.xml", NAME, (site.config.tags[0],))


def render(_output: Output, view: View) -> bytes:
    """Front pages first, then documents by kind and id, each edition with all of its alternates."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=NAMES)
    _add(root, view, [Edition(lang, f"{lang}/", "own") for lang in view.frame.languages], "")
    for kind in KINDS:
        for ref in view.refs("documents", kind):
            editions = [each for each in view.editions(ref) if each.standing != "fallback"]
            _add(root, view, editions, _changed(view, ref))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _changed(view: View, ref: Ref) -> str:
    """The day on which a document was last changed, as its editors say it."""
    facts = view.facts(ref)
    return str(facts.updated or facts.published or "")


def _add(root: etree._Element, view: View, editions: list[Edition], changed: str) -> None:
    for edition in editions:
        url = etree.SubElement(root, f"{{{SITEMAP}}}url")
        etree.SubElement(url, f"{{{SITEMAP}}}loc").text = view.absolute(edition.address)
        if changed:
            etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = changed
        for other in editions:
            alternate = etree.SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=other.lang)
            alternate.set("href", view.absolute(other.address))


FAMILY = Family(NAME, plan, render)
