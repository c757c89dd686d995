"""Every field of every kind has a place where readers find it, and docs/fields.md says which."""

from pathlib import Path

import pytest

from tests.fields.table import built, table, written

Rows = dict[str, dict[str, tuple[str, ...]]]
PAGE = Path(__file__).parents[2] / "docs" / "fields.md"


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    return table(*built(tmp_path_factory.mktemp("fields")))


def test_every_field_is_published_somewhere(rows: Rows) -> None:
    without = {(kind, path) for kind, fields in rows.items() for path, places in fields.items() if not places}
    assert not without


def test_the_table_in_the_documentation_is_this_one(rows: Rows) -> None:
    assert PAGE.read_text("utf-8") == written(rows), "run scripts/fields.py"


def test_words_are_found_on_the_page_of_their_document(rows: Rows) -> None:
    """A sample by hand, so that the search itself is held to something."""
    assert {"page", "lists", "feed"} <= set(rows["news"]["title"])
    assert {"page", "calendar"} <= set(rows["event"]["start"])
    assert "page" in rows["person"]["phone"]
    assert rows["topic"]["draft"]
