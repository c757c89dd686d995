"""sitegen check: all that is wrong with a site, without an output."""

from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.console import complain, fail, steps
from sitegen.cli.options import job, site_options
from sitegen.foundation.diagnostics import has_errors
from sitegen.pipeline.build import check as check_site
from sitegen.render.telling import summary


@click.command()
@site_options
@click.option("--strict", is_flag=True, help="Let warnings fail the check, too.")
def check(site: Path, cache: Path | None, now: datetime | None, jobs: int | None, strict: bool) -> None:
    """Says all that is wrong with the site, and publishes nothing."""
    wanted = job(site, None, cache, now, jobs, strict)
    with steps() as step:
        report = check_site(wanted, step)
    complain(report.diagnostics, wanted.site)
    said = f"{summary(report.diagnostics)} in {report.sources} files"
    if has_errors(report.diagnostics) or (strict and report.diagnostics):
        fail(said)
    click.echo(said)
