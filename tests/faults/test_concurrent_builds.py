"""Several builds into one output at the same time: one waits for the other, and the tree is always one of theirs.

`FAULTS_ROUNDS=200 pytest tests/faults/test_concurrent_builds.py` is the long run.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.command import NOW, build, environment, tree_digest

from .versions import VERSIONS, Clean, lay

ROUNDS = int(os.environ.get("FAULTS_ROUNDS", "1"))


@pytest.mark.parametrize("shared", [True, False], ids=["one cache", "a cache each"])
def test_the_tree_is_one_of_theirs(shared: bool, clean: Clean, tmp_path: Path) -> None:
    """Four processes build four versions of a site; all succeed, and what stays is one of the four, whole."""
    chance = random.Random(5)
    processes = 4
    for turn in range(ROUNDS):
        running = []
        numbers = [(turn * processes + each) % VERSIONS for each in range(processes)]
        for each, number in enumerate(numbers):
            site = tmp_path / f"site-{each}"
            lay(site, number)
            cache = tmp_path / ("cache" if shared else f"cache-{each}")
            words = ["build", "--site", site, "--output", tmp_path / "output", "--cache", cache, "--now", NOW]
            words += ["--jobs", chance.choice((1, 2))]
            running.append(
                subprocess.Popen([sys.executable, "-m", "sitegen", *map(str, words)], env=environment(),
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8")
            )  # fmt: skip
        for process in running:
            _, said = process.communicate(timeout=120)
            assert process.returncode == 0, said
        assert tree_digest(tmp_path / "output") in [clean[number] for number in numbers]
    result = build(tmp_path / "site-0", tmp_path)
    assert result.returncode == 0
    assert tree_digest(tmp_path / "output") == clean[numbers[0]]
