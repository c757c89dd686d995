"""The language that the command line speaks: an option, else the environment, else English."""

import os
from pathlib import Path

import click

from sitegen.render.locale.catalogues import load
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling import ENGLISH
from sitegen.render.theme import locale_folders

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which they count (POSIX.1-2024, "Internationalization Variables"); the first that is set does."""
NEAREST = {"no": ("nb",), "nn": ("nb",), "nb": ("nn",)}
"""Who has no word in one language reads it in these. A computer set to "no" says bokmål."""


def words_of(site: Path, lang: str | None = None) -> Catalogue:
    """What is said in `lang`. Raises `click.UsageError` where nobody has translated anything into it.

    Without `lang` the environment says which; if that is a language that nobody has translated to, it is English.
    """
    if lang is None:
        return _spoken(site, of_environment()) or ENGLISH
    found = ENGLISH if lang.split("-")[0].lower() == ENGLISH.lang else _spoken(site, lang)
    if found is None:
        raise click.UsageError(f"--lang {lang}: there are no messages in this language; known are {_known(site)}")
    return found


def of_environment() -> str:
    """The language of the environment: `nb_NO.UTF-8` says nb."""
    value = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    return value.partition(".")[0].partition("@")[0].replace("_", "-")


def _spoken(site: Path, tag: str) -> Catalogue | None:
    """The words of a language, or of that language without its region: those for nb-NO are those for nb."""
    main = tag.partition("-")[0]
    for lang in (tag, main.lower()):
        if lang.replace("-", "").isalnum():
            found = load(lang, locale_folders(site), NEAREST.get(lang, ())).value
            if found and (found.messages or found.parent):
                return found
    return None


def _known(site: Path) -> str:
    found = {
        path.parts[-3].replace("_", "-")
        for folder in locale_folders(site)
        for path in folder.glob("*/LC_MESSAGES/*.po")
    }
    return ", ".join(sorted({ENGLISH.lang, *found}))
