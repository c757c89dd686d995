"""The cache: what is written is read, and no damage is ever an error or a wrong value."""

import os
import random
import sqlite3
from pathlib import Path

import pytest

from sitegen.engine.store import Store

from .toy import DiskHarness, Thing, put, random_script, stats

DAMAGES = int(os.environ.get("ENGINE_DAMAGES", "40"))


def entries(number: int) -> dict[str, bytes]:
    return {f"key {n}": f"value {n} ".encode() * n for n in range(number)}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """By space, by key, and in another process's store as well."""
    with Store(tmp_path / "deep" / "cache") as store:
        assert store.read("one") == {}
        assert store.write("one", entries(1200)) is None
        assert store.write("two", {"key 1": b"other"}) is None
    with Store(tmp_path / "deep" / "cache") as store:
        assert store.read("one") == entries(1200)
        assert {key: store.get("one", key) for key in entries(1100)} == entries(1100)
        assert store.get("two", "key 1") == b"other"
        assert store.get("three", "key 1") is None
        assert store.problem is None


def test_what_is_not_kept_is_forgotten(tmp_path: Path) -> None:
    """Only in its own space, and only if that is asked for."""
    with Store(tmp_path / "cache") as store:
        store.write("one", entries(5))
        store.write("two", entries(5))
        store.write("one", {"new": b"1"}, keep=["key 2", "never there"])
        assert store.read("one") == {"key 2": entries(5)["key 2"], "new": b"1"}
        assert store.read("two") == entries(5)


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    """Not even the time of the file changes; nor is a file made to read from."""
    with Store(tmp_path / "none" / "cache") as store:
        store.read("one")
    assert not (tmp_path / "none").exists()
    with Store(tmp_path / "cache") as store:
        store.write("one", entries(9))
        before = stats(tmp_path)
        store.write("one", entries(9), keep=())
        store.write("one", {"key 1": entries(2)["key 1"]})
        store.write("two", {}, keep=())
        assert stats(tmp_path) == before


def test_another_value_is_written_however_alike(tmp_path: Path) -> None:
    """Of the same length, or of the same letters."""
    with Store(tmp_path / "cache") as store:
        for value in (b"abcd", b"abdc", b"abde", b"abd"):
            store.write("one", {"key": value})
            assert store.get("one", "key") == value


@pytest.mark.parametrize("seed", range(DAMAGES))
def test_a_damaged_file_gives_right_values_or_none(seed: int, tmp_path: Path) -> None:
    """Flipped bytes, truncation, zeros and garbage; then it is written anew and whole."""
    path = tmp_path / "cache"
    with Store(path) as store:
        store.write("one", entries(60))
    path.write_bytes(damaged(path.read_bytes(), random.Random(seed)))
    with Store(path) as store:
        read = store.read("one")
        assert read.items() <= entries(60).items()
        assert store.get("one", "key 1") in (None, entries(60)["key 1"])
        assert store.write("one", entries(61), keep=()) is None
        store.read("one")
    with Store(path) as store:
        if store.read("one") != entries(61):
            assert store.write("one", entries(61)) is None  # noticed only now
        assert store.read("one") == entries(61)


def damaged(data: bytes, chance: random.Random) -> bytes:
    sort = chance.randrange(4)
    at = chance.randrange(len(data))
    if sort == 0:
        return data[:at]
    if sort == 1:
        return data[:at] + bytes(min(4096, len(data) - at)) + data[at + 4096 :]
    if sort == 2:
        return chance.randbytes(at)
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 30)):
        changed[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("seed", range(DAMAGES // 2))
def test_a_damaged_cache_gives_the_same_tree(seed: int, tmp_path: Path) -> None:
    """Builds with a cache damaged between them leave what clean builds leave."""
    harness = DiskHarness(tmp_path)
    chance = random.Random(seed)
    assert harness.step([put("a", Thing("x")), put("b", Thing("y", links=("a",)))])
    for group in random_script(seed, 3):
        harness.cache.write_bytes(damaged(harness.cache.read_bytes(), chance))
        assert harness.step(group)


@pytest.mark.parametrize("sql", ["CREATE VIEW v AS SELECT 1", "CREATE TABLE other (a)", "DROP TABLE entries"])
def test_a_foreign_database_is_replaced(sql: str, tmp_path: Path) -> None:
    """Views and triggers of strangers are not run."""
    with Store(tmp_path / "cache") as store:
        store.write("one", entries(3))
    connection = sqlite3.connect(tmp_path / "cache")
    connection.execute(sql)
    connection.close()
    with Store(tmp_path / "cache") as store:
        assert store.read("one") == {}
        assert store.problem is not None
        assert store.write("one", entries(2)) is None
        assert store.read("one") == entries(2)


def test_a_locked_database_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is not kept, and the reason is returned."""
    monkeypatch.setattr("sitegen.engine.store.PATIENCE", 0.01)
    with Store(tmp_path / "cache") as store:
        store.write("one", entries(3))
    other = sqlite3.connect(tmp_path / "cache", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Store(tmp_path / "cache") as store:
        assert store.read("one") == {}
        assert "locked" in (store.write("one", entries(2)) or "")
    other.close()
    with Store(tmp_path / "cache") as store:
        assert store.read("one") == entries(3)


def test_a_place_that_cannot_be_written_is_only_a_reason(tmp_path: Path) -> None:
    """A folder where the file should be, and a file where its folder should be."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "folder", tmp_path / "file" / "cache"):
        with Store(path) as store:
            assert store.read("one") == {}
            assert store.get("one", "key") is None
            assert store.write("one", entries(1))


def test_a_store_works_on_both_sides_of_a_fork(tmp_path: Path) -> None:
    """The child reads with a connection of its own while the parent writes."""
    with Store(tmp_path / "cache") as store:
        store.write("one", entries(50))
        pid = os.fork()
        if pid == 0:
            os._exit(0 if store.read("one") == entries(50) else 1)
        assert os.waitpid(pid, 0)[1] == 0
        assert store.write("one", entries(51)) is None
        assert store.read("one") == entries(51)
