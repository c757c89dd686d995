"""What the commands that help with writing share: the site at hand, and how they say that they do nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.console import fail, findings_of, show
from sitegen.cli.options import LANG, job
from sitegen.editing.desk import Desk
from sitegen.editing.plan import NotPlanned, Undone
from sitegen.editing.refusal import Refusal
from sitegen.render.locale.messages import Catalogue

lang_option = click.option("--lang", metavar="TAG", help=LANG)


def desk(site: Path, cache: Path | None, now: datetime | None, jobs: int | None) -> Desk:
    """The site as it lies in its folder."""
    return Desk.at(job(site, None, cache, now, jobs))


@contextmanager
def refusing(site: Path, words: Catalogue) -> Iterator[None]:
    """Makes of a refusal its diagnostics, one line, and exit code 1."""
    try:
        yield
    except Refusal as refusal:
        show(findings_of(refusal.diagnostics, site, words))
        fail(refusal.told(words))
    except NotPlanned as changed:
        fail(words.gettext("{path} has changed meanwhile; nothing was written").format(path=changed))
    except Undone as undone:
        fail(words.gettext("the disk refused, and all is as it was: {reason}").format(reason=undone))


def below(site: Path, path: str) -> str:
    """A path of the site as it is from the folder in which the command runs."""
    return path if site == Path() else (site / path).as_posix()
