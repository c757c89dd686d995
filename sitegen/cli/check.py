"""sitegen check: all that is wrong with a site, without an output."""

from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.attempt import attempt
from sitegen.cli.console import fail, findings_of, say, show, steps
from sitegen.cli.files import asked_for, named_paths
from sitegen.cli.language import words_of
from sitegen.cli.options import job, site_options, telling_options
from sitegen.cli.spelling import spelling_of, spelling_options
from sitegen.foundation.diagnostics import has_errors
from sitegen.pipeline.build import check as check_site
from sitegen.render.telling import ending


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@site_options
@telling_options
@spelling_options
@click.option("--strict", is_flag=True, help="Let warnings fail the check, too.")
def check(
    files: tuple[Path, ...],
    site: Path,
    cache: Path | None,
    now: datetime | None,
    jobs: int | None,
    form: str,
    lang: str | None,
    spelling: bool,
    dictionaries: tuple[Path, ...],
    strict: bool,
) -> None:
    """Says all that is wrong with the site, and publishes nothing.

    With FILES (or folders) it says what is wrong in them, and elsewhere because of them; the whole site is read
    all the same. Exit code 0: no error; 1: errors; 2: wrong usage.
    """
    wanted = job(site, None, cache, now, jobs, strict)
    paths, words = named_paths(files, site), words_of(site, lang)
    asked = spelling_of(site, dictionaries, paths, words) if spelling else None
    with steps(words) as step:
        report = attempt(lambda: check_site(wanted, step, asked), words)
    found = asked_for(report.diagnostics, paths)
    findings = findings_of(found, site, words, report.sources, len(report.diagnostics) - len(found))
    show(findings, form)
    if has_errors(found) or (strict and found):
        fail(ending(findings))
    say(ending(findings), form)
