"""sitegen translate: begins a translation, or marks one as checked."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.console import say
from sitegen.cli.desk import below, desk, lang_option, refusing
from sitegen.cli.files import named_paths
from sitegen.cli.language import words_of
from sitegen.cli.options import site_options
from sitegen.editing.accept import plan_acceptance
from sitegen.editing.desk import Desk
from sitegen.editing.documents import refs_of, the_document
from sitegen.editing.plan import Plan
from sitegen.editing.translate import plan_translation
from sitegen.render.locale.messages import Catalogue


@click.command()
@click.argument("names", nargs=-1, metavar="ID LANG | --accept FILE...")
@click.option("--accept", is_flag=True, help="Mark translations as checked against their originals as these are now.")
@site_options
@lang_option
def translate(
    names: tuple[str, ...],
    accept: bool,
    site: Path,
    cache: Path | None,
    now: datetime | None,
    jobs: int | None,
    lang: str | None,
) -> None:
    """Begins the translation of the document ID (or kind:id) into the language LANG: a file beside the original.

    With --accept it marks the translations in FILE as checked: whoever translates has seen the original as it is now.
    """
    if not names or (not accept and len(names) != 2):
        raise click.UsageError("name a document and a language, or --accept and files")
    words = words_of(site, lang)
    with refusing(site, words):
        at = desk(site, cache, now, jobs)
        plan = _accepted(at, names) if accept else _begun(at, names[0], names[1], words)
        at.carry_out(plan)
    for path in plan.writes:
        say(below(site, path))


def _accepted(at: Desk, files: Sequence[str]) -> Plan:
    paths = sorted(named_paths((Path(file) for file in files), at.job.site))
    plans = [plan_acceptance(at.held, path, at.languages()) for path in paths]
    return Plan({path: data for plan in plans for path, data in plan.writes.items()})


def _begun(at: Desk, written: str, lang: str, words: Catalogue) -> Plan:
    ref = the_document(written, refs_of(at.held.content))
    return plan_translation(at.held, ref, lang, at.languages(), words)
