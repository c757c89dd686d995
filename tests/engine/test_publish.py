"""The published tree: times, modes, refusals, and what is healed."""

import errno
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.engine import exchange as exchange_module, look, tree
from sitegen.engine.publish import MissingResult, Publication
from sitegen.engine.store import Store
from sitegen.engine.target import Published, PublishError
from sitegen.engine.tree import scan
from sitegen.foundation.digest import digest_bytes

from .toy import NOW, read_tree, stats

SECOND = 1_000_000_000

pytestmark = pytest.mark.usefixtures("looking")


def publish(root: Path, wanted: Mapping[str, bytes], now: int = NOW) -> Published:
    with Store(root / "cache") as store, Publication.open(root / "tree", store, now, aside=True) as publication:
        manifest = {path: publication.put(path, data) for path, data in wanted.items()}
        return publication.commit(manifest)


def modified(path: Path) -> int:
    return path.stat().st_mtime_ns


def test_a_tree_comes_and_changes(tmp_path: Path) -> None:
    """The report says what was written, removed and kept; the tree is what was asked for."""
    first = publish(tmp_path, {"a": b"1", "b/c": b"2", "d": b"3"})
    assert first == Published(("a", "b/c", "d"), (), 0, True, True)
    second = publish(tmp_path, {"a": b"1", "b/c": b"changed", "e": b"4"})
    assert second == Published(("b/c", "e"), ("d",), 1, True, True)
    assert read_tree(tmp_path / "tree") == {"a": b"1", "b/c": b"changed", "e": b"4"}


def test_unchanged_files_keep_their_time_and_changed_ones_get_a_later_second(tmp_path: Path) -> None:
    """Though the publishing time stands still: an ETag made of seconds and size must differ."""
    tree = tmp_path / "tree"
    publish(tmp_path, {"same": b"same", "changed": b"1"})
    assert modified(tree / "same") == modified(tree / "changed") == NOW
    for number in range(1, 5):
        publish(tmp_path, {"same": b"same", "changed": str(number % 2).encode()}, NOW + number)
        assert modified(tree / "same") == NOW
    assert modified(tree / "changed") >= NOW + 3 * SECOND
    publish(tmp_path, {"same": b"same", "changed": b"later"}, NOW + 100 * SECOND)
    assert modified(tree / "changed") == NOW + 100 * SECOND


def test_publishing_the_same_touches_nothing(tmp_path: Path) -> None:
    """Not the tree, not the spare, not the cache, not the lock."""
    publish(tmp_path, {"a": b"1", "b": b"1"})
    publish(tmp_path, {"a": b"1", "b": b"2"})
    before = stats(tmp_path)
    assert publish(tmp_path, {"a": b"1", "b": b"2"}, NOW + SECOND) == Published(unchanged=2)
    assert stats(tmp_path) == before


