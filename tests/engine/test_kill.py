"""A publish that is killed at a random moment leaves a whole tree, old or new; the next one heals.

`ENGINE_KILLS=1000 pytest tests/engine/test_kill.py` is the long run.
"""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from sitegen.engine.publish import Publication
from sitegen.engine.store import Store
from sitegen.foundation.digest import digest_bytes

from .toy import NOW, read_tree

KILLS = int(os.environ.get("ENGINE_KILLS", "25"))
FILES = 60


def version(number: int) -> dict[str, bytes]:
    """A tree in which all changed files say which version they are of; folders come and go."""
    tree = {f"same/{n}": b"always" for n in range(FILES)}
    tree |= {f"new/{n}": f"version {number}".encode() for n in range(FILES)}
    tree |= {f"only-{number % 3}/{n}/x": f"version {number}".encode() for n in range(10)}
    return tree | {f"swap/{number % 2}" + "/x" * (number % 3): b"swap"}


def publish(root: Path, number: int) -> None:
    wanted = version(number)
    with Store(root / "cache") as store, Publication.open(root / "tree", store, NOW) as publication:
        manifest = {path: digest_bytes(data) for path, data in wanted.items()}
        for path, data in wanted.items():
            if not publication.has([path], [manifest[path]]):
                publication.put(path, data)
        publication.commit(manifest)


def killed(root: Path, number: int, after: float) -> None:
    """Publishes in a child process, which is killed -9 after so many seconds."""
    child = os.fork()
    if child == 0:
        try:
            publish(root, number)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_kills_leave_a_whole_tree(tmp_path: Path) -> None:
    """After each kill the tree is wholly the old or the new version; a publish then succeeds."""
    chance = random.Random(4)
    publish(tmp_path, 0)
    begun = time.perf_counter()
    publish(tmp_path, 1)
    usual = time.perf_counter() - begun
    number = 1
    for _ in range(KILLS):
        old, number = number, number + 1
        killed(tmp_path, number, chance.random() * usual * 1.2)
        assert read_tree(tmp_path / "tree") in (version(old), version(number))
        if chance.random() < 0.5:
            number += 1
            publish(tmp_path, number)
            assert read_tree(tmp_path / "tree") == version(number)
        elif read_tree(tmp_path / "tree") == version(old):
            number = old
    publish(tmp_path, number + 1)
    assert read_tree(tmp_path / "tree") == version(number + 1)
    assert sorted(each.name for each in tmp_path.iterdir()) == [".tree.lock", ".tree.spare", "cache", "tree"]


@pytest.mark.parametrize("call", ["replace", "link", "unlink", "fsync", "rename", "mkdir", "utime", "rmdir"])
def test_kills_at_each_sort_of_call(call: str, tmp_path: Path) -> None:
    """The same for a kill right before, and right after, the 1st, 2nd, 5th and 9th call of each sort."""
    publish(tmp_path, 0)
    number = 1
    publish(tmp_path, number)
    for nth in (1, 2, 5, 9):
        for after in (False, True):
            old, number = number, number + 1
            _killed_at(tmp_path, number, call, nth, after)
            seen = read_tree(tmp_path / "tree")
            assert seen in (version(old), version(number))
            publish(tmp_path, number)
            assert read_tree(tmp_path / "tree") == version(number)


def _killed_at(root: Path, number: int, call: str, nth: int, after: bool) -> None:
    child = os.fork()
    if child == 0:
        honest = getattr(os, call)
        count = 0

        def deadly(*args: object, **others: object) -> object:
            nonlocal count
            count += 1
            if count == nth and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            result = honest(*args, **others)
            if count == nth:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        setattr(os, call, deadly)
        try:
            publish(root, number)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
