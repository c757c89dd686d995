"""Which pages stand for all: of each sort of page and each language the one with the most on it.

A sort is what has a template, or a state, of its own: the page of a kind in the reader's language and in
another, a list, a year of an archive, a cancelled event, an open registration.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_LANG = re.compile(r'<html lang="([^"]+)"')
_KIND = re.compile(r'<article class="document (\w+)"')
_STATES = {
    "fallback": '<div class="notice ds-alert"[^>]*>\n<p>[^<]*</p>\n<p><a href="[^"]*" hreflang=',
    "open registration": 'data-state="(open|closing)"',
    "pictured": '<figure class="picture">',
    "closed registration": 'data-state="closed"',
    "cancelled": '<div class="banner ds-alert" data-color="danger"',
}


@dataclass(frozen=True, order=True)
class Sample:
    """A page that stands for its sort in its language; `address` is below the site's base."""

    sort: str
    lang: str
    address: str

    def __str__(self) -> str:
        return f"{self.lang} {self.sort}: /{self.address}"


def samples(root: Path) -> tuple[Sample, ...]:
    """One page for each sort and language, by both."""
    largest: dict[tuple[str, str], tuple[int, str]] = {}
    for page in sorted(root.rglob("*.html")):
        text = page.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        found = _LANG.search(text)
        assert found, page
        address = page.relative_to(root).as_posix().removesuffix("index.html")
        for sort in _sorts(address, text):
            key = (sort, found[1])
            largest[key] = max(largest.get(key, (0, "")), (len(text), address))
    return tuple(sorted(Sample(sort, lang, address) for (sort, lang), (_, address) in largest.items()))


def _sorts(address: str, text: str) -> Iterable[str]:
    """What a page is a sample of: a document by its kind and state, anything else by its place."""
    kind = _KIND.search(text)
    if kind is None:
        yield _place(address)
        return
    states = [name for name, mark in _STATES.items() if re.search(mark, text)]
    yield kind[1]
    yield from (f"{kind[1]}, {state}" for state in states)


def _place(address: str) -> str:
    """A list by its place, whichever its year, month or country."""
    return re.sub(r"(?<=.)/(\d+|[a-z]{2})(?=/)", "/#", f"/{address}")
