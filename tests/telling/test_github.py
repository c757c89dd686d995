"""GitHub's annotations: at most ten of a level are shown, so one says how many more there are, and the log has them."""

import re
from pathlib import Path

import pytest

from tests.telling.stage import check, many, stage

COMMAND = re.compile(r"^::(error|warning) (\S.*?)::(.*)$")


def commands(output: str) -> list[tuple[str, dict[str, str], str]]:
    """The annotations that GitHub makes of an output: level, properties, message. None while commands are off."""
    found, stopped = [], ""
    for line in output.splitlines():
        if stopped:
            stopped = "" if line == f"::{stopped}::" else stopped
        elif line.startswith("::stop-commands::"):
            stopped = line.removeprefix("::stop-commands::")
        elif match := COMMAND.match(line):
            properties = dict(part.split("=", 1) for part in match[2].split(","))
            found.append((match[1], {key: _plain(value) for key, value in properties.items()}, _plain(match[3])))
    assert stopped == ""
    return found


def _plain(text: str) -> str:
    for sign in ("%0A\n", "%0D\r", "%3A:", "%2C,", "%25%"):
        text = text.replace(sign[:3], sign[3:])
    return text


def test_each_mistake_is_an_annotation_at_its_place(tmp_path: Path) -> None:
    stage(tmp_path)
    result = check("--format", "github")
    found = commands(result.stdout)
    assert [level for level, _, _ in found] == ["error", "error", "warning", "error"]
    _, properties, message = found[0]
    place = {"file": "content/events/kurs.nb.md", "line": "3", "col": "1", "endColumn": "6"}
    assert properties == place | {"title": "sitegen: unknown-field"}
    assert message == "There is no field “strat” here.\nDid you mean “start”?"
    assert found[3][2].endswith("\n→ content/events/kurs.nb.md:5:6")


@pytest.mark.parametrize(
    ("errors", "warnings"), [(10, 10), (11, 0), (0, 11), (25, 12), (40, 3), (3, 40)], ids=lambda number: str(number)
)
def test_no_mistake_is_dropped(errors: int, warnings: int, tmp_path: Path) -> None:
    stage(tmp_path, many(errors, warnings))
    output = check("--format", "github").stdout
    found = commands(output)
    levels = [level for level, _, _ in found]
    assert levels.count("error") <= 10
    assert levels.count("warning") <= 10
    own = [each for each in found if "file" in each[1]]
    more = [message for _, properties, message in found if "file" not in properties]
    left = errors + warnings - len(own)
    assert [int(message.split()[0]) for message in more] == ([left] if left else [])
    logged = output.partition("::stop-commands::")[2]
    told = [properties["line"] for _, properties, _ in own] + re.findall(r"mange\.nb\.md:(\d+):", logged)
    assert sorted(map(int, told)) == [5 + 2 * number for number in range(errors + warnings)]


def test_what_an_editor_writes_is_no_command(tmp_path: Path) -> None:
    body = "\n\n".join([f"<b>{number} ::error title=x::y, 100%" for number in range(15)])
    odd = "@ content/news/x,y.nb.md\n---\ntitle: T\n---\n"
    front = "@ content/news/x.nb.md\n---\ntitle: '::error::z'\npublished: '%0A::error::q'\n---\n"
    stage(tmp_path, f"{odd}{front}{body}\n")
    found = commands(check("--format", "github").stdout)
    assert [each for each in found if not each[1]["title"].startswith("sitegen")] == []
    assert {each[1].get("file") for each in found} == {"content/news/x,y.nb.md", "content/news/x.nb.md", None}
    assert "“%0A::error::q” is not a date." in [each[2].partition("\n")[0] for each in found]


def test_a_good_site_says_nothing_to_github(tmp_path: Path) -> None:
    stage(tmp_path, "")
    result = check("--format", "github")
    assert (result.stdout, result.exit_code) == ("", 0)
