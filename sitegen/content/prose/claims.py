"""What a text states that the facts of a document say as well: days, times, places, addresses of persons.

Knows no facts: `checks.prose` holds the two together.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import time
from functools import cache

from sitegen.content.markdown.manuscript import Passage
from sitegen.content.prose.clocks import Clock
from sitegen.content.prose.copy import Copy, said
from sitegen.content.prose.dates import Found
from sitegen.content.prose.words import Vocabulary
from sitegen.foundation.folding import fold
from sitegen.model.prose import Claims, Day, Mail, Spell, Statement

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NAME = re.compile(r"[A-ZÆØÅÄÖ][\w’'-]+(?:[ \n][A-ZÆØÅÄÖ][\w’'-]+){1,3}")
_NEAR, _CLOSE = 80, 12
_ROLES = """
    admin anbud anmalan booking digital e epost faktura firma firmapost hei hej hello help hjelp info
    innkjop inkop jobb kansli kansliet kontakt kontor kundeservice kurs mail mottak no-reply noreply
    office pamelding post posten postmottak presse press redaksjon redaktion redaksjonen registrator
    reply resepsjon service sekretariat sekretariatet support team tilmelding upphandling utbud
    webmaster
"""
_VERBS = """
    kontakt kontakta kontaktperson kontaktpersoner skriv skriva send skicka ring spør spørg fråga meld ved hos
"""
_BEFORE_NAMES = frozenset(_VERBS.split())
_SHARED = frozenset(map(fold, _ROLES.split()))
"""Parts of addresses that several people read."""


def claims(copy: Copy) -> Claims:
    mails = tuple(mail for passage in copy.passages if "@" in passage.text for mail in _mails(passage))
    if copy.kind != "event":
        return Claims(mails=mails)
    days = tuple(_day(passage, found) for passage, found in copy.all_days())
    return Claims(days, tuple(_spells(copy)), tuple(_statements(copy)), mails)


def _day(passage: Passage, found: Found) -> Day:
    words, span = said(passage, found.start, found.end), passage.span(found.start, found.end)
    return Day(found.year, found.month, found.day, found.weekday, words, span)


def _spells(copy: Copy) -> Iterator[Spell]:
    """Days that are followed by the times from which and until which something lasts."""
    for passage, days, clocks in zip(copy.passages, copy.days, copy.clocks, strict=True):
        ends = [each.end for each in days]
        for clock in clocks:
            index = bisect_right(ends, clock.start) - 1
            if index >= 0 and len(clock.times) == 2 and _follows(passage.text[ends[index] : clock.start]):
                place = (days[index].start, clock.end)
                day = _day(passage, days[index])
                yield Spell(day, *clock.times, said(passage, *place), passage.span(*place))


def _follows(between: str) -> bool:
    """Whether what stands between a day and a time lets the time be of that day: no new sentence, no long words."""
    return len(between) <= _CLOSE and not re.search(r"[^\W\d]{5,}|[.;]", between.replace("kl.", ""))


def _statements(copy: Copy) -> Iterator[Statement]:
    for index, passage in enumerate(copy.passages):
        for sort, start, end in _labelled(passage, copy.words):
            if passage.text[start:end].strip():
                yield from _statement(copy, index, sort, start, end)
            elif not passage.text[end:].strip() and index + 1 < len(copy.passages):
                after = copy.passages[index + 1].text
                yield from _statement(copy, index + 1, sort, 0, len(after.partition("\n")[0]))


def _labelled(passage: Passage, words: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Each label of a line with what it labels: the rest of the line, or the next line where it stands alone."""
    found = list(_label(words).finditer(passage.text))
    for index, label in enumerate(found):
        start = label.end()
        end = passage.text.find("\n", start)
        end = len(passage.text) if end < 0 else end
        if not passage.text[start:end].strip() and end < len(passage.text):
            start = end + 1
            after = passage.text.find("\n", start)
            end = len(passage.text) if after < 0 else after
        elif not label["colon"] and passage.text[start:end].strip():
            continue
        if index + 1 < len(found):
            end = min(end, found[index + 1].start())
        yield words.labels[label["label"].casefold()], start, max(start, end)


@cache
def _label(words: Vocabulary) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words.labels), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?:^[^\w\n]{{0,3}}|(?<=[,;.|] ))(?P<label>{names})\b[ ]?(?P<colon>:)?(?=[ \n]|$)", re.I | re.M)


def _statement(copy: Copy, index: int, sort: str, start: int, end: int) -> Iterator[Statement]:
    passage = copy.passages[index]
    while start < end and passage.text[start].isspace():
        start += 1
    while end > start and (passage.text[end - 1].isspace() or passage.text[end - 1] in ".,;"):
        end -= 1
    days = [_day(passage, each) for each in copy.days[index] if start <= each.start and each.end <= end + 1]
    held = [each for each in copy.clocks[index] if start <= each.start and each.end <= end + 1]
    if start < end and (sort == "where" or days or held):
        times = _times(held)
        assert sort in ("when", "where", "deadline")
        yield Statement(sort, said(passage, start, end), tuple(days), times, passage.span(start, end))  # type: ignore[arg-type]


def _times(found: list[Clock]) -> tuple[time, ...]:
    return tuple(each for clock in found for each in clock.times)


def _mails(passage: Passage) -> Iterator[Mail]:
    for found in _MAIL.finditer(passage.text):
        address = found[0].rstrip(".-")
        start = found.start()
        name = _person(address.partition("@")[0], passage.text[max(0, start - _NEAR) : start])
        if name:
            yield Mail(address, name, passage.span(start, start + len(address)))


def _person(local: str, before: str) -> str:
    """The person whose address this seems to be: by its own form "first.last", or by a name that stands near it."""
    parts = [fold(part) for part in re.split(r"[._-]", local) if part]
    if (
        any(part.replace(" ", "") in _SHARED for part in parts)
        or not parts
        or not all(part.isalpha() for part in parts)
    ):
        return ""
    if len(parts) > 1 and len(parts[0]) > 1:
        return " ".join(part.capitalize() for part in parts)
    names = [name for found in _NAME.finditer(before) for name in _endings(found[0].split())]
    short = parts[-1] if len(parts) == 1 else "".join(parts)
    return next((name for name in reversed(names) if _made_of(short, name)), "")


def _endings(words: list[str]) -> Iterator[str]:
    """The names that capitalised words may be: all of them, or the last ones, as a sentence begins with a capital."""
    if words[0].casefold() in _BEFORE_NAMES:
        words = words[1:]
    for first in range(len(words) - 1):
        yield " ".join(words[first:])


def _made_of(short: str, name: str) -> bool:
    """Whether an address is made of a name: its letters in order, from the first one on ("oos", "kari", "joj")."""
    whole = fold(name).replace(" ", "").replace("-", "")
    if len(short) < 2 or short[0] != whole[:1]:
        return False
    letters = iter(whole)
    return all(letter in letters for letter in short)
