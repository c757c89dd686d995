"""What the machine refuses is one clear line and exit code 1; the published tree stays, and the next build heals."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.command import NOW, build, complaint, sitegen, tree_digest

from .versions import Clean, lay

REFUSING = """
import errno, os, sys
code = getattr(errno, os.environ["REFUSE"])
below, nth = os.environ["BELOW"], int(os.environ["NTH"])
count = 0

def guard(name, writes):
    honest = getattr(os, name)
    def call(*given, **named):
        global count
        place = os.readlink(f"/proc/self/fd/{given[0]}") if isinstance(given[0], int) else os.fspath(given[0])
        if str(place).startswith(below) and (writes is None or given[1] & writes):
            count += 1
            if count >= nth:
                raise OSError(code, os.strerror(code), place)
        return honest(*given, **named)
    setattr(os, name, call)

for name in ("write", "mkdir", "replace", "rename", "link", "unlink"):
    guard(name, None)
guard("open", os.O_WRONLY | os.O_RDWR)
from sitegen.cli import main
main(prog_name="sitegen")
"""


@pytest.mark.parametrize(
    ("code", "words", "nth"),
    [
        ("ENOSPC", "No space left on device", 1),
        ("ENOSPC", "No space left on device", 30),
        ("EROFS", "Read-only file system", 1),
        ("EACCES", "Permission denied", 5),
    ],
)
def test_the_output_cannot_be_written(code: str, words: str, nth: int, clean: Clean, tmp_path: Path) -> None:
    """From the nth call on that writes below the output, or below its spare tree."""
    lay(tmp_path / "site", 0)
    assert build(tmp_path / "site", tmp_path).returncode == 0
    lay(tmp_path / "site", 1)
    below = str(tmp_path / ".output")
    result = build(tmp_path / "site", tmp_path, python=("-c", REFUSING),
                   variables={"REFUSE": code, "BELOW": below, "NTH": str(nth)})  # fmt: skip
    assert result.returncode == 1
    assert words in complaint(result)
    assert str(tmp_path) in complaint(result)
    assert tree_digest(tmp_path / "output") == clean[0]
    assert build(tmp_path / "site", tmp_path).returncode == 0
    assert tree_digest(tmp_path / "output") == clean[1]


@pytest.mark.parametrize("code", ["ENOSPC", "EROFS"])
def test_the_cache_cannot_be_written(code: str, clean: Clean, tmp_path: Path) -> None:
    """Nothing is kept then, and the site is published all the same, with a note."""
    lay(tmp_path / "site", 0)
    result = build(tmp_path / "site", tmp_path, python=("-c", REFUSING),
                   variables={"REFUSE": code, "BELOW": str(tmp_path / "cache"), "NTH": "1"})  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "note: the cache could not be used" in result.stdout
    assert tree_digest(tmp_path / "output") == clean[0]


@pytest.fixture(params=["size=400k,nr_inodes=2000", "size=20m,nr_inodes=60"], ids=["no space", "no inodes"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A real disk that is soon full; only root can have one."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", request.param, "none", place], check=False).returncode
    ):
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_real_disk_is_full(small_disk: Path, clean: Clean, tmp_path: Path) -> None:
    """The tree that is there stays; with room again the next build is good."""
    lay(tmp_path / "site", 0)
    (tmp_path / "site/content/news/nytt.nb.md").unlink()
    (tmp_path / "site/content/topics/miljo.md").unlink()
    arguments = (
        "--site",
        tmp_path / "site",
        "--output",
        small_disk / "output",
        "--cache",
        tmp_path / "cache",
        "--now",
        NOW,
    )
    first = sitegen("build", *arguments)
    before = tree_digest(small_disk / "output") if first.returncode == 0 else ""
    filler = small_disk / "filler"
    try:
        with filler.open("wb") as file:
            for _ in range(20):
                file.write(b"x" * 1_000_000)
                file.flush()
    except OSError:
        pass
    for number in range(100):
        try:
            (small_disk / f"filler-{number}").touch()
        except OSError:
            break
    lay(tmp_path / "site", 1)
    result = sitegen("build", *arguments)
    assert result.returncode == 1
    assert "No space left on device" in complaint(result)
    assert not before or tree_digest(small_disk / "output") == before
    subprocess.run(["mount", "-o", "remount,size=50m,nr_inodes=9999", small_disk], check=True)
    assert sitegen("build", *arguments).returncode == 0
    assert tree_digest(small_disk / "output") == clean[1]


def _files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_folder_that_is_not_ours(tmp_path: Path) -> None:
    """Is left alone, however often one asks; once it is empty it is taken."""
    lay(tmp_path / "site", 0)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "thesis.txt").write_text("my only copy", encoding="utf-8")
    for _ in range(2):
        result = build(tmp_path / "site", tmp_path)
        assert result.returncode == 1
        assert "was not made by this generator" in complaint(result)
        assert _files(tmp_path / "output") == {str(tmp_path / "output/thesis.txt"): b"my only copy"}
    (tmp_path / "output" / "thesis.txt").unlink()
    assert build(tmp_path / "site", tmp_path).returncode == 0


@pytest.mark.parametrize("how", ["a file", "a link", "below a file", "a broken link"])
def test_a_place_that_cannot_be_a_folder(how: str, tmp_path: Path) -> None:
    """A file or a link is not replaced."""
    lay(tmp_path / "site", 0)
    output = tmp_path / "output"
    if how == "a file":
        output.write_text("a file", encoding="utf-8")
    elif how == "below a file":
        output.write_text("a file", encoding="utf-8")
        output = output / "site"
    else:
        target = tmp_path / "elsewhere"
        if how == "a link":
            target.mkdir()
        output.symlink_to(target)
    result = sitegen(
        "build", "--site", tmp_path / "site", "--output", output, "--cache", tmp_path / "cache", "--now", NOW
    )
    assert result.returncode in (1, 2)
    assert "Traceback" not in result.stderr
    assert (tmp_path / "output").is_file() or (tmp_path / "output").is_symlink()


def test_a_damaged_cache_is_a_cold_build(clean: Clean, tmp_path: Path) -> None:
    """Truncated, overwritten, foreign, a folder: always the same tree."""
    lay(tmp_path / "site", 0)
    assert build(tmp_path / "site", tmp_path).returncode == 0
    (store,) = (tmp_path / "cache").iterdir()
    whole = store.read_bytes()
    for number, damaged in enumerate((whole[: len(whole) // 2], b"x" * 5000, b"")):
        store.write_bytes(damaged)
        lay(tmp_path / "site", number % 2)
        result = build(tmp_path / "site", tmp_path)
        assert result.returncode == 0, result.stderr
        assert tree_digest(tmp_path / "output") == clean[number % 2]


FEW_FILES = """
import os, resource
resource.setrlimit(resource.RLIMIT_NOFILE, (int(os.environ["MOST"]), int(os.environ["MOST"])))
from sitegen.cli import main
main(prog_name="sitegen")
"""


@pytest.mark.parametrize("most", [12, 20, 64])
def test_too_few_open_files(most: int, tmp_path: Path) -> None:
    """With a handful of handles a build works, or says in a line that it cannot; it does not hang."""
    lay(tmp_path / "site", 0)
    result = build(tmp_path / "site", tmp_path, python=("-c", FEW_FILES), variables={"MOST": str(most)})
    assert result.returncode == 0 or "Too many open files" in complaint(result)
