"""What a command says: progress on a terminal and plain lines elsewhere, diagnostics, and the end."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.pool import Progress as Heard
from sitegen.pipeline.build import Step
from sitegen.render.telling import lines_below, tell, text

STEPS = {"read": "Reading", "render": "Writing"}


@contextmanager
def steps() -> Iterator[Step]:
    """How far a build is: a bar for each step on a terminal, and elsewhere a line when a step begins."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _said
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Refreshed by hand: rich's own refreshing is a thread, and processes are forked while it would run.
    with Progress(*columns, console=console, auto_refresh=False, transient=True) as progress:
        yield lambda name: _bar(progress, name)


def _said(name: str) -> None:
    click.echo(f"{STEPS[name]} …", err=True)


def _bar(progress: Progress, name: str) -> Heard:
    task: TaskID = progress.add_task(STEPS[name], total=None)
    progress.refresh()

    def heard(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)
        if done % 16 == 0 or done == total:
            progress.refresh()

    return heard


def complain(diagnostics: Iterable[Diagnostic], site: Path) -> None:
    """Every diagnostic with its excerpt, to standard error."""
    lines = lines_below(site)
    for found in diagnostics:
        told = tell(found, lines)
        colour = {"error": "red", "warning": "yellow"}[told.level]
        head, *rest = text(told).split("\n")
        click.echo(click.style(head, fg=colour, bold=True), err=True)
        for line in rest:
            click.echo(line, err=True)
        click.echo(err=True)


def fail(message: str) -> None:
    """One line on what went wrong, and exit code 1."""
    click.echo(click.style(f"sitegen: {message}", fg="red"), err=True)
    sys.exit(1)
