"""sitegen build: from the folder to the published tree."""

import sys
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.console import complain, fail, steps
from sitegen.cli.options import job, output_option, site_options
from sitegen.content.read import Changed
from sitegen.engine.rendering import RenderFailed
from sitegen.engine.target import PublishError
from sitegen.foundation.pool import WorkerDied
from sitegen.pipeline.build import Job, Report, Step, build as build_site
from sitegen.render.telling import summary


@click.command()
@site_options
@output_option
@click.option("--strict", is_flag=True, help="Let warnings fail the build, too.")
def build(
    site: Path, output: Path | None, cache: Path | None, now: datetime | None, jobs: int | None, strict: bool
) -> None:
    """Builds the site and publishes it, all of it or nothing."""
    wanted = job(site, output, cache, now, jobs, strict)
    with steps() as step:
        report = attempt(wanted, step)
    complain(report.diagnostics, wanted.site)
    if report.published is None:
        fail(f"not published: {summary(report.diagnostics)} in {report.sources} files")
    click.echo(told(report, wanted))


def attempt(wanted: Job, step: Step) -> Report:
    """The build; what the machine refuses is one line and exit code 1."""
    try:
        return build_site(wanted, step)
    except PublishError as error:
        fail(str(error))
    except (RenderFailed, WorkerDied) as error:
        cause = error.cause if isinstance(error, RenderFailed) else error
        if not isinstance(cause, (Changed, OSError)):
            raise
        fail(str(cause))
    except KeyboardInterrupt:
        fail("interrupted; the published site is as it was")
    sys.exit(1)


def told(report: Report, wanted: Job) -> str:
    """What was done, in a few lines."""
    published = report.published
    assert published is not None
    lines = [
        f"{wanted.output}: {report.outputs} files from {report.sources} ({report.parsed} parsed); "
        f"{len(report.rendered)} rendered, {len(published.written)} written, {len(published.removed)} removed",
        f"mistakes: {summary(report.diagnostics)}",
    ]
    if not published.atomic:
        lines.append("note: this disk cannot exchange two folders in one step; for a moment there was none")
    if report.cache_problem:
        lines.append(f"note: the cache could not be used: {report.cache_problem}")
    if report.next_change:
        lines.append(
            f"the same content gives other pages from {report.next_change:%Y-%m-%dT%H:%MZ}: build again then"
        )
    return "\n".join(lines)
