"""No text that an editor can write is ever an exception, and each mistake is told at a place in its file.

`SITEGEN_FUZZ=1000000` makes that many documents and as many texts; without it there are a few seconds of them.
`python -m tests.fuzz` runs for as long as one likes, and measures.
"""

import os
from random import Random

import pytest

from tests.cases.site_cases import base
from tests.fuzz.bodies import text_of
from tests.fuzz.documents import damaged, documents, real_documents
from tests.fuzz.html import check_words
from tests.fuzz.large import large_body, large_front
from tests.fuzz.sites import check_site, check_told, config, parsed

NUMBER = int(os.environ.get("SITEGEN_FUZZ", "2500"))
PART = 500
BATCH = 12
"""Documents of one site."""


@pytest.mark.parametrize("seed", range(0, NUMBER, PART))
def test_nothing_that_is_written_breaks_the_program(seed: int) -> None:
    random = Random(seed)
    for _ in range(min(PART, NUMBER) // BATCH):
        check_site(random, documents(random, BATCH))


@pytest.mark.parametrize("seed", range(0, NUMBER, PART))
def test_every_text_is_clean_html_with_all_its_words(seed: int) -> None:
    random = Random(seed)
    for _ in range(min(PART, NUMBER)):
        check_words(*text_of(random))


@pytest.mark.parametrize("seed", range(max(3, NUMBER // 2500)))
def test_texts_as_large_as_may_be(seed: int) -> None:
    for data in (large_body(Random(seed)), large_front(Random(seed))):
        check_told(parsed("content/events/x.nb.md", data).diagnostics, {"content/events/x.nb.md": data})


def test_no_site_yaml_breaks_the_program() -> None:
    random = Random(7)
    data = next(file.data for file in base() if file.path == b"site.yaml") or b""
    for _ in range(NUMBER // 5):
        written = damaged(random, data)
        outcome = config(written)
        check_told(outcome.diagnostics, {"site.yaml": written})
        assert (outcome.value is None) == bool(outcome.diagnostics)


def test_the_documents_of_this_repository_are_good() -> None:
    for path, data in real_documents():
        assert not [each for each in parsed(path, data).diagnostics if each.level == "error"]
