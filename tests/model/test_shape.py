"""The shape of a record, by which front matter is read, translations are joined, and places are found."""

import pytest

from sitegen.content.parse import parse
from sitegen.foundation.digest import digest_bytes
from sitegen.kinds import KINDS
from sitegen.model.document import Document, Source
from sitegen.model.kind import Kind
from sitegen.model.shape import rebuild, shape, walk
from tests.fuzz.documents import LANGUAGES, real_documents


def originals() -> list[Document]:
    parsed = [parse(Source(path, data, digest_bytes(data)), LANGUAGES).value for path, data in real_documents()]
    return [each.document for each in parsed if each and each.document.facts]


ORIGINALS = originals()


@pytest.mark.parametrize("document", ORIGINALS, ids=lambda document: str(document.ref))
def test_leaves_and_facts_have_the_same_paths(document: Document) -> None:
    """Else a mistake that a check finds would be told at the top of the file."""
    walked = {path for path, _, _ in walk(document.facts)}
    written = {leaf.path for leaf in document.leaves if leaf.sort != "list" and not leaf.path.startswith("x-")}
    neutral = {path.rpartition("/")[0] for path in written if path.rpartition("/")[2] in LANGUAGES}
    by_default = {path for path, _, value in walk(document.facts) if value in (False, "confirmed", "read-more")}
    assert {path.rpartition("/")[0] for path in written - walked} <= neutral
    assert walked - by_default <= written | neutral


@pytest.mark.parametrize("document", ORIGINALS, ids=lambda document: str(document.ref))
def test_rebuilding_without_a_change_is_the_same_record(document: Document) -> None:
    assert rebuild(document.facts, lambda _path, _field, value: value) is document.facts


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_a_label_and_names_without_an_underscore_at_the_end(kind: Kind) -> None:
    fields = shape(kind.facts)
    assert {"title", "name"} & {field.name for field in fields if field.required}
    assert not [field.name for field in fields if field.name.endswith("_")]
