"""A build that is killed -9 at a random moment leaves a whole tree, old or new, and the next build heals.

`FAULTS_KILLS=1000 pytest tests/faults/test_kills.py` is the long run.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.pipeline.command import NOW, build, environment, tree_digest

from .versions import VERSIONS, Clean, lay

KILLS = int(os.environ.get("FAULTS_KILLS", "15"))
SEED = int(os.environ.get("FAULTS_SEED", "1"))
COMMAND = [sys.executable, "-m", "sitegen", "build", "--now", NOW, "--jobs", "2"]


def killed(root: Path, after: float) -> bool:
    """Builds, and kills the build after so many seconds; says whether it was still running."""
    places = ["--site", str(root / "site"), "--output", str(root / "output"), "--cache", str(root / "cache")]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(COMMAND + places, env=environment(), **quiet)  # type: ignore[call-overload]
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    return bool(process.wait() == -signal.SIGKILL)


def test_kills_leave_a_whole_tree(clean: Clean, tmp_path: Path) -> None:
    """Edited between the kills. A version is published wholly or not at all; now and then a build is let through."""
    chance = random.Random(SEED)
    lay(tmp_path / "site", 0)
    begun = time.perf_counter()
    assert build(tmp_path / "site", tmp_path).returncode == 0
    usual = time.perf_counter() - begun
    live, hits = 0, 0
    for turn in range(KILLS):
        wanted = (turn + 1) % VERSIONS
        lay(tmp_path / "site", wanted)
        hits += killed(tmp_path, usual * chance.uniform(0.2, 1.3))
        seen = tree_digest(tmp_path / "output")
        assert seen in (clean[live], clean[wanted]), f"a mixed tree after kill {turn}"
        live = wanted if seen == clean[wanted] else live
        if chance.random() < 0.3:
            assert build(tmp_path / "site", tmp_path).returncode == 0
            assert tree_digest(tmp_path / "output") == clean[wanted], f"not healed after kill {turn}"
            live = wanted
    lay(tmp_path / "site", 0)
    assert build(tmp_path / "site", tmp_path).returncode == 0
    assert tree_digest(tmp_path / "output") == clean[0]
    assert hits > 0
    kept = {path.name for path in tmp_path.iterdir()}
    assert kept == {"site", "output", "cache", ".output.lock", ".output.spare"}


POINTS = """
import os, signal, sys
name, nth = os.environ["KILL_AT"].split(":")
honest, left = getattr(os, name), int(nth)

def deadly(*given, **named):
    global left
    left -= 1
    result = honest(*given, **named) if os.environ["KILL_AFTER"] else None
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return result if os.environ["KILL_AFTER"] else honest(*given, **named)

setattr(os, name, deadly)
from sitegen.cli import main
main(prog_name="sitegen")
"""


def test_kills_at_calls_to_the_disk(clean: Clean, tmp_path: Path) -> None:
    """The same for a kill before or after the first, third or last calls by which a tree is made."""
    lay(tmp_path / "site", 0)
    assert build(tmp_path / "site", tmp_path).returncode == 0
    live, number = 0, 0
    for call, nth in (("replace", 1), ("replace", 9), ("link", 2), ("unlink", 1), ("fsync", 1), ("rmdir", 1)):
        number += 1
        lay(tmp_path / "site", number)
        variables = {"KILL_AT": f"{call}:{nth}", "KILL_AFTER": "yes" if number % 2 else ""}
        build(tmp_path / "site", tmp_path, variables=variables, python=("-c", POINTS))
        seen = tree_digest(tmp_path / "output")
        assert seen in (clean[live], clean[number]), call
        live = number if seen == clean[number] else live
    assert build(tmp_path / "site", tmp_path).returncode == 0
    assert tree_digest(tmp_path / "output") == clean[number]
