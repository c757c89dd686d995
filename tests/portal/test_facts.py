"""The five cases that the portal tells: every fact of theirs is on the page, in every language."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.content.configuration import parse_configuration
from sitegen.graph.addresses import SECTIONS
from tests.portal.conftest import REPOSITORY, Portal

FACTS = [json.loads(line) for line in Path(__file__).with_name("facts.jsonl").read_text("utf-8").splitlines()]
CONFIG = parse_configuration((REPOSITORY / "site.yaml").read_bytes(), tuple(SECTIONS)).value
LANGUAGES = ("nb", "nn", "sv", "da")


def address(portal: Portal, document: str, lang: str) -> str:
    """Where the page of a document is, as its canonical link in the sitemap of pages has it."""
    kind, name = document.split(":")
    words = dict(SECTIONS[kind])[lang]
    found = sorted((portal.root / lang / words).glob(f"{name}*/index.html"))
    if not found:  # a slug of its own: found by the calendar identity that stays the same
        for file in sorted((portal.root / lang / words).glob("*.ics")):
            if f"UID:{kind}-{name}@" in file.read_text("utf-8"):
                return f"{lang}/{words}/{file.stem}"
    return found[0].parent.relative_to(portal.root).as_posix()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact['document']} {fact['fact']}"[:80])
def test_a_fact_is_on_the_page(portal: Portal, fact: dict[str, Any], lang: str) -> None:
    """In the reader's language where it was said in it, else in the language that this reader is shown."""
    assert CONFIG is not None
    says = next(fact["says"][each] for each in CONFIG.reading_order(lang) if each in fact["says"])
    text = portal.text(address(portal, fact["document"], lang))
    missing = [part for part in says.split("|") if part not in text]
    assert not missing
