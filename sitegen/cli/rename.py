"""sitegen rename: a document under a new id."""

import difflib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.console import say
from sitegen.cli.desk import below, desk, lang_option, refusing
from sitegen.cli.language import words_of
from sitegen.cli.options import site_options
from sitegen.editing.documents import refs_of, the_document
from sitegen.editing.plan import Plan
from sitegen.editing.refusal import Refusal
from sitegen.editing.rename import plan_rename
from sitegen.model.problems import N_
from sitegen.pipeline.load import Held


@click.command()
@click.argument("ref")
@click.argument("new_id", metavar="NEW-ID")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@site_options
@lang_option
def rename(
    ref: str,
    new_id: str,
    dry_run: bool,
    site: Path,
    cache: Path | None,
    now: datetime | None,
    jobs: int | None,
    lang: str | None,
) -> None:
    """Gives the document REF (an id, or kind:id) the id NEW-ID.

    Its files are moved, and all that names it is rewritten. Its old addresses lead to the new ones, and calendars know
    an event as before. All of it is done, or nothing.
    """
    words = words_of(site, lang)
    with refusing(site, words):
        at = desk(site, cache, now, jobs)
        plan = plan_rename(at.held, at.site(), the_document(ref, refs_of(at.held.content)), new_id)
        if dry_run:
            if faults := at.faults(plan):
                raise Refusal(N_("Mistakes would come of it, so that it would not be done."), faults)
            click.echo("".join(differences(plan, at.held)), nl=False)
            return
        at.carry_out(plan)
    for old, new in plan.moves.items():
        say(f"{below(site, old)} → {below(site, new)}")
    for path in sorted(plan.writes.keys() - set(plan.moves.values())):
        say(below(site, path))


def differences(plan: Plan, held: Held) -> Iterator[str]:
    """What a plan changes, as a unified diff."""
    before = {each.path: each.data for each in held.content.sources}
    before |= {"site.yaml": held.configuration or b"", "calendar.ledger": held.ledger or b""}
    back = {new: old for old, new in plan.moves.items()}
    for new in sorted({*plan.writes, *back}):
        old = back.get(new, new)
        if old != new:
            yield f"rename from {old}\nrename to {new}\n"
        if new in plan.writes:
            yield from difflib.unified_diff(_lines(before[old]), _lines(plan.writes[new]), f"a/{old}", f"b/{new}")


def _lines(data: bytes) -> list[str]:
    return [f"{line}\n" for line in data.decode("utf-8-sig").splitlines()]
