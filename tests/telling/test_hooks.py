"""`.pre-commit-hooks.yaml`: what pre-commit makes of it works in the repository of a site."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.telling.stage import stage

FILE = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in yaml.safe_load(FILE.read_text("utf-8"))}
GOOD = "content/people/kari.md"
BAD = "content/events/kurs.nb.md"


def run(hook: dict[str, Any], folder: Path, changed: str) -> "subprocess.CompletedProcess[str]":
    """As pre-commit runs a hook on a commit that changes one file."""
    assert re.search(hook["files"], changed)
    words = shlex.split(hook["entry"]) + hook.get("args", [])
    words += [changed] if hook.get("pass_filenames", True) else []
    path = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "LC_ALL": "C"}
    there = {**os.environ, **path}
    return subprocess.run(words, cwd=folder, env=there, capture_output=True, encoding="utf-8", check=False, timeout=120)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_says_what_pre_commit_must_know(name: str) -> None:
    hook = HOOKS[name]
    assert {"id", "name", "entry", "language", "files"} <= hook.keys()
    assert hook["language"] == "python"
    matching = ("content/a.nb.md", "site.yaml", "portal/site.yaml", "templates/a.html", "portal/content/events/x/b.png")
    assert all(re.search(hook["files"], path) for path in matching)
    assert not any(re.search(hook["files"], path) for path in ("README.md", "docs/contents.md", "website.yaml"))


def test_the_hook_of_the_site_says_all(tmp_path: Path) -> None:
    stage(tmp_path)
    found = run(HOOKS["sitegen-check"], tmp_path, GOOD)
    assert found.returncode == 1
    assert "unknown-field" in found.stderr


def test_the_hook_of_files_says_what_is_wrong_in_them(tmp_path: Path) -> None:
    stage(tmp_path)
    assert run(HOOKS["sitegen-check-files"], tmp_path, GOOD).returncode == 0
    found = run(HOOKS["sitegen-check-files"], tmp_path, BAD)
    assert found.returncode == 1
    assert "unknown-field" in found.stderr
