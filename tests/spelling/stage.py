"""A site in four languages, and the spell check of it, run as others run it, with the dictionaries of the machine."""

import re
from pathlib import Path

from click.testing import Result

from tests.cases.site_cases import lay_out, site_of
from tests.telling.stage import check

SITE = """\
@ site.yaml
title: Eksempel
url: https://example.org/
timezone: Europe/Oslo
languages: {nb: {}, nn: {}, sv: {}, da: {}}
"""


def news(text: str, lang: str = "nb", front: str = "") -> str:
    """A piece of news with this text, at line 5 if `front` has no line."""
    return f"@ content/news/sak.{lang}.md\n---\ntitle: Ord\npublished: 2027-01-04\n{front}---\n{text}\n"


def stage(folder: Path, files: str) -> None:
    lay_out(site_of(SITE + files), folder)


def spelt(*arguments: object, **variables: str) -> Result:
    return check("--spelling", "--site", ".", *arguments, **variables)


def misspelt(result: Result) -> list[str]:
    """The words that the check marks, in its order."""
    return re.findall(r"“([^”]*)”\. \[misspelt\]", result.stderr)
