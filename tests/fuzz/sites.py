"""What must hold of every site, whatever its files hold: it is read, checked and told, and nothing of it is lost.

Shared by the tests and the long run.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from itertools import islice
from random import Random
from time import process_time

from sitegen.checks import CHECKS
from sitegen.content.cache import decode, decode_body, encode
from sitegen.content.configuration import parse_configuration
from sitegen.content.naming import name_of
from sitegen.content.parse import ParsedFile, parse
from sitegen.foundation.diagnostics import Diagnostic, Outcome, has_errors
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
from tests.fuzz.documents import LANGUAGES

Heard = Callable[[float, bytes], None]
"""Told how many seconds of the processor the parsing of a document took."""


def unheard(seconds: float, data: bytes) -> None:
    """For those who do not measure."""


def config(data: bytes) -> Outcome[Config]:
    return parse_configuration(data, tuple(sorted(SECTIONS)))


def check_site(random: Random, files: dict[str, bytes], heard: Heard = unheard) -> None:
    """A site of the base and these files: parsed, assembled, checked, told; and, without the bad ones, asked."""
    kept = {file.path.decode(): file.data or b"" for file in base()}
    settings = kept.pop("site.yaml")
    configured = config(settings).value
    assert configured
    every = {**kept, **files}
    left = {path: parsed(path, data, heard) for path, data in sorted(every.items())}
    for _ in range(len(every)):
        site, found = assembled(random, configured, left)
        check_told(found, {**every, "site.yaml": settings})
        bad = {each.span.path for each in found if each.level == "error"}
        left = {path: outcome for path, outcome in left.items() if path not in bad}
        if not bad:
            ask(site)
            break


def assembled(
    random: Random, configured: Config, outcomes: Mapping[str, Outcome[ParsedFile]]
) -> tuple[Site, list[Diagnostic]]:
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


def parsed(path: str, data: bytes, heard: Heard = unheard) -> Outcome[ParsedFile]:
    """A document as it is read, and as the cache gives it back; with every word, or an error."""
    source = Source(path, data, digest_bytes(data))
    start = process_time()
    outcome = parse(source, LANGUAGES)
    heard(process_time() - start, data)
    kept = encode(outcome, "key")
    again = decode(kept.entry, "key")
    assert again is not None
    assert again.diagnostics == outcome.diagnostics
    if outcome.value:
        assert again.value == outcome.value.document
        assert decode_body(kept.body) == outcome.value.body
    if not has_errors(outcome.diagnostics):
        check_words(data, outcome.value)
    return outcome


def check_words(data: bytes, found: ParsedFile | None) -> None:
    """Every word that the generators put into a file is somewhere in what was made of it."""
    words = set(re.findall(rb"w\d+z", _without_comments(data)))
    made = f"{found.document.facts} {found.document.leaves} {found.document.prose} {found.body}" if found else ""
    assert words <= {word.encode() for word in re.findall(r"w\d+z", made)}, data


def _without_comments(data: bytes) -> bytes:
    """The file without what YAML takes for comments on lines of their own, and without the languages of code."""
    parts = re.split(rb"(?m)(^---[ \t]*\r?$)", data, maxsplit=2)
    front, rest = b"".join(parts[:3]), b"".join(parts[3:])
    return re.sub(rb"(?m)^\s*#.*$", b"", front) + re.sub(rb"(?m)^\s*```.*$", b"", rest)


def check_told(diagnostics: Iterable[Diagnostic], files: Mapping[str, bytes]) -> None:
    """Each diagnostic stands in its file, and can be told."""
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
