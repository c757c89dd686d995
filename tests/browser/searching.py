"""The search page as one uses it: what is typed, and what is found."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

QUERIES = Path(__file__).with_name("queries.txt")
PAGES = {"nb": "nb/sok/", "nn": "nn/sok/", "sv": "sv/sok/", "da": "da/sog/"}


@dataclass(frozen=True)
class Query:
    """What readers of `lang` type, and the title of what they must find, where `elsewhere` in another language; after
    "not ", of what they must not find. "nothing" is for no hits at all in their language.
    """

    lang: str
    words: str
    title: str
    elsewhere: bool

    def __str__(self) -> str:
        return f"{self.lang}: {self.words}"


def queries() -> tuple[Query, ...]:
    """The table of queries."""
    lines = (line.strip() for line in QUERIES.read_text("utf-8").splitlines())
    rows = ([cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#"))
    return tuple(Query(lang, words, title, bool(more)) for lang, words, title, *more in rows)


def search(page: Page, words: str) -> None:
    """Types words into the field of the search page, and waits for the answer."""
    page.locator("#q").fill(words)
    page.locator("#q").press("Enter")
    answered(page, words)


def answered(page: Page, words: str) -> None:
    """Waits until it is told what was found for these words; then it is shown as well."""
    expect(page.locator("#told")).to_contain_text(re.compile(f"[«”]{re.escape(words)}[»”]"))


def titles(page: Page, group: str = "own") -> list[str]:
    """The titles of the hits that are shown: "own", or "others"."""
    return page.locator(f"#{group} h2").all_inner_texts()
