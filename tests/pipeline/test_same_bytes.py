"""The same site gives the same bytes, whatever the machine: this repository's own portal, built in many ways.

By default several circumstances differ at once; `PIPELINE_MACHINES=all` tries each alone as well.
"""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from .command import REPOSITORY, build, tree_digest

SHUFFLED = """
import os, random, sys
chance = random.Random(int(os.environ["SHUFFLE"]))
listdir, scandir = os.listdir, os.scandir

class Shuffled:
    def __init__(self, *given):
        with scandir(*given) as found:
            self.found = list(found)
        chance.shuffle(self.found)
    def __iter__(self): return iter(self.found)
    def __next__(self): return self.found.pop()
    def __enter__(self): return self
    def __exit__(self, *error): self.close()
    def close(self): pass

os.listdir = lambda *given: chance.sample(found := listdir(*given), len(found))
os.scandir = Shuffled
from sitegen.cli import main
main(prog_name="sitegen")
"""


@dataclass(frozen=True)
class Machine:
    """The circumstances of a build."""

    jobs: int = 2
    variables: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    shuffled: bool = False
    elsewhere: bool = False


WHEN = "2026-11-21T10:00"
"""An instant at which the ledger has every entry as it is: a copy of the files has no history to date others by."""

LOCALES = ("C", "C.UTF-8", "nb_NO.UTF-8", "tr_TR.UTF-8")
ZONES = ("UTC", "Europe/Oslo", "Asia/Kathmandu", "Nowhere")
MIXED = {
    "one job, C, Auckland, seed 1": Machine(1, {"LC_ALL": "C", "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1"}),
    "four jobs, Norwegian, Honolulu, seed 2": Machine(
        4, {"LC_ALL": "nb_NO.UTF-8", "LANG": "nb_NO.UTF-8", "TZ": "Pacific/Honolulu", "PYTHONHASHSEED": "2"}
    ),
    "shuffled folders, umask 077, seed 3": Machine(
        2, {"SHUFFLE": "3", "PYTHONHASHSEED": "3", "LC_ALL": "C.UTF-8"}, umask=0o077, shuffled=True
    ),
    "another checkout, another folder, umask 0": Machine(
        2, {"SHUFFLE": "4", "TZ": ":Europe/Oslo"}, umask=0, shuffled=True, elsewhere=True
    ),
}
ALONE = {
    **{f"{jobs} jobs": Machine(jobs) for jobs in (1, 2, 3, 4, 8)},
    **{f"hash seed {seed}": Machine(variables={"PYTHONHASHSEED": str(seed)}) for seed in range(5)},
    **{
        f"LC_ALL={name}": Machine(variables={"LC_ALL": name}) for name in ("C", "C.UTF-8", "nb_NO.UTF-8", "tr_TR.UTF-8")
    },
    **{f"TZ={name}": Machine(variables={"TZ": name}) for name in ("UTC", "Europe/Oslo", "Asia/Kathmandu", "Nowhere")},
    **{f"umask {mask:03o}": Machine(umask=mask) for mask in (0, 0o027, 0o077)},
    **{f"shuffled {n}": Machine(variables={"SHUFFLE": str(n)}, shuffled=True) for n in range(3)},
}
MACHINES = {**MIXED, **(ALONE if os.environ.get("PIPELINE_MACHINES") == "all" else {})}


def copied(target: Path) -> Path:
    """A checkout at another path: site, theme and package."""
    for name in ("content", "templates", "locales", "sitegen"):
        shutil.copytree(REPOSITORY / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("site.yaml", "calendar.ledger"):
        if (REPOSITORY / name).is_file():
            shutil.copy(REPOSITORY / name, target)
    return target


def built(root: Path, machine: Machine) -> str:
    """The digest of the tree that a machine publishes."""
    checkout = copied(root / "an other checkout, ø") if machine.elsewhere else REPOSITORY
    site = Path() if machine.elsewhere else REPOSITORY
    python = ("-c", SHUFFLED) if machine.shuffled else ("-m", "sitegen")
    old = os.umask(machine.umask)
    try:
        result = build(site, root, "--jobs", machine.jobs, "--now", WHEN, variables=machine.variables, python=python,
                       checkout=checkout, folder=checkout)  # fmt: skip
    finally:
        os.umask(old)
    assert result.returncode == 0, result.stderr
    modes = {path.stat().st_mode & 0o777 for path in (root / "output").rglob("*")}
    assert modes == {0o644, 0o755}
    return tree_digest(root / "output")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> str:
    return built(tmp_path_factory.mktemp("usual"), Machine(2, {"PYTHONHASHSEED": "0", "TZ": "UTC"}))


@pytest.mark.parametrize("name", MACHINES)
def test_the_same_bytes(name: str, usual: str, tmp_path: Path) -> None:
    """Whatever the number of jobs, the hash seed, locale, time zone, umask, path, and order of folders."""
    assert built(tmp_path, MACHINES[name]) == usual


def test_a_warm_cache_changes_no_byte(usual: str, tmp_path: Path) -> None:
    """The second build of one output, and a build into another output with the cache of the first."""
    assert build(REPOSITORY, tmp_path, "--now", WHEN).returncode == 0
    shutil.rmtree(tmp_path / "output")
    (tmp_path / ".output.lock").unlink()
    again = build(REPOSITORY, tmp_path, "--now", WHEN)
    assert "(0 parsed)" in again.stdout
    assert tree_digest(tmp_path / "output") == usual


def test_the_digest_sees_every_byte(tmp_path: Path) -> None:
    """Or the tests above would show nothing."""
    (tmp_path / "a").write_bytes(b"x")
    first = tree_digest(tmp_path)
    (tmp_path / "a").write_bytes(b"y")
    assert tree_digest(tmp_path) != first
    (tmp_path / "a").rename(tmp_path / "b")
    (tmp_path / "b").write_bytes(b"x")
    assert tree_digest(tmp_path) != first
