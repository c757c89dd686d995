"""Days that a passage names: "onsdag den 4. marts 2020", "4. og 5. mars", "2020-03-04", "onsdag 4/3".

All patterns are bounded, so that none takes longer than a text is long.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from sitegen.content.prose.words import Vocabulary

SPACE = r"[ \u00a0\u202f\n]"
DASH = "[-–—]"
DIGIT = re.compile("[0-9]")
YEARS = range(1900, 2200)
_YEAR = re.compile(r"(?<![\d.,:/-])(?:19|20|21)\d\d(?![\d:/]|[.,]\d|-\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """A day as it is written in a passage, from `start` to `end`."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None


class _Patterns(NamedTuple):
    listed: re.Pattern[str]
    item: re.Pattern[str]
    numeric: re.Pattern[str]
    american: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def _patterns(words: Vocabulary) -> _Patterns:
    days, months, joiners = words.day_names, words.month_names, words.joiners
    gap, article = rf"{SPACE}{{1,3}}", rf"(?:(?:den|d\.|the){SPACE}{{1,3}})?"
    weekday = rf"(?:{days})\b"
    item = rf"(?:{weekday}[.,]?{gap})?{article}[0-3]?\d(?:\.|st|nd|rd|th|:[ae]|(?!\d))"
    join = rf"{SPACE}{{0,2}}(?:{DASH}|,|\b(?:{joiners})\b){SPACE}{{0,2}}"
    pair = rf"(?:(?P<lead>{weekday})[.,]?{join}(?={weekday}))?"
    listed = (
        rf"(?<![\w.,:/@-]){pair}(?P<items>{item}(?:{join}{item}){{0,4}}){SPACE}{{0,2}}(?:of{SPACE})?"
        rf"(?P<month>{months})\b(?:\.(?={SPACE}{{0,2}}\d))?(?:,?{SPACE}{{1,2}}(?P<year>\d{{4}})(?!\d|[:.]\d))?"
    )
    numeric = (
        rf"(?<![\w.:/@-])(?:(?P<weekday>{weekday})[.,]?{gap}{article})?(?:"
        rf"(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)"
        rf"|(?P<d2>[0-3]?\d)\.{SPACE}?(?P<m2>[01]?\d)\.(?:{SPACE}?(?P<y2>\d{{4}}|\d\d)(?!\d|\.\d))?"
        rf"|(?P<d3>[0-3]?\d)/(?P<m3>[01]?\d)(?:[-/ ](?P<y3>\d{{4}}|\d\d)(?!\d))?"
        rf")(?![\w/]|[.:]\d)"
    )
    american = (
        rf"(?<![\w.])(?:(?P<weekday>{weekday}),?{gap})?(?P<month>{months})\b\.?{gap}"
        rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)(?:,?{gap}(?P<year>\d{{4}})(?!\d))?"
    )
    said = rf"(?:[,:]?{SPACE}{{0,2}}(?:kl\b|klok|klock)[^\d\n]{{0,10}}\d{{1,2}}(?:[.:]\d\d)?)?"
    joined = rf"{said}{join}"
    one = rf"(?:(?P<weekday>{weekday})[^\d]{{0,12}})?(?P<day>\d+)\.?"
    return _Patterns(*(re.compile(each, re.IGNORECASE) for each in (listed, one, numeric, american, joined)))


def dates(text: str, words: Vocabulary, american: bool = False) -> list[Found]:
    """The days that `text` names, in their order; each has the year that is written with it or after it."""
    patterns = _patterns(words)
    found: list[Found] = []
    if DIGIT.search(text):
        for listed in patterns.listed.finditer(text):
            found += _listed(listed, patterns.item, words)
        found += (each for number in patterns.numeric.finditer(text) for each in _numeric(number, words))
        if american:
            found += (each for day in patterns.american.finditer(text) for each in _american(day, words))
    apart: list[Found] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return _with_years(apart, text, patterns.joined)


def years(text: str) -> list[int]:
    """The years that stand in a text, in a date or by themselves."""
    return [int(found[0]) for found in _YEAR.finditer(text)]


def _listed(found: re.Match[str], item: re.Pattern[str], words: Vocabulary) -> Iterator[Found]:
    """Days that share a month: "onsdag 4. og torsdag 5. mars", "onsdag–torsdag 4.–5. mars"."""
    if _begins_sentence(found):
        return
    items = list(item.finditer(found["items"]))
    weekdays = [words.day(each["weekday"]) if each["weekday"] else None for each in items]
    if found["lead"]:
        weekdays = [words.day(found["lead"]), *(None,) * (len(items) - 2), weekdays[0]] if len(items) > 1 else [None]
    month = words.months[found["month"].casefold()]
    year = _year(found["year"])
    base, last = found.start("items"), len(items) - 1
    for index, each in enumerate(items):
        start = found.start() if index == 0 else base + _word_start(found["items"], each)
        end = found.end() if index == last else base + each.end()
        if 1 <= int(each["day"]) <= 31:
            yield Found(start, end, int(each["day"]), month, year, weekdays[index])


def _begins_sentence(found: re.Match[str]) -> bool:
    """Whether a month is rather the first word after a full stop: "i kapittel 4. Mai er fin"."""
    capital = found["month"][0].isupper() and not found["month"].isupper()
    return capital and found["items"].endswith(".") and not found["year"] and found["items"][0].isdigit()


def _word_start(text: str, item: re.Match[str]) -> int:
    """Where a day of a list begins: at its weekday, else at its number."""
    return item.start("weekday") if item["weekday"] else item.start("day")


def _numeric(found: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    """A day in figures. Without a weekday or a year, figures may be anything."""
    form = next(number for number in "123" if found[f"d{number}"])
    year = found[f"y{form}"]
    weekday = words.day(found["weekday"]) if found["weekday"] else None
    day, month = int(found[f"d{form}"]), int(found[f"m{form}"])
    sure = weekday is not None or (year and len(year) == 4 and form != "3")
    if sure and 1 <= month <= 12 and 1 <= day <= 31:
        yield Found(found.start(), found.end(), day, month, _year(year), weekday)


def _american(found: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    weekday = words.day(found["weekday"]) if found["weekday"] else None
    month = words.months[found["month"].casefold()]
    if 1 <= int(found["day"]) <= 31:
        yield Found(found.start(), found.end(), int(found["day"]), month, _year(found["year"]), weekday)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    year = int(written) + (2000 if len(written) == 2 else 0)
    return year if year in YEARS else None


def _with_years(found: list[Found], text: str, joined: re.Pattern[str]) -> list[Found]:
    """The same days; one that is joined to the next ("2. mars og 4. april 2020") has its year."""
    for index in range(len(found) - 2, -1, -1):
        here, after = found[index], found[index + 1]
        if here.year is None and after.year and joined.fullmatch(text, here.end, after.start):
            found[index] = replace(here, year=after.year)
    return found
