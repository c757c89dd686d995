"""The setup for VS Code is what the generator writes now, and its patterns read what the commands say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli.language import words_of
from sitegen.cli.schema import for_vscode
from sitegen.content.parse import parse
from sitegen.foundation.diagnostics import Diagnostic, Span, has_errors
from sitegen.foundation.digest import digest_bytes
from sitegen.kinds import KINDS
from sitegen.model.document import Source
from sitegen.model.kind import Kind
from sitegen.render.telling import tell
from sitegen.render.telling.plain import text

from .stage import REPOSITORY, sitegen

FOLDER = REPOSITORY / ".vscode"
LANG = "nb"
SNIPPETS = json.loads((FOLDER / "sitegen.code-snippets").read_text("utf-8"))


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


def test_what_is_generated_is_up_to_date() -> None:
    """To mend it: sitegen schema --vscode --lang nb"""
    wanted = for_vscode(REPOSITORY, words_of(REPOSITORY, LANG))
    assert [path.name for path, text in wanted.items() if path.read_text("utf-8") != text] == []


def test_the_schema_of_the_configuration_is_where_the_settings_say() -> None:
    ((path, file),) = read("settings.json")["yaml.schemas"].items()
    assert file == "site.yaml"
    assert (REPOSITORY / path).is_file()
    assert "redhat.vscode-yaml" in read("extensions.json")["recommendations"]


def test_the_tasks_are_commands_that_there_are() -> None:
    for task in read("tasks.json")["tasks"]:
        program, command, *options = task["command"].split()
        assert program == "sitegen"
        assert sitegen(REPOSITORY, command, "--help").exit_code == 0
        for option in options:
            assert option in sitegen(REPOSITORY, command, "--help").stdout


@pytest.mark.parametrize("lang", ["en", "nb", "nn", "sv", "da"])
@pytest.mark.parametrize(("level", "code"), [("error", "date"), ("warning", "long-summary")])
def test_mistakes_are_found_in_what_check_says_in_any_language(lang: str, level: str, code: str) -> None:
    found = Diagnostic(Span("content/events/x.nb.md", 4, 8), code, level, (("length", "301"), ("value", "a: b")))  # type: ignore[arg-type]
    said = text(tell(found, lambda _path: (), words_of(REPOSITORY, lang)), words_of(REPOSITORY, lang)).split("\n")
    matched = []
    for matcher in read("tasks.json")["tasks"][0]["problemMatcher"]:
        pattern = matcher["pattern"]
        for line in said:
            if match := re.fullmatch(pattern["regexp"].removeprefix("^").removesuffix("$"), line):
                parts = ("file", "line", "column", "code")
                matched.append((matcher["severity"], *(match[pattern[part]] for part in parts)))
    assert matched == [(level, "content/events/x.nb.md", "4", "8", code)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_a_snippet_filled_in_is_a_document(kind: Kind) -> None:
    body = "\n".join(SNIPPETS[f"sitegen {kind.name}"]["body"])
    filled = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", body)
    filled = re.sub(r"\$\{\d+:((?:[^}\\]|\\.)*)\}", r"\1", filled)
    filled = re.sub(r"\$\{\d+\}|\$0", "", filled)
    data = filled.encode()
    path = f"content/{kind.folder}/x{'' if 'name:' in filled else '.nb'}.md"
    found = parse(Source(path, data, digest_bytes(data)), ("nb",))
    assert found.value is not None
    assert not has_errors(found.diagnostics), (filled, found.diagnostics)


def test_snippets_are_for_markdown_and_named_by_their_kind() -> None:
    assert {each["prefix"] for each in SNIPPETS.values()} == {kind.name for kind in KINDS}
    assert {each["scope"] for each in SNIPPETS.values()} == {"markdown"}


def test_only_what_is_meant_is_written(tmp_path: Path) -> None:
    assert {path.relative_to(tmp_path).as_posix() for path in for_vscode(tmp_path, words_of(tmp_path, "en"))} == {
        *(f".vscode/schemas/{kind.name}.json" for kind in KINDS),
        ".vscode/schemas/site.json",
        ".vscode/sitegen.code-snippets",
    }