def test_readers_may_read_whatever_the_umask(tmp_path: Path) -> None:
    """Files are 0644 and folders 0755, and what somebody changed is mended when it is next written."""
    before = os.umask(0o077)
    try:
        publish(tmp_path, {"a/b/c": b"1"})
        publish(tmp_path, {"a/b/c": b"2", "d/e": b"1"})
    finally:
        os.umask(before)
    for path in [tmp_path / "tree", *(tmp_path / "tree").rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_files_and_folders_change_places(tmp_path: Path) -> None:
    """A folder where a file was, a file where a folder was, forth and back."""
    for wanted in ({"a": b"1", "b/c/d": b"2"}, {"a/x/y": b"1", "b": b"2"}) * 3:
        publish(tmp_path, wanted)
        assert read_tree(tmp_path / "tree") == wanted
        assert {each.name for each in (tmp_path / "tree").iterdir()} == {"a", "b"}


@pytest.mark.parametrize("name", ["tree", ".tree.spare"])
def test_strange_things_in_a_tree_are_removed(name: str, tmp_path: Path) -> None:
    """Files, folders, links and edits of others do not survive two builds; what links lead to does."""
    treasure = tmp_path / "treasure"
    treasure.mkdir()
    (treasure / "b").write_bytes(b"gold")
    for wanted in ({"a/b": b"1"}, {"a/b": b"2"}):
        publish(tmp_path, wanted)
    place = tmp_path / name
    (place / "a" / "b").unlink()
    (place / "a").rmdir()
    (place / "a").symlink_to(treasure)
    (place / "empty").mkdir()
    (place / ".new").mkdir()
    (place / os.fsdecode(b"\xff")).write_bytes(b"")
    os.mkfifo(place / "pipe")
    for wanted in ({"a/b": b"3", "c": b"4"}, {"a/b": b"5", "c": b"4"}):
        publish(tmp_path, wanted)
        assert read_tree(tmp_path / "tree") == wanted
        assert sorted(each.name for each in (tmp_path / "tree").iterdir()) == ["a", "c"]
    assert read_tree(treasure) == {"b": b"gold"}


@pytest.mark.parametrize("make", ["file", "pipe", "link", "link to a folder", "folder"])
def test_a_spare_in_any_state_is_healed(make: str, tmp_path: Path) -> None:
    """A file, a link, or a folder with anything in it where the spare tree should be."""
    publish(tmp_path, {"a": b"1"})
    spare, treasure = tmp_path / ".tree.spare", tmp_path / "treasure"
    treasure.mkdir()
    (treasure / "b").write_bytes(b"gold")
    if make == "file":
        spare.write_bytes(b"")
    elif make == "pipe":
        os.mkfifo(spare)
    elif make == "link":
        spare.symlink_to(tmp_path / "cache")
    elif make == "link to a folder":
        spare.symlink_to(treasure)
    else:
        (spare / "a" / "b").mkdir(parents=True)
        (spare / "a").chmod(0o500)
        (spare / ".new").hardlink_to(tmp_path / "tree" / "a")
    publish(tmp_path, {"a": b"2"})
    assert read_tree(tmp_path / "tree") == {"a": b"2"}
    assert (tmp_path / "cache").exists()
    assert read_tree(treasure) == {"b": b"gold"}


def test_a_disk_that_takes_names_for_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose name changed in its case alone is in the way of its link."""
    honest = os.link

    def refused(source: str, target: str, **others: bool) -> None:
        folder, name = os.path.split(target)
        if any(each.name.lower() == name.lower() for each in Path(folder).iterdir()):
            raise FileExistsError(errno.EEXIST, "File exists", source, None, target)
        honest(source, target, **others)

    monkeypatch.setattr(os, "link", refused)
    for wanted in ({"Plan": b"1", "x": b"1"}, {"plan": b"1", "x": b"1"}, {"plan": b"1", "x": b"2"}):
        publish(tmp_path, wanted)
        assert read_tree(tmp_path / "tree") == wanted


def test_what_cannot_be_looked_at_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, {"a/b": b"1"})
    honest = os.stat

    def refused(path: str, **others: object) -> os.stat_result:
        if path == "b":
            raise PermissionError(errno.EACCES, "no", path)
        return honest(path, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", refused)
    with pytest.raises(PublishError, match=re.escape(f"{tmp_path}/tree/a/b: no")):
        publish(tmp_path, {"a/b": b"2"})


def test_a_file_edited_in_place_is_written_anew(tmp_path: Path) -> None:
    """Also if the edit kept the size and the time, and the spare tree shares the file."""
    publish(tmp_path, {"a": b"1", "b": b"1"})
    publish(tmp_path, {"a": b"1", "b": b"2"})
    (tmp_path / "tree" / "a").write_bytes(b"x")
    os.utime(tmp_path / "tree" / "a", ns=(NOW, NOW))
    publish(tmp_path, {"a": b"1", "b": b"2"})
    assert read_tree(tmp_path / "tree") == {"a": b"1", "b": b"2"}


def test_bytes_that_nobody_made_are_a_bug(tmp_path: Path) -> None:
    """A manifest may only name what is live or was put."""
    publish(tmp_path, {"a": b"1"})
    with (
        Store(tmp_path / "cache") as store,
        Publication.open(tmp_path / "tree", store, NOW, aside=True) as publication,
        pytest.raises(MissingResult),
    ):
        publication.commit({"a": digest_bytes(b"2")})
    assert read_tree(tmp_path / "tree") == {"a": b"1"}


def test_the_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """And is as before; also the second time. An empty folder is taken."""
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "precious").write_bytes(b"")
    for _ in range(2):
        with pytest.raises(PublishError, match="was not made by this generator"):
            publish(tmp_path, {"a": b"1"})
    assert read_tree(tree) == {"precious": b""}
    (tree / "precious").unlink()
    publish(tmp_path, {"a": b"1"})
    assert read_tree(tree) == {"a": b"1"}


@pytest.mark.parametrize("lost", [".tree.lock", "cache"])
def test_our_own_folder_is_known_by_its_lock_or_by_the_cache(lost: str, tmp_path: Path) -> None:
    """One of the two is enough."""
    publish(tmp_path, {"a": b"1"})
    (tmp_path / lost).unlink()
    publish(tmp_path, {"a": b"2"})
    assert read_tree(tmp_path / "tree") == {"a": b"2"}


def test_without_lock_and_cache_a_folder_is_somebody_elses(tmp_path: Path) -> None:
    """Nothing says then that we made it."""
    publish(tmp_path, {"a": b"1"})
    (tmp_path / ".tree.lock").unlink()
    (tmp_path / "cache").unlink()
    with pytest.raises(PublishError):
        publish(tmp_path, {"a": b"2"})


def test_a_file_or_a_link_is_no_folder(tmp_path: Path) -> None:
    """One clear sentence for each, and the root of the disk is no output either."""
    (tmp_path / "tree").write_bytes(b"")
    with pytest.raises(PublishError, match="Not a directory"):
        publish(tmp_path, {})
    (tmp_path / "tree").unlink()
    (tmp_path / "other").mkdir()
    (tmp_path / "tree").symlink_to(tmp_path / "other")
    with pytest.raises(PublishError, match="symbolic link"):
        publish(tmp_path, {})
    with (
        Store(tmp_path / "cache") as store,
        pytest.raises(PublishError),
        Publication.open(Path("/"), store, NOW),
    ):
        pass


def test_without_an_exchange_two_renames_do_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a filesystem that cannot exchange, the report says that it was not atomic."""

    def unsupported(one: Path, other: Path) -> None:
        raise OSError(errno.EINVAL, "no")

    monkeypatch.setattr(exchange_module, "_swap", unsupported)
    for number in range(4):
        published = publish(tmp_path, {"a": str(number).encode(), "b": b""})
        assert published.atomic == (number == 0)
        assert read_tree(tmp_path / "tree") == {"a": str(number).encode(), "b": b""}
    assert not (tmp_path / ".tree.old").exists()


@pytest.mark.parametrize("steps", [1, 2])
def test_an_exchange_cut_short_is_finished(steps: int, tmp_path: Path) -> None:
    """A kill between the renames leaves no tree, or no spare; opening it again mends that."""
    publish(tmp_path, {"a": b"1"})
    publish(tmp_path, {"a": b"2"})
    (tmp_path / "tree").rename(tmp_path / ".tree.old")
    if steps == 2:
        (tmp_path / ".tree.spare").rename(tmp_path / "tree")
    with Store(tmp_path / "cache") as store, Publication.open(tmp_path / "tree", store, NOW):
        assert read_tree(tmp_path / "tree") == {"a": b"2" if steps == 1 else b"1"}
    publish(tmp_path, {"a": b"3"})
    assert read_tree(tmp_path / "tree") == {"a": b"3"}
    assert not (tmp_path / ".tree.old").exists()


def test_without_hard_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With their times, and only once: what the spare tree has already is not copied again."""
    copies: list[object] = []

    def refused(source: object, *args: object, **others: object) -> None:
        copies.append(source)
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    for number in range(5):
        publish(tmp_path, {"same": b"", "new": str(number).encode()}, NOW + number * 5 * SECOND)
        assert modified(tmp_path / "tree" / "same") == NOW
        assert read_tree(tmp_path / "tree") == {"same": b"", "new": str(number).encode()}
    assert copies == [f"{tmp_path}/tree/same"]


def test_the_cost_grows_with_the_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With both trees there, one change among 100 files links or writes two files, and removes none."""
    for number in range(2):
        publish(tmp_path, {f"{n}": str(number).encode() for n in range(100)})
    publish(tmp_path, {f"{n}": b"1" for n in range(100)} | {"1": b"2"})
    calls: list[str] = []

    def counted(name: str) -> Callable[..., object]:
        honest = getattr(os, name)

        def call(*args: object, **others: object) -> object:
            calls.append(name)
            return honest(*args, **others)

        return call

    for name in ("link", "replace", "unlink", "rmdir"):
        monkeypatch.setattr(os, name, counted(name))
    publish(tmp_path, {f"{n}": b"1" for n in range(100)} | {"1": b"2", "2": b"2"})
    assert sorted(calls) == ["link", "replace", "replace"]


def test_a_file_that_is_the_same_in_both_trees_is_looked_at_once(tmp_path: Path) -> None:
    """By its number; one that only looks alike is another."""
    for content in (b"1", b"2", b"1"):
        publish(tmp_path, {"same": b"same", "a": content})
    live = scan(tmp_path / "tree", {}, reading=True).files
    twin = scan(tmp_path / ".tree.spare", {}, reading=False, twin=live).files
    assert twin["same"] is live["same"]
    assert twin["a"].digest is None
    copied = (tmp_path / ".tree.spare/same").read_bytes()
    (tmp_path / ".tree.spare/same").unlink()
    (tmp_path / ".tree.spare/same").write_bytes(copied)
    assert scan(tmp_path / ".tree.spare", {}, reading=False, twin=live).files["same"].digest is None


def test_what_a_disk_does_not_tell_of_files_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where folders tell other numbers than files, and after the cache was lost."""
    honest = tree.scan
    monkeypatch.setattr(look, "scan", lambda root, known, reading, twin=None: honest(root, known, reading=reading))
    wanted = {"same": b"same", "a": b"1"}
    for content in (b"1", b"2", b"3", b"4"):
        (tmp_path / "cache").unlink(missing_ok=True)
        publish(tmp_path, {**wanted, "a": content})
        assert read_tree(tmp_path / "tree") == {**wanted, "a": content}
    before = stats(tmp_path / "tree")
    assert publish(tmp_path, {**wanted, "a": b"4"}) == Published(unchanged=2)
    assert stats(tmp_path / "tree") == before
