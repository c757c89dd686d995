"""The command line as others run it: `python -m sitegen` in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sitegen.foundation.digest import digest_bytes, digest_value

REPOSITORY = Path(__file__).resolve().parents[2]
NOW = "2026-05-01T10:00"


def environment(variables: Mapping[str, str] = {}, checkout: Path = REPOSITORY) -> dict[str, str]:
    """That of this process, with the package of a checkout and with these variables."""
    return {**os.environ, "PYTHONPATH": str(checkout), **variables}


def sitegen(
    *arguments: object,
    variables: Mapping[str, str] = {},
    python: Sequence[str] = ("-m", "sitegen"),
    checkout: Path = REPOSITORY,
    folder: Path | None = None,
) -> "subprocess.CompletedProcess[str]":
    """Runs a command to its end."""
    words = [sys.executable, *python, *map(str, arguments)]
    there = environment(variables, checkout)
    return subprocess.run(words, env=there, cwd=folder, capture_output=True, encoding="utf-8", timeout=300, check=False)


def build(site: Path, root: Path, *more: object, **others: object) -> "subprocess.CompletedProcess[str]":
    """Builds a site into `output` below a folder, with the cache beside it."""
    places = ("--site", site, "--output", root / "output", "--cache", root / "cache", "--now", NOW)
    return sitegen("build", *places, *more, **others)  # type: ignore[arg-type]


def tree_digest(root: Path) -> str:
    """One digest of all files below a folder, by path."""
    paths = sorted((path for path in root.rglob("*") if path.is_file()), key=lambda path: path.as_posix())
    return digest_value([(path.relative_to(root).as_posix(), digest_bytes(path.read_bytes())) for path in paths])


def complaint(result: "subprocess.CompletedProcess[str]") -> str:
    """The one line in which a command says why it failed."""
    lines = [line for line in result.stderr.splitlines() if line.startswith("sitegen: ")]
    assert "Traceback" not in result.stderr
    assert len(lines) == 1, result.stderr
    return lines[0]
