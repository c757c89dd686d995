"""Every call to the disk fails once: the tree stays whole, one clear error, and the next build heals."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.engine import exchange as exchange_module
from sitegen.engine.target import PublishError

from .test_kill import publish
from .toy import read_tree

CALLS = (
    *("open", "read", "write", "pwrite", "pread", "close", "fsync", "fchmod", "chmod", "utime", "ftruncate"),
    *("rename", "replace", "link", "unlink", "mkdir", "rmdir", "scandir", "stat", "lstat", "fstat"),
)


CODES: tuple[int, ...] = (errno.ENOSPC, errno.EIO)
if "ENGINE_FAULTS" in os.environ:  # the long run
    CODES += (errno.EACCES, errno.EROFS, errno.EMFILE, errno.EDQUOT)


def small(number: int) -> dict[str, bytes]:
    return {
        "same/a": b"always",
        "new/a": f"version {number}".encode(),
        f"only-{number % 3}/x": b"here",
        "swap" + "/x" * (number % 2): b"swap",
    }


class Fault:
    """Lets the `nth` call to the disk fail with `code`; `hit` says whether there were so many."""

    def __init__(self, nth: int, code: int) -> None:
        self.left = nth
        self.code = code
        self.call: str | None = None

    def around(self, name: str, honest: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **others: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                self.call = name
                if name == "close":
                    honest(*args, **others)
                raise OSError(self.code, os.strerror(self.code))
            return honest(*args, **others)

        return call


def plant(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    for name in CALLS:
        patch.setattr(os, name, fault.around(name, getattr(os, name)))
    patch.setattr(exchange_module, "_swap", fault.around("exchange", exchange_module._swap))


def publishing(root: Path) -> str | None:
    """What the error says if publishing fails."""
    try:
        publish(root, 2)
    except PublishError as error:
        return str(error)
    return None


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("first", [True, False])
def test_each_call_fails_once(code: int, first: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For every n, the n-th call fails: `PublishError` or no harm, a whole tree, and then a good build."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # the disk itself is not on trial, nor waited for
    monkeypatch.setattr(f"{publish.__module__}.version", small)
    nth, hits = 0, 0
    while True:
        nth += 1
        root = tmp_path / str(nth)
        root.mkdir()
        if not first:
            publish(root, 0)
            publish(root, 1)
        old = read_tree(root / "tree")
        fault = Fault(nth, code)
        with monkeypatch.context() as patch:
            plant(patch, fault)
            said = publishing(root)
        assert said is None or ("\n" not in said and os.strerror(code) in said)
        seen = read_tree(root / "tree")
        assert seen in (old, small(2)), fault.call
        assert said is not None or seen == small(2)
        publish(root, 2)
        assert read_tree(root / "tree") == small(2), fault.call
        if fault.call is None:
            break
        hits += said is not None
    assert hits > 20
