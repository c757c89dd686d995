"""Which of CLDR's locales stands for a language tag. Knows Babel; knows nothing about dates or words.

Everything in this room passes its locale on by argument. Babel reads `TZ` and `LC_*` for its own
defaults when it is imported; none of them is used here.
"""

from copy import deepcopy
from functools import cache, cached_property
from typing import Any

from babel import Locale, UnknownLocaleError, localedata

_STANDS_FOR = {"en": "en_GB"}
"""English without a country is British: on a Nordic portal "Wednesday, 4 March 2020, 14:00" is expected."""

_UNKNOWN = "en_GB"
"""For a language whose dates CLDR lacks (South Sami): words that can be read, not the root's "2020 M03 4"."""


class OwnLocale(Locale):
    """A locale with data of its own.

    Babel (2.18) shares data between locales and writes into it what CLDR's aliases stand for when they are first
    read: the weekdays of nynorsk would be those of bokmål if someone had asked for those of "no" before.
    """

    @cached_property
    def _data(self) -> localedata.LocaleDataDict:
        data: dict[Any, Any] = deepcopy(localedata.load(str(self)))
        return localedata.LocaleDataDict(data)


@cache
def locale(lang: str) -> Locale:
    """CLDR's locale for a BCP 47 tag: the nearest there is, dropping subtags from the end."""
    subtags = _STANDS_FOR.get(lang, lang).replace("-", "_").split("_")
    for kept in range(len(subtags), 0, -1):
        try:
            found = OwnLocale.parse("_".join(subtags[:kept]))
        except (UnknownLocaleError, ValueError):
            continue
        if found.months["format"]["wide"][1] != "M01":
            return found
    return OwnLocale.parse(_UNKNOWN)


def primary(lang: str) -> str:
    """The language alone of a tag: "nb" of "nb-NO"."""
    return lang.replace("_", "-").split("-")[0].lower()
