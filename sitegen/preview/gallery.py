"""Every component of the site on one page, each as the site has it now, for whoever changes the look.

Nothing is drawn twice: a component is taken from the first built page that has it, so that the page cannot show what
readers are not shown.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from sitegen.preview.tree import read

_LANG = re.compile("[a-z]{2,3}(-[A-Za-z0-9]+)*")
_SELECTOR = re.compile(r"(\w+)(?:\.([\w-]+))?(?:\[([\w-]+)=([\w-]+)\])?")
MOST = 400
"""So many pages are looked through for components."""

COMPONENTS = (
    ("Head of the page", "header.top", "parts/header.html"),
    ("Way up", "nav.crumbs", "parts/crumbs.html"),
    ("Head of the front page", "header.hero", "front.html"),
    ("Ingress", "p.ingress", "document.html"),
    ("Notice", "div.notice", "parts/standing.html"),
    ("Warning", "div.banner[data-color=warning]", "event.html"),
    ("Cancelled", "div.banner[data-color=danger]", "event.html"),
    ("Facts", "section.facts", "event.html"),
    ("Registration, open", "div.registration[data-state=open]", "parts/registration.html"),
    ("Registration, closing", "div.registration[data-state=closing]", "parts/registration.html"),
    ("Registration, closed", "div.registration[data-state=closed]", "parts/registration.html"),
    ("Button", "a.sign-up", "parts/registration.html"),
    ("Quiet button", "a.ds-button[data-variant=secondary]", "event.html"),
    ("State: none of its own", "span.ds-tag[data-color=neutral]", "parts/words.html"),
    ("State: good", "span.ds-tag[data-color=success]", "parts/words.html"),
    ("State: heed", "span.ds-tag[data-color=warning]", "parts/words.html"),
    ("State: bad", "span.ds-tag[data-color=danger]", "parts/words.html"),
    ("Links to topics", "ul.tags", "parts/side.html"),
    ("List of documents", "ul.entries", "parts/entries.html"),
    ("Picture", "figure.picture", "parts/picture.html"),
    ("Text", "div.prose", "document.html"),
    ("Note", "aside.note", "a block of a text"),
    ("Quotation", "figure.quote", "a block of a text"),
    ("Table", "div.table", "a table of a text"),
    ("Programme", "div.programme", "blocks/programme.html"),
    ("Process", "ol.process", "blocks/process.html"),
    ("Partners", "dl.countries", "blocks/partners.html"),
    ("Contacts", "div.contacts", "blocks/contacts.html"),
    ("Years of an archive", "nav.years[aria-labelledby=archive]", "parts/entries.html"),
    ("Directory", "ul.directory", "directory.html"),
    ("Tree of topics", "ul.tree", "topics.html"),
    ("Month", "div.month-table", "month.html"),
    ("Feeds to follow", "section.follow", "parts/follow.html"),
    ("Search", "form[role=search]", "parts/header.html"),
    ("Foot of the page", "footer.bottom", "parts/footer.html"),
)
"""What each is called, its element with a class or attributes, and the template that makes it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A component: its name, the template that makes it, the page that it is from, and its HTML."""

    name: str
    template: str
    page: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The components, the language and the style sheets of the pages that they are from, and the languages that
    there are."""

    shown: tuple[Shown, ...]
    lang: str
    sheets: tuple[str, ...]
    langs: tuple[str, ...]


def gallery(output: Path, prefix: Iterable[str], lang: str) -> Gallery:
    """The components as the published tree has them, in `lang` if the site has pages in it, else in its first."""
    langs = tuple(sorted(path.parent.name for path in output.glob("*/index.html") if _LANG.fullmatch(path.parent.name)))
    lang = lang if lang in langs else (langs or ("en",))[0]
    found: dict[str, Shown] = {}
    sheets: tuple[str, ...] = ()
    for names, page in _pages(output, lang):
        sheets = sheets or tuple(page.xpath("//link[@rel='stylesheet']/@href"))
        address = "/".join(["", *prefix, *names]).removesuffix("index.html")
        for name, selector, template in COMPONENTS:
            if name not in found and (elements := page.xpath(_path(selector))):
                source = html.tostring(elements[0], encoding="unicode", with_tail=False)
                found[name] = Shown(name, template, address, source)
        if len(found) == len(COMPONENTS):
            break
    shown = tuple(found.get(name, Shown(name, template)) for name, _, template in COMPONENTS)
    return Gallery(shown, lang, sheets, langs)


def _path(selector: str) -> str:
    """The XPath of an element with a class, an attribute, or both: "div.banner[data-color=danger]"."""
    found = _SELECTOR.fullmatch(selector)
    assert found, selector
    tag, name, attribute, value = found.groups()
    classed = f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" if name else ""
    return f"//{tag}{classed}" + (f"[@{attribute}='{value}']" if attribute else "")


def _pages(output: Path, lang: str) -> Iterator[tuple[tuple[str, ...], html.HtmlElement]]:
    """The built pages of a language, by address."""
    pages = (path.relative_to(output).parts for path in sorted((output / lang).rglob("index.html")))
    for names in list(pages)[:MOST]:
        data = read(output, names)
        if isinstance(data, bytes) and b'http-equiv="refresh"' not in data:
            yield names, html.document_fromstring(data.decode("utf-8"))
