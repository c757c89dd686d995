"""No text that an editor can write is ever an exception, and each mistake is told at a place in its file.

`SITEGEN_FUZZ=1000000` makes that many documents; without it there are a few seconds of them.
"""

import os
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from itertools import islice
from random import Random
from time import process_time

import pytest

from sitegen.checks import CHECKS
from sitegen.content.cache import decode, decode_body, encode
from sitegen.content.configuration import parse_configuration
from sitegen.content.naming import name_of
from sitegen.content.parse import parse
from sitegen.foundation.diagnostics import Diagnostic, Outcome
from sitegen.foundation.digest import digest_bytes
from sitegen.graph.addresses import SECTIONS
from sitegen.graph.assemble import Input, assemble
from sitegen.graph.questions import QUESTIONS
from sitegen.graph.site import Site
from sitegen.graph.timely import turning_points
from sitegen.model.body import Body
from sitegen.model.config import Config
from sitegen.model.document import Source
from sitegen.model.problems import BY_CODE
from sitegen.render.telling import tell
from tests.cases.site_cases import base
from tests.content.generators import LANGUAGES, damaged, documents, real_documents

NUMBER = int(os.environ.get("SITEGEN_FUZZ", "2500"))
BATCH = 12
SLOWEST = 0.3
"""Seconds that a single document may take."""


def config(data: bytes) -> Outcome[Config]:
    return parse_configuration(data, tuple(sorted(SECTIONS)))


@pytest.mark.parametrize("seed", range(0, NUMBER, 500))
def test_nothing_that_is_written_breaks_the_program(seed: int) -> None:
    random = Random(seed)
    for _ in range(min(500, NUMBER) // BATCH):
        check_site(random, documents(random, BATCH))


def check_site(random: Random, files: dict[str, bytes]) -> None:
    """A site of the base and these files: parsed, assembled, checked, told; and, without the bad ones, asked."""
    kept = {file.path.decode(): file.data or b"" for file in base()}
    configured = config(kept.pop("site.yaml")).value
    assert configured
    every = {**kept, **files}
    left = {path: timed(path, data) for path, data in sorted(every.items())}
    for _ in range(len(every)):
        site, found = assembled(random, configured, left)
        check_told(found, every)
        bad = {each.span.path for each in found if each.level == "error"}
        left = {path: outcome for path, outcome in left.items() if path not in bad}
        if not bad:
            ask(site)
            break


def assembled(random: Random, configured: Config, outcomes: Mapping[str, Outcome]) -> tuple[Site, list[Diagnostic]]:
    """The site of these outcomes in any order, and all that is wrong with it."""
    documents = [outcome.value.document for outcome in outcomes.values() if outcome.value]
    names = [name_of(path) for path, outcome in outcomes.items() if not outcome.value]
    given = Input(
        config=configured,
        documents=tuple(random.sample(documents, len(documents))),
        broken=frozenset(name.ref for name in names if not isinstance(name, Diagnostic)),
        stated=(),
        files={},
        load_body=lambda _: Body(),
    )
    site, wrong = assemble(given, datetime(2027, 1, 15, tzinfo=UTC))
    checked = [found for check in CHECKS for found in check(site)]
    return site, [*wrong, *checked, *(found for outcome in outcomes.values() for found in outcome.diagnostics)]


def ask(site: Site) -> None:
    """A good site answers, now and when its answers change."""
    for at in (site.now, *islice(turning_points(site), 3)):
        for ref in site.entities:
            for name in ("ties", "editions", "over", "expired", "contacts", "registration"):
                QUESTIONS[name](site.at(at), str(ref))
            for name in ("card", "link", "shown"):
                QUESTIONS[name](site.at(at), str(ref), "sv")


def timed(path: str, data: bytes) -> Outcome:
    """A document as it is read, and as the cache gives it back; never slow."""
    source = Source(path, data, digest_bytes(data))
    start = process_time()
    outcome = parse(source, LANGUAGES)
    assert process_time() - start < SLOWEST, data
    kept = encode(outcome, "key")
    again = decode(kept.entry, "key")
    assert again is not None
    assert again.diagnostics == outcome.diagnostics
    if outcome.value:
        assert again.value == outcome.value.document
        assert decode_body(kept.body) == outcome.value.body
    return outcome


def check_told(diagnostics: Iterable[Diagnostic], files: Mapping[str, bytes]) -> None:
    lines = {path: lines_of(data) for path, data in files.items()}
    for found in diagnostics:
        assert found.code in BY_CODE
        for span in (found.span, *found.related):
            written = lines[span.path]
            assert 1 <= span.line <= len(written), (found, files[span.path])
            line = written[span.line - 1]
            assert 1 <= span.column <= len(line) + 1, (found, files[span.path])
            assert span.length >= 1
            assert span.column + span.length - 1 <= max(len(line), span.column), (found, files[span.path])
        told = tell(found, lambda path: tuple(lines[path]))
        assert told.reason
        assert told.mend


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, as long as they are at most: letters that are composed later count as two."""
    return re.split("\r\n|\r|\n", data.decode("utf-8-sig", "replace"))


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
        assert not [each for each in timed(path, data).diagnostics if each.level == "error"]
