"""Sites in a folder, as editors have them, and what the aids make of them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.editing.desk import Desk
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.pipeline.build import Job
from tests.cases.site_cases import lay_out, site_of

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
CLOCK = 1_700_000_000_000_000_000
REPOSITORY = Path(__file__).resolve().parents[2]


def job_in(folder: Path) -> Job:
    return Job(folder, folder / "build" / "site", folder / "build" / "cache", NOW, CLOCK)


def site_in(folder: Path, text: str = "") -> Desk:
    """The small site of the cases with these files besides, at hand."""
    lay_out(site_of(text), folder)
    return Desk.at(job_in(folder))


def again(desk: Desk) -> Desk:
    """The site as it lies in its folder now."""
    return Desk.at(desk.job)


def codes(desk: Desk) -> list[str]:
    return [each.code for each in diagnostics(desk)]


def diagnostics(desk: Desk) -> tuple[Diagnostic, ...]:
    """What is wrong with the site as it lies in its folder."""
    return again(desk).loaded().diagnostics


def files_in(folder: Path) -> Mapping[str, bytes]:
    """All of the content."""
    root = folder / "content"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()
    }


def sitegen(folder: Path, *arguments: str, answers: str | None = None) -> Result:
    """A command run on the site, as an editor runs it in its folder."""
    options = ["--site", str(folder)] if arguments[0] != "schema" else []
    now = ["--now", "2027-01-15T12:00"] if arguments[0] != "schema" else []
    return CliRunner().invoke(main, [*arguments, *options, *now], input=answers, catch_exceptions=False)
