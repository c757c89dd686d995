"""One publisher at a time, and nobody waits for the dead."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.engine.lock import Lock
from sitegen.engine.publish import Publication
from sitegen.engine.store import Store
from sitegen.engine.target import PublishError

from .toy import NOW, read_tree


@contextmanager
def child(work: object) -> Iterator[int]:
    """A child process that runs `work` and then waits to be killed."""
    ready, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            assert callable(work)
            kept = work()
            os.write(tell, b"x")
            time.sleep(60)
            del kept
        finally:
            os._exit(0)
    os.read(ready, 1)
    try:
        yield pid
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(ready)
        os.close(tell)


def held(path: Path) -> Lock:
    lock = Lock(path)
    lock.hold()
    return lock


def test_the_message_names_the_process_that_holds_the_lock(tmp_path: Path) -> None:
    """And the lock is free as soon as that process is dead."""
    path = tmp_path / "lock"
    with child(lambda: held(path)) as pid, pytest.raises(PublishError, match=rf"\(process {pid}\)"):
        Lock(path)
    Lock(path).release()


def test_one_process_cannot_have_it_twice(tmp_path: Path) -> None:
    """Two publications of one process exclude each other as well."""
    lock = held(tmp_path / "lock")
    with pytest.raises(PublishError, match=f"process {os.getpid()}"):
        Lock(tmp_path / "lock", wait=0.1)
    lock.release()
    Lock(tmp_path / "lock").release()


def test_a_forked_worker_does_not_hold_its_parents_lock(tmp_path: Path) -> None:
    """Or a build whose workers outlive it would lock the next one out."""
    lock = held(tmp_path / "lock")
    with child(lambda: None):
        lock.release()
        Lock(tmp_path / "lock").release()


def test_claiming_is_remembered(tmp_path: Path) -> None:
    """Holding the lock makes nothing ours; claiming does, and stays."""
    lock = held(tmp_path / "lock")
    lock.release()
    lock = held(tmp_path / "lock")
    assert not lock.ours
    lock.claim()
    lock.release()
    lock = held(tmp_path / "lock")
    assert lock.ours
    lock.release()


def test_builds_at_the_same_time_wait_for_each_other(tmp_path: Path) -> None:
    """Four processes publish into one folder, three times each: the tree is one of theirs, whole."""

    def publish(name: str) -> None:
        with (
            Store(tmp_path / "cache") as store,
            Publication.open(tmp_path / "tree", store, NOW, wait=None) as publication,
        ):
            paths = [f"{n}/{name}" for n in range(5)] + [f"all/{n}" for n in range(5)]
            publication.commit({path: publication.put(path, name.encode()) for path in paths})

    children = []
    for number in range(4):
        pid = os.fork()
        if pid == 0:
            failed = 1
            try:
                for turn in range(3):
                    publish(f"{number}-{turn}")
                failed = 0
            finally:
                os._exit(failed)
        children.append(pid)
    assert [os.waitpid(pid, 0)[1] for pid in children] == [0] * 4
    tree = read_tree(tmp_path / "tree")
    assert len(tree) == 10
    assert len(set(tree.values())) == 1
