"""What a disk refuses is a mistake of one file, and never the end of the run."""

import os
from pathlib import Path

import pytest

from sitegen.content.read import Changed, read_attachment, read_folder
from sitegen.foundation.digest import digest_bytes
from tests.cases.site_cases import lay_out


@pytest.fixture
def site(tmp_path: Path) -> Path:
    lay_out((), tmp_path)
    bundle = tmp_path / "content/news/sak"
    bundle.mkdir(parents=True)
    (bundle / "index.nb.md").write_text("---\ntitle: T\npublished: 2027-01-01\n---\n", encoding="utf-8")
    (bundle / "kart.png").write_bytes(b"x")
    return tmp_path


def refuse(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, part: str) -> None:
    """From now on, a call that touches a path with this part fails as a disk fails."""
    real = getattr(owner, name)

    def refused(path: object, *args: object, **options: object) -> object:
        if part in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *args, **options)

    monkeypatch.setattr(owner, name, refused)


def said(site: Path) -> list[tuple[str, str]]:
    return [(found.span.path, found.code) for found in read_folder(site).diagnostics]


@pytest.mark.parametrize("path", ["content/people/kari.md", "content/news/sak/kart.png"])
def test_a_file_that_cannot_be_read_is_named(path: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, Path, "read_bytes", path)
    assert said(site) == [(path, "unreadable-file")]


def test_a_folder_that_cannot_be_listed_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, os, "scandir", "content/people")
    assert said(site) == [("content/people", "unreadable-file")]
    assert "content/events/frokost.nb.md" in [source.path for source in read_folder(site).sources]


def test_pipes_and_sockets_are_passed_over(site: Path) -> None:
    os.mkfifo(site / "content/news/pipe.nb.md")
    assert said(site) == []


def test_an_attachment_that_changes_during_the_build_is_told(site: Path) -> None:
    path = "content/news/sak/kart.png"
    assert read_attachment(site, path, digest_bytes(b"x")) == b"x"
    with pytest.raises(Changed, match="build again"):
        read_attachment(site, path, digest_bytes(b"y"))


def test_the_order_in_which_a_disk_lists_files_is_no_matter(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_folder(site)
    real = os.scandir

    class Backwards:
        def __init__(self, path: Path) -> None:
            with real(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", Backwards)
    assert read_folder(site) == before
