"""`sitegen check FILES`: what is wrong in them, or elsewhere because of them; the whole site is read all the same."""

from pathlib import Path

import pytest

from tests.telling.stage import check, stage


def test_a_file_is_told_with_what_it_causes_elsewhere(tmp_path: Path) -> None:
    stage(tmp_path)
    result = check("content/events/kurs.nb.md")
    assert [line.split("]")[0].partition("[")[2] for line in result.stderr.splitlines() if line.endswith("]")] == [
        "unknown-field", "dangling-reference", "empty-link-text", "uid-taken",
    ]  # fmt: skip
    other = check("content/events/seminar.nb.md")
    assert "uid-taken" in other.stderr
    assert "unknown-field" not in other.stderr
    assert other.stderr.endswith("1 error in 6 files; 3 more in files that were not asked for\n")
    assert other.exit_code == 1


def test_a_good_file_in_a_bad_site_is_good(tmp_path: Path) -> None:
    stage(tmp_path)
    result = check("content/people/kari.md")
    assert (result.exit_code, result.stdout) == (0, "no mistakes in 6 files; 4 more in files that were not asked for\n")


def test_a_file_is_judged_by_the_whole_site(tmp_path: Path) -> None:
    """A reference is dangling, or not, by files that were not named."""
    stage(tmp_path, "@ content/news/x.nb.md\n---\ntitle: T\npublished: 2027-01-04\nauthors: [kari]\n---\n")
    assert check("content/news/x.nb.md").exit_code == 0
    (tmp_path / "content/people/kari.md").unlink()
    assert "dangling-reference" in check("content/news/x.nb.md").stderr


def test_folders_and_files_from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage(tmp_path)
    assert "unknown-field" in check("content/events").stderr
    assert "unknown-field" not in check("content/people", "content/topics").stderr
    monkeypatch.chdir(tmp_path / "content" / "events")
    result = check("--site", "../..", "kurs.nb.md")
    assert f"{tmp_path}/content/events/kurs.nb.md:3:1: error" in result.stderr
    assert check("--site", "../..", "borte.nb.md").exit_code == 2
    assert check("--site", "../..", tmp_path.parent).exit_code == 2


def test_a_warning_fails_only_where_that_is_wanted(tmp_path: Path) -> None:
    stage(tmp_path, "@ content/news/x.nb.md\n---\ntitle: T\npublished: 2027-01-04\n---\n[her](https://example.org/)\n")
    assert check().exit_code == 0
    assert check("--strict").exit_code == 1
    assert check("--strict", "content/people").exit_code == 0
