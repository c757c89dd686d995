"""The schemas take all that the site takes, and refuse what a single file shows to be wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sitegen.content.frontmatter import decode, split
from sitegen.content.nodes import Node, Scalar, Sequence
from sitegen.content.parse import HEAD_FIELDS, Head
from sitegen.content.scalars import VERBS
from sitegen.content.yaml_nodes import read_yaml
from sitegen.editing.descriptions import DESCRIPTIONS, description
from sitegen.editing.documents import named
from sitegen.editing.schema import SCALARS, SITE, schemas
from sitegen.kinds import BY_FOLDER, KINDS
from sitegen.model.config import LanguageSettings, Settings
from sitegen.model.shape import shape
from sitegen.render.telling import ENGLISH

from .stage import REPOSITORY, sitegen

FILES = sorted(path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "content").rglob("*.md"))
SCHEMAS = schemas(ENGLISH)


def plain(node: Node) -> Any:
    """Front matter as other tools have it that leave all values as they are written; an empty one is null."""
    if isinstance(node, Scalar):
        return None if node.empty else node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def front_matter(text: str) -> Any:
    parts = split(text, "x").value
    assert parts is not None
    return plain(read_yaml(parts.front, "x", 2)[0])


def faults(kind: str, value: object) -> list[str]:
    found = Draft202012Validator(SCHEMAS[kind]).iter_errors(value)
    return sorted({"/".join(map(str, error.absolute_path)) for error in found})


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", FILES)
def test_the_portal_is_as_the_schemas_say(path: str) -> None:
    name = named(path)
    assert name is not None
    text = decode((REPOSITORY / path).read_bytes(), path).value
    assert text is not None
    assert faults(name.ref.kind, front_matter(text)) == []


def test_the_configuration_of_the_portal_is_as_its_schema_says() -> None:
    fields, _ = read_yaml((REPOSITORY / "site.yaml").read_text("utf-8"), "site.yaml", 1)
    assert faults(SITE, plain(fields)) == []


GOOD: dict[str, Any] = {"title": "Møte", "start": "2027-05-04 10:00"}


@pytest.mark.parametrize(
    ("more", "at"),
    [
        ({"strat": "2027-05-04"}, ""),
        ({"start": "i morgen"}, "start"),
        ({"start": None}, "start"),
        ({"status": "maybe"}, "status"),
        ({"draft": "perhaps"}, "draft"),
        ({"venue": {"city": "Hamar"}}, "venue"),
        ({"venue": {"name": "Rådhuset", "postcode": ["0150"]}}, "venue/postcode"),
        ({"venue": "Rådhuset"}, "venue"),
        ({"topics": "klima"}, "topics"),
        ({"topics": ["Klima"]}, "topics/0"),
        ({"organisers": ["topic:klima"]}, "organisers/0"),
        ({"contacts": [{"who": "kari"}]}, "contacts/0"),
        ({"links": [{"title": "Mer"}]}, "links/0"),
        ({"links": [{"title": "Mer", "url": "www.example.com"}]}, "links/0/url"),
        ({"programme": [{"title": "A", "start": "kl. 10"}]}, "programme/0/start"),
        ({"registration": {"email": "meg"}}, "registration/email"),
        ({"cpv": ["123"]}, "cpv/0"),
        ({"title": "To\nlinjer"}, "title"),
        ({"title": {"norsk": "x"}}, "title"),
        ({"source": "i mai"}, "source"),
    ],
)
def test_a_mistake_is_found_where_it_is(more: dict[str, Any], at: str) -> None:
    assert faults("event", GOOD) == []
    assert faults("event", {**GOOD, **more}) == [at]


def test_an_original_needs_its_facts_and_a_translation_none() -> None:
    assert faults("event", {"title": "Møte"}) == [""]
    assert faults("event", {"translates": "nb"}) == []
    assert faults("event", {"translates": "nb", "venue": {"city": "Hamar"}, "programme": [{"title": None}]}) == []
    assert faults("event", {"translates": None, "title": "Møte"}) == [""]
    assert faults("event", {"translates": "nb", "strat": "x"}) == [""]


def test_fields_of_ones_own_may_hold_anything() -> None:
    assert faults("event", {**GOOD, "x-mark": {"a": [1, 2]}}) == []


def test_numbers_and_truths_as_other_tools_read_them_are_good() -> None:
    read = {"title": 2027, "draft": True, "cpv": [34100000], "registration": {"capacity": 40, "phone": 4700000000}}
    assert faults("event", {**GOOD, **read, "venue": {"name": "R", "latitude": 60.79, "postcode": 150}}) == []


def test_every_field_of_every_record_is_described_and_no_other() -> None:
    used, records = set(), [Head, Settings, LanguageSettings, *(kind.facts for kind in KINDS)]
    while records:
        record = records.pop()
        for field in shape(record):
            own = [f"{each.__name__}.{field.name}" for each in record.__mro__]
            used.add(next((name for name in own if name in DESCRIPTIONS), field.name))
            assert description(record, field.name).endswith((".", "000", "00"))
            if field.sort == "record":
                records.append(field.type)
    assert used | {"languages", "url_words", "time_separator"} == set(DESCRIPTIONS)
    assert {field.name for field in shape(Head)} == HEAD_FIELDS


def test_every_sort_of_value_has_a_form() -> None:
    assert VERBS.keys() == SCALARS.keys()


def test_the_command_writes_a_file_for_each_kind_in_the_editors_language(tmp_path: Path) -> None:
    assert sitegen(tmp_path, "schema", str(tmp_path / "out")).exit_code == 0
    names = {path.stem for path in (tmp_path / "out").iterdir()}
    assert names == {kind.name for kind in BY_FOLDER.values()} | {SITE}
    written = json.loads((tmp_path / "out/event.json").read_text("utf-8"))
    assert written == SCHEMAS["event"]
    norwegian = json.loads(sitegen(tmp_path, "schema", "--lang", "nb").stdout)
    assert norwegian.keys() == SCHEMAS.keys()
    said = norwegian["event"]["$defs"]["original"]["properties"]["start"]["description"]
    assert said != SCHEMAS["event"]["$defs"]["original"]["properties"]["start"]["description"]
