"""sitegen explain: why an output would be made anew, and what it depends on."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.attempt import attempt
from sitegen.cli.console import complain, fail
from sitegen.cli.history import Asked
from sitegen.cli.language import words_of
from sitegen.cli.options import job, output_option, site_options
from sitegen.engine.explain import Explanation
from sitegen.engine.output import Output
from sitegen.engine.question import Question
from sitegen.pipeline.build import Report, explain as explain_output


@click.command()
@click.argument("path")
@site_options
@output_option
def explain(
    path: str, site: Path, output: Path | None, cache: Path | None, now: datetime | None, jobs: int | None
) -> None:
    """Says why the file PATH of the published site would be made anew now, and what it depends on."""
    wanted = replace(job(site, output, cache, now, jobs), history=Asked(site))
    asked = path.lstrip("/")
    name = f"{asked}index.html" if asked.endswith("/") or not asked else asked
    found = attempt(lambda: explain_output(wanted, name), words_of(site))
    if isinstance(found, Report):
        complain(found.diagnostics, wanted.site)
        fail("there is no site to explain")
    elif found is None:
        fail(f"the site has no file {path}, and had none")
    else:
        click.echo(told(found))


def told(found: Explanation) -> str:
    """What is known of an output, a line each."""
    made = found.output
    lines = [f"{found.path}: " + (_made_by(made) if made else "no longer made")]
    if made:
        lines.append(f"now: {found.now.line}" if found.now else "now: fresh")
    if found.last:
        lines.append(f"last rendered because {found.last.line}")
    lines += [f"  {'changed ' if changed else 'same    '} {question}" for question, changed in found.asked]
    return "\n".join(lines)


def _made_by(output: Output) -> str:
    beside = f", at once with {len(output.others)} others" if output.others else ""
    return f"made by {Question(output.recipe, output.args)}{beside}"
