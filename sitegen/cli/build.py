"""sitegen build: from the folder to the published tree."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.attempt import attempt
from sitegen.cli.console import fail, findings_of, say, show, steps
from sitegen.cli.history import Asked
from sitegen.cli.language import words_of
from sitegen.cli.options import job, output_option, site_options, telling_options
from sitegen.cli.recorded import told_of
from sitegen.pipeline.build import Job, Report, build as build_site
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling import ENGLISH, ending, summary


@click.command()
@site_options
@output_option
@telling_options
@click.option("--strict", is_flag=True, help="Let warnings fail the build, too.")
@click.option("--record", is_flag=True, help="Keep the revisions of calendar entries in calendar.ledger.")
def build(
    site: Path,
    output: Path | None,
    cache: Path | None,
    now: datetime | None,
    jobs: int | None,
    form: str,
    lang: str | None,
    strict: bool,
    record: bool,
) -> None:
    """Builds the site and publishes it, all of it or nothing."""
    past = Asked(site)
    wanted = replace(job(site, output, cache, now, jobs, strict), record=record, history=past)
    words = words_of(site, lang)
    with steps(words) as step:
        report = attempt(lambda: build_site(wanted, step), words)
    findings = findings_of(report.diagnostics, site, words, report.sources)
    show(findings, form)
    if report.published is None:
        fail(words.gettext("not published: {reason}").format(reason=ending(findings)))
    say("\n".join((told(report, wanted, words), *told_of(report.recording, past.shallow, words))), form)


def told(report: Report, wanted: Job, words: Catalogue = ENGLISH) -> str:
    """What was done, in a few lines."""
    published = report.published
    assert published is not None
    made = words.gettext(
        "{output}: {outputs} files from {sources} ({parsed} parsed); "
        "{rendered} rendered, {written} written, {removed} removed"
    )
    counts = {
        "outputs": report.outputs,
        "sources": report.sources,
        "parsed": report.parsed,
        "rendered": len(report.rendered),
        "written": len(published.written),
        "removed": len(published.removed),
    }
    lines = [
        made.format(output=wanted.output, **counts),
        words.gettext("mistakes: {summary}").format(summary=summary(report.diagnostics, words)),
    ]
    if not published.atomic:
        lines.append(
            words.gettext("note: this disk cannot exchange two folders in one step; for a moment there was none")
        )
    if report.cache_problem:
        said = words.gettext("note: the cache could not be used: {reason}")
        lines.append(said.format(reason=report.cache_problem))
    if wanted.indexer is None:
        lines.append(
            words.gettext(
                "note: the site cannot be searched: install Pagefind, as make site does (pip install pagefind_bin)"
            )
        )
    if report.next_change:
        said = words.gettext("the same content gives other pages from {time}: build again then")
        lines.append(said.format(time=f"{report.next_change:%Y-%m-%dT%H:%MZ}"))
    return "\n".join(lines)
