"""`--spelling`: which dictionaries a check may ask, and what is said where there are none."""

from pathlib import Path

import click

from sitegen.cli.options import with_options
from sitegen.content.configuration import PATH, stated_languages
from sitegen.model.problems import N_
from sitegen.pipeline.dictionaries import NoEnchant, open_dictionaries
from sitegen.pipeline.spelling import Spelling
from sitegen.render.locale.messages import Catalogue

SPELLING = "Look up the words of titles, summaries and texts in dictionaries, too."
FOLDERS = "A folder with dictionaries of Hunspell, before those of the system.  [default: DICPATH]"
MISSING = N_("There is no dictionary for {languages}, so that these texts were not looked up.")

spelling_options = with_options(
    click.option("--spelling", is_flag=True, help=SPELLING),
    click.option(
        "--dictionaries", type=click.Path(path_type=Path), multiple=True, metavar="DIR", envvar="DICPATH", help=FOLDERS
    ),
)


def spelling_of(site: Path, folders: tuple[Path, ...], paths: frozenset[str], words: Catalogue) -> Spelling:
    """The spell check that is asked for. Says which languages have no dictionary.

    Raises `click.UsageError` where no word can be looked up at all.
    """
    languages = stated_languages((site / PATH).read_bytes())
    try:
        speller = open_dictionaries(languages, folders)
    except NoEnchant:
        raise click.UsageError(
            "--spelling needs pyenchant and the library Enchant: pip install 'sitegen[spelling]', and libenchant-2-2 "
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
