"""`--spelling`: which dictionaries a check may ask, and what is said where there are none."""

import os
from pathlib import Path

import click

from sitegen.cli.options import with_options
from sitegen.content.configuration import PATH, stated_languages
from sitegen.model.problems import N_
from sitegen.pipeline.dictionaries import NoEnchant, has_dictionary, open_dictionaries
from sitegen.pipeline.spelling import Spelling
from sitegen.render.locale.messages import Catalogue

SPELLING = "Look up the words of titles, summaries and texts in dictionaries, too."
FOLDERS = "A folder with dictionaries of Hunspell, before those of the system.  [default: DICPATH]"
MISSING = N_("There is no dictionary for {languages}, so that these texts were not looked up.")

OPTION, VARIABLE = "--dictionaries", "DICPATH"

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

spelling_options = with_options(
    click.option("--spelling", is_flag=True, help=SPELLING),
    click.option(OPTION, type=_FOLDER, multiple=True, metavar="DIR", help=FOLDERS),
)


def spelling_of(site: Path, folders: tuple[Path, ...], paths: frozenset[str], words: Catalogue) -> Spelling:
    """The spell check that is asked for. Says which languages have no dictionary.

    Raises `click.UsageError` where no word can be looked up at all, and for a folder without dictionaries.
    """
    languages = stated_languages((site / PATH).read_bytes())
    try:
        speller = open_dictionaries(languages, _with_dictionaries(folders))
    except NoEnchant:
        raise click.UsageError(
            "--spelling needs pyenchant and the library Enchant: pip install 'pyenchant>=3.2.2,<4', and libenchant-2-2 "
            "or what your system calls it"
        ) from None
    missing = [lang for lang in languages if not speller.speaks(lang)]
    if missing and len(missing) == len(languages):
        raise click.UsageError(
            f"--spelling finds no dictionary for {', '.join(missing)}; on Debian they are hunspell-no, hunspell-sv and "
            "hunspell-da, and --dictionaries names a folder with others"
        )
    if missing:
        click.echo(words.gettext(MISSING).format(languages=", ".join(missing)), err=True)
    return Spelling(speller, paths)


def _with_dictionaries(named: tuple[Path, ...]) -> tuple[Path, ...]:
    """The folders that the option names, else the variable: one that is no use was named by mistake.

    The variable is read here and not by the option, as it means nothing to a check without `--spelling`.
    """
    stated = [Path(folder) for folder in os.environ.get(VARIABLE, "").split(os.pathsep) if folder]
    namer, folders = (OPTION, named) if named else (VARIABLE, tuple(stated))
    for folder in folders:
        if not folder.is_dir():
            raise click.UsageError(f"{namer} names {folder}, which is no folder")
        if not has_dictionary(folder):
            raise click.UsageError(
                f"{namer} names {folder}, which has no dictionary: two files such as sv.aff and sv.dic"
            )
    return folders
