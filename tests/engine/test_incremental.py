"""Incremental builds equal clean ones, in memory and on a disk."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from sitegen.engine import spare

from .toy import (
    NAMES,
    TAGS,
    DiskHarness,
    Group,
    Harness,
    Thing,
    drop,
    paint,
    put,
    random_script,
    reshape,
    stats,
    turn,
    upgrade,
)

SHAPES = ("leaf", "pair", "deep", "fancy")
SCRIPTS = int(os.environ.get("ENGINE_SCRIPTS", "40"))

things = st.builds(
    Thing,
    st.sampled_from(("x", "y", "zz", "", "boom")),
    st.sampled_from(TAGS),
    st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
    st.sampled_from(SHAPES),
)
edits = st.one_of(
    st.builds(put, st.sampled_from(NAMES), things),
    st.builds(drop, st.sampled_from(NAMES)),
    st.builds(reshape, st.sampled_from(NAMES), st.sampled_from(SHAPES)),
    st.builds(paint, st.sampled_from(("green", "gold"))),
    st.builds(turn, st.booleans()),
    st.builds(upgrade, st.sampled_from("12")),
)
scripts = st.lists(st.lists(edits, max_size=4), max_size=10)


@pytest.fixture
def no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spare, "sync_path", lambda path: None)
    monkeypatch.setattr(spare, "sync_all", lambda path: None)


@given(scripts)
@settings(max_examples=150, deadline=None)
def test_any_script_leaves_what_a_clean_build_leaves(script: list[Group]) -> None:
    """After every build of any script of edits, failing builds among them, the bytes are a clean build's."""
    assert Harness().holds(script)


@given(scripts)
@settings(max_examples=150, deadline=None)
def test_building_again_renders_nothing(script: list[Group]) -> None:
    """A build of an unchanged world renders nothing and has the same memory."""
    harness = Harness()
    harness.holds(script)
    if harness.built is None:
        return
    before = harness.memory
    assert harness.step([])
    assert harness.built is not None
    assert harness.built.rendered == ()
    assert (harness.memory.answers, harness.memory.traces) == (before.answers, before.traces)


@pytest.mark.usefixtures("no_sync")
def test_each_file_of_a_sheaf_is_looked_at(tmp_path: Path) -> None:
    """One that is gone is made again, with the others; and it goes with them."""
    harness = DiskHarness(tmp_path)
    assert harness.step([put("a", Thing("x", shape="pair")), put("b", Thing("y"))])
    for name in ("leaf/a", "pairs/a"):
        (harness.output / name).unlink()
        assert harness.step([])
        assert harness.built is not None
        assert harness.built.rendered == ("leaf/a", "pairs/a")
        assert harness.built.published.written == (name,)
    assert harness.step([reshape("a", "leaf")])
    assert harness.built.removed == ("pairs/a",)


@pytest.mark.usefixtures("no_sync", "looking")
@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_the_same_holds_on_a_disk(seed: int, tmp_path: Path) -> None:
    """With a real tree, cache and publishing, random scripts leave what clean builds leave."""
    assert DiskHarness(tmp_path).holds(random_script(seed, 8))


@pytest.mark.usefixtures("no_sync", "looking")
@pytest.mark.parametrize("seed", range(3))
def test_a_second_build_touches_nothing(seed: int, tmp_path: Path) -> None:
    """No inode, time or size changes in the tree, the spare tree and the cache."""
    harness = DiskHarness(tmp_path)
    harness.holds([*random_script(seed, 6), [put(name, Thing("x")) for name in NAMES]])
    before = stats(tmp_path)
    assert harness.step([])
    assert harness.built is not None
    assert harness.built.rendered == ()
    assert not harness.built.published.exchanged
    assert stats(tmp_path) == before


@pytest.mark.usefixtures("no_sync", "looking")
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lost=st.sets(st.sampled_from(("tree", ".tree.spare", "cache", ".tree.lock"))), seed=st.integers(0, 50))
def test_lost_parts_are_made_again(lost: set[str], seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """If the cache, the spare tree or the live tree is lost between builds, the tree comes out the same."""
    root = tmp_path_factory.mktemp("world")
    harness = DiskHarness(root)
    assert harness.holds(random_script(seed, 5))
    # Without cache and lock a tree is a stranger's, and refused: test_publish shows that.
    for name in lost - {".tree.lock"} if "cache" in lost else lost:
        place = root / name
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
    if "tree" in lost:
        harness.expected = {}
    assert harness.holds([[put("a", Thing("x"))], *random_script(seed + 1, 3)])
