"""A site with mistakes, and the command that tells of them, run as others run it."""

from pathlib import Path

from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.cases.site_cases import lay_out, site_of

BAD = """\
@ content/events/kurs.nb.md
---
title: Kurs
strat: 2027-03-04 10:00
start: 2027-03-04 10:00
uid: kurs@example.org
---
Se [programmet](event:borte) og [her](https://example.org/).
@ content/events/seminar.nb.md
---
title: Seminar
start: 2027-03-05 10:00
uid: kurs@example.org
---
"""
"""Three errors and a warning; of the identity that is taken, the other place is in the other file."""


def stage(folder: Path, files: str = BAD) -> None:
    lay_out(site_of(files), folder)


def check(*arguments: object, **variables: str) -> Result:
    """`sitegen check` in the folder in which the test runs, in English if nothing else is said."""
    spoken = {"LC_ALL": "C", "LC_MESSAGES": "", "LANG": ""} | variables
    words = ["check", "--jobs", "1", "--now", "2027-01-15T12:00", *map(str, arguments)]
    return CliRunner().invoke(main, words, env=spoken)


def many(errors: int, warnings: int) -> str:
    """A document with so many errors and warnings, each on a line of its own."""
    lines = [f"<b>{number}" for number in range(errors)]
    lines += [f"[her](https://example.org/{number})" for number in range(warnings)]
    body = "\n\n".join(lines)
    return f"@ content/news/mange.nb.md\n---\ntitle: Mange\npublished: 2027-01-04\n---\n{body}\n"
