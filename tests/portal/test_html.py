"""What html-validate says of every page: a second opinion on the HTML, and on what screen readers make of it."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.portal.conftest import REPOSITORY, Portal

PROGRAM = REPOSITORY / ".tools" / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
CONFIGURATION = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        # HTML takes the word in either case (Living Standard, 13.1.1).
        "doctype-style": ["error", {"style": "lowercase"}],
        # Titles are the editors' words; that search engines cut long ones is no fault of the HTML.
        "long-title": "off",
        # The style sheet keeps a telephone number on one line, and its spaces can be copied as they are.
        "tel-non-breaking": "off",
        # Footnotes and blocks have colons in their ids, as HTML allows (3.2.6): no heading can have the same.
        "valid-id": ["error", {"relaxed": True}],
    },
}


def told(pages: list[Path], folder: Path) -> list[str]:
    """What is said of the pages, one line a finding."""
    assert PROGRAM.is_file(), "run scripts/tools.sh, as make test does"
    node = shutil.which("node")
    assert node
    configuration = folder / "html-validate.json"
    configuration.write_text(json.dumps(CONFIGURATION), "utf-8")
    findings = folder / "findings.json"
    command = [node, str(PROGRAM), "--formatter", f"json={findings}", "--config", str(configuration), *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return [
        f"{Path(page['filePath']).name}:{found['line']} {found['ruleId']}: {found['message']}"
        for page in json.loads(findings.read_text("utf-8"))
        for found in page["messages"]
    ]


def test_html_validate_finds_nothing(portal: Portal, tmp_path: Path) -> None:
    assert len(portal.pages) > 600
    assert told(list(portal.pages), tmp_path) == []


def test_it_would_find_something(tmp_path: Path) -> None:
    page = tmp_path / "faulty.html"
    page.write_text('<!doctype html><html lang="nb"><title>Feil</title><h1>Feil<img src="x.png">', "utf-8")
    assert {line.split()[1] for line in told([page], tmp_path)} >= {"close-order:", "wcag/h37:"}
