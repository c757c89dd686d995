"""JSON, GitLab's code quality and SARIF: what other programs read."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.telling.stage import BAD, check, many, stage

FOLDER = Path(__file__).parent
SARIF = json.loads((FOLDER / "sarif.json").read_text("utf-8"))
ODD = "@ content/news/rød\\x20grøt.nb.md (escaped)\n---\ntitle: T\n---\n"


def report(form: str, *arguments: object, **variables: str) -> Any:
    """The report in a form; it is ASCII, so that no terminal or encoding harms it."""
    result = check("--format", form, *arguments, **variables)
    assert result.stdout.isascii()
    return json.loads(result.stdout)


def test_json_says_what_the_text_says(tmp_path: Path) -> None:
    stage(tmp_path)
    said = report("json")
    assert (said["version"], said["language"], said["errors"], said["warnings"], said["files"]) == (1, "en", 3, 1, 6)
    first, *_, last = said["diagnostics"]
    assert first.pop("fingerprint")
    assert first == {
        "code": "unknown-field",
        "level": "error",
        "path": "content/events/kurs.nb.md",
        "line": 3,
        "column": 1,
        "end_column": 6,
        "reason": "There is no field “strat” here.",
        "mend": "Did you mean “start”?",
        "values": {"name": "strat", "near": "start"},
        "related": [],
    }
    place = {"path": "content/events/kurs.nb.md", "line": 5, "column": 6, "end_column": 22}
    assert last["related"] == [place]


def test_json_of_files_counts_the_others(tmp_path: Path) -> None:
    stage(tmp_path)
    said = report("json", "content/events/seminar.nb.md", "--lang", "sv")
    assert (said["errors"], said["warnings"], said["elsewhere"], said["language"]) == (1, 0, 3, "sv")


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_a_mistake_is_known_again(form: str, tmp_path: Path) -> None:
    """By a fingerprint: the same in every language and on another line, and none like another's."""
    stage(tmp_path, BAD + many(3, 3).replace("<b>1", "<b>0").replace("<b>2", "<b>0"))
    before = fingerprints(form)
    assert len(set(before)) == len(before) == 10
    assert fingerprints(form, "--lang", "da") == before
    path = tmp_path / "content/news/mange.nb.md"
    path.write_text(path.read_text("utf-8").replace("---\n<b>", "---\nEt avsnitt.\n\n<b>"), encoding="utf-8")
    assert fingerprints(form) == before


def fingerprints(form: str, *arguments: object) -> list[str]:
    said = report(form, *arguments)
    if form == "sarif":
        return [result["partialFingerprints"]["sitegen/v1"] for result in said["runs"][0]["results"]]
    return [each["fingerprint"] for each in (said["diagnostics"] if form == "json" else said)]


def test_gitlab_gets_its_code_quality_report(tmp_path: Path) -> None:
    """The fields that GitLab's documentation names under “Code Quality report format”, and no other severity."""
    stage(tmp_path, BAD + ODD)
    said = report("gitlab")
    for issue in said:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert (tmp_path / issue["location"]["path"]).is_file()
        assert not issue["location"]["path"].startswith(("./", "/"))
        assert issue["location"]["lines"]["begin"] >= 1
    assert [(each["check_name"], each["severity"]) for each in said if "kurs" in each["location"]["path"]] == [
        ("unknown-field", "major"), ("dangling-reference", "major"), ("empty-link-text", "minor"),
    ]  # fmt: skip


def test_sarif_has_the_form_of_its_standard(tmp_path: Path) -> None:
    stage(tmp_path, BAD + ODD)
    said = report("sarif")
    jsonschema.Draft7Validator.check_schema(SARIF)
    jsonschema.validate(said, SARIF, format_checker=jsonschema.FormatChecker())
    (run,) = said["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    last = next(result for result in run["results"] if result["ruleId"] == "uid-taken")
    (related,) = last["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "content/events/kurs.nb.md"
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]]
    assert {"uri": "content/news/r%C3%B8d%20gr%C3%B8t.nb.md"} in places


def test_the_schema_would_see_a_mistake(tmp_path: Path) -> None:
    stage(tmp_path)
    said = report("sarif")
    said["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(said, SARIF)


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_a_good_site_has_an_empty_report(form: str, tmp_path: Path) -> None:
    stage(tmp_path, "")
    said = report(form)
    empty = {"json": lambda: said["diagnostics"], "gitlab": lambda: said, "sarif": lambda: said["runs"][0]["results"]}
    assert empty[form]() == []
