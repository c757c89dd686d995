"""What a command says: progress on a terminal and plain lines elsewhere, diagnostics, and the end."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from sitegen.cli.files import seen_from_here
from sitegen.cli.language import words_of
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.pool import Progress as Heard
from sitegen.model.problems import N_
from sitegen.pipeline.build import Step
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling import Findings, lines_below, tell
from sitegen.render.telling.excerpt import WIDEST
from sitegen.render.telling.formats import FORMATS
from sitegen.render.telling.plain import pieces

STEPS = {"read": N_("Reading"), "render": N_("Writing")}
STYLES = {"error": "bold red", "warning": "bold yellow", "code": "dim", "frame": "cyan", "meant": "bold", "plain": ""}
FRAME = 10
"""Cells of a terminal beside an excerpt: two of indentation, the line's number, and " | "."""
TEXT = "text"


@contextmanager
def steps(words: Catalogue) -> Iterator[Step]:
    """How far a build is: a bar for each step on a terminal, and elsewhere a line when a step begins."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda name: click.echo(f"{words.gettext(STEPS[name])} …", err=True)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Refreshed by hand: rich's own refreshing is a thread, and processes are forked while it would run.
    with Progress(*columns, console=console, auto_refresh=False, transient=True) as progress:
        yield lambda name: _bar(progress, words.gettext(STEPS[name]))


def _bar(progress: Progress, said: str) -> Heard:
    task: TaskID = progress.add_task(said, total=None)
    progress.refresh()

    def heard(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)
        if done % 16 == 0 or done == total:
            progress.refresh()

    return heard


def findings_of(
    diagnostics: Iterable[Diagnostic], site: Path, words: Catalogue, files: int = 0, elsewhere: int = 0
) -> Findings:
    """The diagnostics of a site in words, with paths from the folder in which the command runs."""
    lines, widest = lines_below(Path()), _widest()
    told = tuple(tell(found, lines, words, widest) for found in seen_from_here(diagnostics, site))
    return Findings(told, files, elsewhere, words)


def _widest() -> int:
    """The cells that an excerpt may take, so that its carets stay below it."""
    console = Console(stderr=True)
    return console.width - FRAME if console.is_terminal else WIDEST


def show(findings: Findings, form: str = TEXT) -> None:
    """The findings: text goes to standard error, in colours on a terminal; what machines read to standard output."""
    if form != TEXT:
        click.echo(FORMATS[form](findings).encode("utf-8", "backslashreplace"), nl=False)
        return
    console = Console(stderr=True, highlight=False)
    for told in findings.told:
        for line in pieces(told, findings.words):
            console.print(Text.assemble(*((said, STYLES[role]) for role, said in line)), soft_wrap=True)
        console.print()


def complain(diagnostics: Iterable[Diagnostic], site: Path) -> None:
    """Every diagnostic with its excerpt, to standard error, in the language of the environment."""
    show(findings_of(diagnostics, site, words_of(site)))


def say(message: str, form: str = TEXT) -> None:
    """A line to standard output; to standard error where the other is for machines."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(message.encode(encoding, "backslashreplace").decode(encoding), err=form != TEXT)


def fail(message: str) -> NoReturn:
    """One line on what went wrong, and exit code 1."""
    Console(stderr=True, highlight=False).print(Text(f"sitegen: {message}", "red"), soft_wrap=True)
    sys.exit(1)
