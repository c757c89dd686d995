"""What a power cut must not undo is on the disk before readers are led to it."""

import errno
import os
import posixpath
from pathlib import Path

import pytest

from sitegen.engine import publish as module, spare

from .test_kill import publish
from .toy import read_tree


@pytest.mark.parametrize("few", [0, 10_000], ids=["the whole disk", "file by file"])
def test_all_is_on_the_disk_before_the_exchange(few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each new file and each folder that changed; after the exchange the folder that holds the trees."""
    publish(tmp_path, 0)
    publish(tmp_path, 1)
    before = read_tree(tmp_path / "tree")
    said: list[str] = []
    honest = module.exchange
    monkeypatch.setattr(spare, "FEW", few)
    monkeypatch.setattr(spare, "sync_path", lambda path: said.append(f"path {os.path.relpath(path, tmp_path)}"))
    monkeypatch.setattr(spare, "sync_all", lambda path: said.append(f"all {os.path.relpath(path, tmp_path)}"))
    monkeypatch.setattr(module, "sync_path", lambda path: said.append(f"path {os.path.relpath(path, tmp_path)}"))
    monkeypatch.setattr(module, "exchange", lambda *trees: (said.append("exchange"), honest(*trees))[1])
    publish(tmp_path, 2)
    after = read_tree(tmp_path / "tree")
    changed = sorted(path for path in after if before.get(path) != after[path])
    assert changed
    assert said[-2:] == ["exchange", "path ."]
    if few:
        assert {f"path .tree.spare/{path}" for path in changed} <= set(said[:-2])
        folders = {posixpath.dirname(path) for path in changed}
        assert {posixpath.normpath(f".tree.spare/{each}") for each in folders} <= {s.split()[1] for s in said[:-2]}
    else:
        assert said[:-2] == ["all .tree.spare"]


def test_a_copy_is_on_the_disk_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are no links, what both trees have is copied into the spare one."""

    def refused(*_args: object, **_others: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    publish(tmp_path, 0)
    said: list[str] = []
    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(spare, "FEW", 10_000)
    monkeypatch.setattr(spare, "sync_path", lambda path: said.append(os.path.relpath(path, tmp_path / ".tree.spare")))
    publish(tmp_path, 1)
    assert set(said) >= read_tree(tmp_path / "tree").keys()
