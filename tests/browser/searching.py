"""The search page as one uses it: what is typed, and what is found."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

QUERIES = Path(__file__).with_name("queries.txt")
PAGES = {"nb": "nb/sok/", "nn": "nn/sok/", "sv": "sv/sok/", "da": "da/sog/"}


@dataclass(frozen=True)
class Query:
    """What readers of `lang` type, and the title of what they must find; after "not ", of what they must not find.
    "nothing" is for no hits at all in their language. `marks` are "elsewhere", where it is in another language, and
    "picked", where it must be picked out among thousands that have the words in their titles.
    """

    lang: str
    words: str
    title: str
    marks: frozenset[str] = frozenset()

    @property
    def group(self) -> str:
        """The hits among which it is."""
        return "others" if "elsewhere" in self.marks else "own"

    def is_answered(self, shown: list[str]) -> bool:
        """Whether these titles of hits are what must be found."""
        if self.title == "nothing":
            return shown == []
        wanted = self.title.removeprefix("not ")
        return (wanted in shown) == (wanted == self.title)

    def __str__(self) -> str:
        return f"{self.lang}: {self.words}"


def queries() -> tuple[Query, ...]:
    """The table of queries."""
    lines = (line.strip() for line in QUERIES.read_text("utf-8").splitlines())
    rows = ([cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#"))
    return tuple(Query(lang, words, title, frozenset(marks)) for lang, words, title, *marks in rows)


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
