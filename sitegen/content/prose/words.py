"""The words of each language that the rules look for: days, months, and the heads of lines that state facts.

bokmål and nynorsk share their tables, as each is read where the other is written. A test holds the names of days
and months against CLDR's.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

NORWEGIAN = ("nb", "nn")

_DAYS = {
    "nb": "mandag måndag|tirsdag tysdag|onsdag|torsdag|fredag|lørdag laurdag|søndag sundag",
    "sv": "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag",
    "da": "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
    "en": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
}
_SHORT_DAYS = {
    "nb": "mån|tirs tir tys|ons|tors tor|fre|lør lau|søn sun",
    "sv": "mån|tis|ons|tors tor|fre|lör|sön",
    "da": "|tirs tir|ons|tors tor|fre|lør|søn",
    "en": "mon|tues tue|wed|thurs thur thu|fri|sat|sun",
}
_DOTTED_DAYS = {"nb": "man", "da": "man", "sv": "", "en": ""}
"""Short for Monday only with a full stop: else it is the pronoun."""

_MONTHS = {
    "nb": "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember",
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "en": "january|february|march|april|may|june|july|august|september|october|november|december",
}
_SHORT_MONTHS = {
    "nb": "jan|feb|mar|apr||jun|jul|aug|sept sep|okt|nov|des",
    "sv": "jan|feb|mar|apr||jun|jul|aug|sept sep|okt|nov|dec",
    "da": "jan|feb|mar|apr||jun|jul|aug|sept sep|okt|nov|dec",
    "en": "jan|feb|mar|apr||jun|jul|aug|sept sep|oct|nov|dec",
}
_LABELS = {
    "when": {
        "nb": "tid og dato|dato og tid|dato og klokkeslett|tidspunkt|tid|når|dato",
        "sv": "tid och datum|datum och tid|tidpunkt|tid|när|datum",
        "da": "tid og dato|dato og tid|tidspunkt|tid|hvornår|dato",
        "en": "date and time|time and date|time|when|date",
    },
    "where": {
        "nb": "møtested|møtestad|oppmøtested|oppmøtestad|sted|stad|lokale|lokasjon|hvor|kvar|adresse",
        "sv": "mötesplats|plats|lokal|var|adress",
        "da": "mødested|sted|lokation|lokale|hvor|adresse",
        "en": "place|venue|location|where|address",
    },
    "deadline": {
        "nb": "påmeldingsfrist|frist for påmelding|påmelding innen|påmelding innan|siste frist for påmelding",
        "sv": "sista anmälningsdag|sista dag för anmälan|anmälan senast|anmäl dig senast",
        "da": "tilmeldingsfrist|frist for tilmelding|tilmelding senest|sidste frist for tilmelding",
        "en": "registration deadline|deadline for registration|register by",
    },
}
_JOINERS = {"nb": "og|til|eller|samt", "sv": "och|till|eller|samt", "da": "og|til|eller|samt", "en": "and|to|or|until"}
_YEARLY = {
    "nb": r"hvert år|kvart år|årlig|årleg|hvert eneste år|år om annet",
    "sv": r"varje år|årlig|årligen|vartannat år",
    "da": r"hvert år|årlig|årligt|hvert andet år",
    "en": r"every year|yearly|annual|annually|each year",
}


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of one language. `days` and `months` give numbers: Monday 0, January 1."""

    days: Mapping[str, int]
    dotted_days: frozenset[str]
    months: Mapping[str, int]
    labels: Mapping[str, str]
    joiners: str
    yearly: re.Pattern[str]

    @property
    def day_names(self) -> str:
        """A pattern of all names of days, in the definite form as well: "onsdagen"."""
        dotted = [rf"{name}(?=\.)" for name in sorted(self.dotted_days)]
        return "|".join([*(rf"{name}(?:en|s)?" if len(name) > 5 else name for name in _longest(self.days)), *dotted])

    @property
    def month_names(self) -> str:
        return "|".join(_longest(self.months))

    def day(self, word: str) -> int:
        """The number of a weekday by any of its names."""
        name = word.casefold()
        if name in self.dotted_days:
            return 0
        return self.days[name] if name in self.days else self.days[name.removesuffix("en").removesuffix("s")]


def day_name(number: int, lang: str) -> str:
    """The name of a weekday as a text in that language has it."""
    names = _DAYS[_table(lang) or "en"].split("|")[number].split(" ")
    return names[-1 if lang == "nn" and number in (0, 1, 5) else 0]


@cache
def vocabulary(lang: str) -> Vocabulary | None:
    """The words of a language; None where nothing is known of it."""
    own = _table(lang)
    if own is None:
        return None
    return Vocabulary(
        days={**_numbered(_DAYS[own], 0), **_numbered(_SHORT_DAYS[own], 0)},
        dotted_days=frozenset(_DOTTED_DAYS[own].split()),
        months={**_numbered(_MONTHS[own], 1), **_numbered(_SHORT_MONTHS[own], 1)},
        labels={label: sort for sort, said in _LABELS.items() for label in said[own].split("|")},
        joiners=_JOINERS[own],
        yearly=re.compile(_YEARLY[own], re.IGNORECASE),
    )


def _table(lang: str) -> str | None:
    primary = lang.lower().split("-")[0]
    own = "nb" if primary in NORWEGIAN else primary
    return own if own in _DAYS else None


def _numbered(names: str, first: int) -> dict[str, int]:
    return {name: number for number, group in enumerate(names.split("|"), first) for name in group.split()}


def _longest(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))
