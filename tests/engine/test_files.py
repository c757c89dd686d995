"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from sitegen.foundation.files import read, replace_file, sync_all, write_new


def test_replacing_a_file(tmp_path: Path) -> None:
    """The new bytes, and nothing else in the folder."""
    for data in (b"", b"x" * 3_000_000, b"y"):
        replace_file(tmp_path / "a", data)
        assert read(tmp_path / "a") == data
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_failure_leaves_the_old_file(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And an error that names the file."""
    replace_file(tmp_path / "a", b"old")

    def full(*args: object, **others: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="full"):
        replace_file(tmp_path / "a", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    """Neither a file nor what a link leads to."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").symlink_to(tmp_path / "c")
    for name in "ab":
        with pytest.raises(FileExistsError):
            write_new(tmp_path / name, b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert not (tmp_path / "c").exists()
    sync_all(tmp_path)
