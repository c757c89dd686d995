"""The package as others install it: a wheel, in a folder elsewhere, with its templates and catalogues inside."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
CONFIGURATION = """\
title: {nb: Prøve, sv: Prov}
url: https://example.org/portal/
timezone: Europe/Oslo
languages:
  nb: {fallback: [sv]}
  sv: {fallback: [nb]}
"""
MEETING = """\
---
title: Et møte
start: 2030-03-04 10:00
end: 2030-03-04 12:00
---
Vi møtes.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel was unpacked into."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheel = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(REPOSITORY)]
    subprocess.run(wheel, check=True, capture_output=True)
    (found,) = folder.glob("sitegen-*.whl")
    target = folder / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(found)], check=True, capture_output=True)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed package, run in a folder that has nothing of the repository."""
    script = "import sitegen, sys; print(sitegen.__file__, file=sys.stderr); from sitegen.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_builds_a_site_elsewhere(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "content" / "events").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "content" / "events" / "meeting.nb.md").write_text(MEETING, "utf-8")
    done = run(installed, tmp_path, "build", "--now", "2029-01-01")
    assert str(installed) in done.stderr
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "build/site/sv/evenemang/meeting/index.html").read_text("utf-8")
    assert "måndag 4 mars 2030 kl.\N{NO-BREAK SPACE}10.00–12.00" in re.sub("<[^>]*>", "", page)
    assert 'href="/portal/assets/' in page
    assert (tmp_path / "build/site/sv/kalender.ics").is_file()
    assert list((tmp_path / "build/site/media/event/meeting").glob("nb.*.png"))


def test_an_empty_folder_is_told_what_it_lacks(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "build")
    assert done.returncode == 2
    assert "site.yaml" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
