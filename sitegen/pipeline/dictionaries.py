"""Dictionaries as Enchant finds them on this machine (the extra `spelling`). Knows no sites.

Hunspell's dictionaries are looked for where the system keeps them. What a user has taught their own dictionary does
not count: it would hide from them what all others are told (docs/decisions/0014-spelling.md).
"""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

DICTIONARIES = {
    "da": ("da_DK",),
    "en": ("en_GB", "en_US"),
    "nb": ("nb_NO",),
    "nn": ("nn_NO",),
    "sv": ("sv_SE", "sv_FI"),
}
"""Names of dictionaries by language, the first that there is counts. Others are asked for by the language's tag."""

CONFIGURATION = "ENCHANT_CONFIG_DIR"
"""Where Enchant looks for the user's own words, and for dictionaries before the system's."""


class NoEnchant(Exception):
    """The extra is not installed, or the library that it needs."""


class Dictionaries:
    """A `Speller`. A dictionary is read when its first word is looked up, and answers are kept, as words repeat."""

    def __init__(self, enchant: Any, languages: Iterable[str], folders: Iterable[Path]) -> None:
        self._enchant = enchant
        self._folders = tuple(folders)
        with _own_words_apart(self._folders):
            broker = enchant.Broker()
            self._names = {lang: name for lang in languages if (name := _name(broker, lang))}
        self._read: dict[str, Any] = {}
        self._known: dict[tuple[str, str], bool] = {}
        self._near: dict[tuple[str, str], str] = {}

    def speaks(self, lang: str) -> bool:
        return lang in self._names

    def knows(self, lang: str, word: str) -> bool:
        key = (lang, word)
        if key not in self._known:
            self._known[key] = bool(self._dictionary(lang).check(word))
        return self._known[key]

    def near(self, lang: str, word: str) -> str:
        """The dictionary's first suggestion that is one word: a compound in two would be a mistake of its own."""
        key = (lang, word)
        if key not in self._near:
            letters = word.replace("-", "")
            offered = (each for each in self._dictionary(lang).suggest(word) if " " not in each)
            self._near[key] = next((each for each in offered if each.replace("-", "") != letters), "")
        return self._near[key]

    def _dictionary(self, lang: str) -> Any:
        if lang not in self._read:
            with _own_words_apart(self._folders):
                broker = self._enchant.Broker()
                broker.set_ordering("*", "hunspell")
                self._read[lang] = broker.request_dict(self._names[lang])
        return self._read[lang]


def open_dictionaries(languages: Iterable[str], folders: Iterable[Path] = ()) -> Dictionaries:
    """The dictionaries of these languages that there are: in `folders`, else in the system's.

    Raises `NoEnchant` where there is no Enchant.
    """
    try:
        enchant = import_module("enchant")
    except ImportError as error:
        raise NoEnchant(str(error).partition("\n")[0]) from None
    return Dictionaries(enchant, languages, folders)


def has_dictionary(folder: Path) -> bool:
    """Whether a folder holds a dictionary of Hunspell: its two files, of one name."""
    return any(file.with_suffix(".dic").is_file() for file in folder.glob("*.aff"))


def _name(broker: Any, lang: str) -> str:
    """The name of a language's dictionary; "" if there is none."""
    names = DICTIONARIES.get(lang.partition("-")[0], ())
    wanted = (lang.replace("-", "_"), *names) if "-" in lang or not names else names
    return next((each for each in wanted if broker.dict_exists(each)), "")


@contextmanager
def _own_words_apart(folders: Iterable[Path]) -> Iterator[None]:
    """While Enchant reads its dictionaries, its folder for the user is one that has those of `folders` alone."""
    before = os.environ.get(CONFIGURATION)
    with tempfile.TemporaryDirectory(prefix="sitegen-") as own:
        shelf = Path(own, "hunspell")
        shelf.mkdir()
        for file in (file for folder in folders for file in sorted(folder.glob("*.*"))):
            if file.suffix in (".aff", ".dic") and not (shelf / file.name).exists():
                (shelf / file.name).symlink_to(file.resolve())
        os.environ[CONFIGURATION] = own
        try:
            yield
        finally:
            os.environ.pop(CONFIGURATION)
            if before is not None:
                os.environ[CONFIGURATION] = before
