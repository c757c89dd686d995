"""Names of languages and countries, from CLDR."""

import re

from babel.core import get_global

from sitegen.render.locale.cldr import locale

_NORWAYS = re.compile("^norskt? (?=bokmål|nynorsk)")
_AUTONYMS = {"nb": "bokmål", "nn": "nynorsk", "sma": "åarjelsaemien gïele", "smj": "julevsámegiella"}
"""Where CLDR says more than a language switch needs ("norsk bokmål"), or nothing."""


def autonym(lang: str) -> str:
    """A language's name in itself: "nynorsk", "svenska"; the tag if CLDR does not know the language."""
    own = locale(lang).languages.get(lang.replace("-", "_")) if locale(lang).language == lang.split("-")[0] else None
    return _AUTONYMS.get(lang) or own or lang


def language(named: str, lang: str) -> str:
    """A language's name in the reader's language: "svensk" for a Norwegian; else its autonym.

    Both of Norway's are called as people call them: "nynorsk", and not "norsk nynorsk".
    """
    return _NORWAYS.sub("", locale(lang).languages.get(named.replace("-", "_")) or autonym(named))


def country(code: str, lang: str) -> str:
    """A country (ISO 3166-1 alpha-2) in the reader's language: "Noreg"; the code if CLDR has no name."""
    return locale(lang).territories.get(code.upper()) or code


def with_land(tag: str) -> str:
    """A language with the land where most speak it (CLDR's likely subtags): "nb_NO"; the tag if none is known."""
    likely = get_global("likely_subtags").get(tag, "")
    return f"{tag}_{likely.rpartition('_')[2]}" if likely else tag
