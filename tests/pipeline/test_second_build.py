"""A second build renders nothing and writes nothing, and says again what is wrong."""

from pathlib import Path

import pytest

from .author import Author
from .edits import Edit, after, random_script
from .harness import Harness, good, lasting

pytestmark = pytest.mark.usefixtures("quickly")
Marks = dict[str, tuple[int, ...]]


def marks(*roots: Path) -> Marks:
    """All that the disk says of everything below the roots."""
    paths = [path for root in roots for path in (root, *root.rglob("*"))]
    found = {str(path): path.lstat() for path in paths}
    return {p: (s.st_ino, s.st_mode, s.st_size, s.st_mtime_ns, s.st_ctime_ns) for p, s in found.items()}


def touched(root: Path, before: Marks) -> list[str]:
    now = marks(root / "output", root / "cache")
    return sorted(path for path in now.keys() | before.keys() if now.get(path) != before.get(path))


@pytest.mark.parametrize("seed", range(4))
def test_a_second_build_touches_nothing(seed: int, tmp_path: Path) -> None:
    """No file of the output or of the cache has another inode, size or time."""
    harness = Harness(tmp_path)
    assert harness.run([*random_script(seed, 3), [Edit("mend")]]) == ""
    assert good(harness.report)
    before = marks(tmp_path / "output", tmp_path / "cache")
    assert harness.step() == ""
    assert harness.report is not None
    assert harness.report.published is not None
    assert harness.report.rendered == ()
    assert harness.report.parsed == 0
    assert not harness.report.published.exchanged
    assert touched(tmp_path, before) == []


def test_warnings_appear_again(tmp_path: Path) -> None:
    """Those of a text that was not parsed again are remembered with it."""
    harness = Harness(tmp_path)
    harness.step(Author().add("news", "nytt", body=10).script[0])
    assert harness.report is not None
    first = lasting(harness.report)
    assert [each.code for each in first] == ["heading-level"]
    harness.step()
    assert harness.report.parsed == 0
    assert lasting(harness.report) == first


def test_a_failed_build_touches_no_output(tmp_path: Path) -> None:
    """Neither the tree nor what is remembered of it; what was parsed is kept."""
    harness = Harness(tmp_path)
    harness.step(Author().add("news", "nytt").add("event", "mote").script[0])
    before = marks(tmp_path / "output")
    for how in range(3):
        harness.step([Edit("title", 0, 1 + how), Edit("spoil", how)])
        assert not good(harness.report)
        assert marks(tmp_path / "output") == before
        assert harness.step([Edit("mend"), Edit("title", 0, 0)]) == ""
        assert harness.report is not None
        assert harness.report.rendered == ()


def test_the_scripts_differ() -> None:
    """Random portals are of some size, and not all the same."""
    portals = [after(random_script(seed)) for seed in range(20)]
    assert len({str(portal) for portal in portals}) == 20
    assert sum(len(portal.docs) for portal in portals) > 100
