"""sitegen translations: how far the translations are."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click
import msgspec
from rich import box
from rich.console import Console
from rich.table import Table

from sitegen.cli.desk import desk, lang_option, refusing
from sitegen.cli.language import words_of
from sitegen.cli.options import site_options
from sitegen.editing.board import Board, Row, Status, Text, board
from sitegen.render.locale.messages import Catalogue

WIDTH = 120
"""Cells of a table that no terminal shows."""
STYLES: dict[Status, str] = {"missing": "dim", "stale": "bold yellow", "incomplete": "yellow", "unknown": "cyan"}
DONE = ("original", "complete")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write the whole board as JSON.")
@site_options
@lang_option
def translations(
    as_json: bool, site: Path, cache: Path | None, now: datetime | None, jobs: int | None, lang: str | None
) -> None:
    """Shows which texts are missing, stale or complete, by kind and language, and how much each language has."""
    words = words_of(site, lang)
    with refusing(site, words):
        found = board(desk(site, cache, now, jobs).site())
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(asdict(found)), indent=2))
        return
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=WIDTH)
    console.print(counts(found, words))
    open_rows = [row for row in found.rows if any(text.status not in DONE for text in row.texts)]
    if open_rows:
        console.print(details(found, open_rows, words))
    for line in shares(found, words):
        console.print(line, soft_wrap=True)


def status(name: Status, words: Catalogue) -> str:
    """A status in words."""
    said: dict[Status, str] = {
        "original": words.pgettext("translation", "original"),
        "complete": words.pgettext("translation", "complete"),
        "incomplete": words.pgettext("translation", "incomplete"),
        "stale": words.pgettext("translation", "out of date"),
        "unknown": words.pgettext("translation", "not checked"),
        "missing": words.pgettext("translation", "missing"),
    }
    return said[name]


def counts(found: Board, words: Catalogue) -> Table:
    """How many texts of each kind are how far, in each language."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(words.pgettext("translation", "kind"))
    for lang in found.languages:
        table.add_column(lang)
    for kind, by_lang in found.counts.items():
        cells = (
            "\n".join(_counted(each, words) for each in by_lang[lang].items() if each[1]) for lang in found.languages
        )
        table.add_row(kind, *cells)
    return table


def _counted(counted: tuple[Status, int], words: Catalogue) -> str:
    name, number = counted
    said = f"{number} {status(name, words)}"
    return f"[{STYLES[name]}]{said}[/]" if name in STYLES else said


def details(found: Board, rows: list[Row], words: Catalogue) -> Table:
    """The documents that want work, with what is stale and what is lacking."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(words.pgettext("translation", "document"), overflow="fold")
    for lang in found.languages:
        table.add_column(lang, overflow="fold")
    for row in rows:
        table.add_row(row.ref, *(_cell(text, words) for text in row.texts))
    return table


def _cell(text: Text, words: Catalogue) -> str:
    said = status(text.status, words)
    named = text.stale if text.status == "stale" else text.lacking if text.status == "incomplete" else ()
    whole = f"{said}: {', '.join(_said(name, words) for name in named)}" if named else said
    whole = whole.replace("[", r"\[")
    return f"[{STYLES[text.status]}]{whole}[/]" if text.status in STYLES else whole


def _said(name: str, words: Catalogue) -> str:
    return words.gettext("the text") if name == "#" else words.gettext(name).replace("/", ".")


def shares(found: Board, words: Catalogue) -> list[str]:
    """What part of the Norwegian words is in bokmål and in nynorsk."""
    lines = []
    for each in found.shares:
        told = words.gettext("{lang}: {words} words, {percent} % of the Norwegian ones")
        line = told.format(lang=each.lang, words=each.words, percent=round(each.share * 100))
        if not each.enough:
            line += words.gettext(" (the Language Act asks central state bodies for a quarter at least)")
        lines.append(line)
    return lines
