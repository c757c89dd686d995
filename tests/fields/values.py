"""A recognisable value for every field of every kind, made from the shape of its record, and how it is recognised.

A field whose value shows only by what it does ("draft") is proven by twins: two documents, of which one has it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, get_origin

from babel import Locale

from sitegen.kinds import BY_NAME, KINDS
from sitegen.model import fields
from sitegen.model.moment import Moment
from sitegen.model.shape import Field, shape
from sitegen.render.locale.dates import short_day

LANG = "nb"
COUNTRIES = ("IS", "FO", "GL", "EE", "LV", "LT", "PT", "MT", "CY", "IE", "LU", "SI", "SK", "HU", "RO", "BG", "HR", "GR")
_FIRST = date(2029, 1, 2)


@dataclass(frozen=True, slots=True)
class Value:
    """What is written in a field, and patterns of the forms in which it may be found.

    `marks` prove it in any output, `own` only in those of the document itself, as others may hold the same.
    `documents` are those that it refers to: kind and id.
    """

    written: Any
    marks: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    documents: tuple[tuple[str, str], ...] = ()


def word_value(written: str, *forms: str) -> Value:
    return Value(written, tuple(map(re.escape, forms or (written,))))


def day(value: date) -> Value:
    forms = (value.isoformat(), value.strftime("%Y%m%d"), short_day(value, LANG))
    return Value(value.isoformat(), tuple(map(re.escape, forms)))


def moment(written: str) -> Value:
    """A day and time; a calendar may have it in UTC, so that only its minute is the same."""
    value, minute = date.fromisoformat(written[:10]), written[14:16]
    marks = (
        rf"{value}T\d\d:{minute}",
        rf"{value:%Y%m%d}T\d\d{minute}",
        rf"{short_day(value, LANG)}.{{0,9}}{written[11:]}",
    )
    return Value(written, marks, (written[11:],))


_MOMENTS = {
    "start": "2031-05-06 10:17",
    "end": "2031-05-08 15:23",
    "previous_start": "2031-04-02 09:11",
    "registration.deadline": "2031-03-04 12:13",
    "deadlines[].at": "2031-02-03 11:07",
    "programme[].start": "2031-05-06 10:31",
    "programme[].end": "2031-05-06 11:37",
}
EVENT: dict[str, Value | None] = {
    **{path: moment(written) for path, written in _MOMENTS.items()},
    "timezone": Value("Atlantic/Faroe", ("Atlantic/Faroe", "Færøyene")),
    "status": Value(
        "tentative", (), ("STATUS:TENTATIVE", "(?i)foreløpig", "(?i)ikke bekreftet", "(?i)ikkje stadfesta")
    ),
    "repeats": None,
    "programme[].calendar": Value("true"),
}
REPEATING: dict[str, Value | None] = {
    "start": Value("2032-05-04 10:17"),
    "end": Value("2032-05-04 11:17"),
    "repeats.rule": Value(
        "FREQ=WEEKLY;BYDAY=TU", ("FREQ=WEEKLY;.*BYDAY=TU",), ("[Hh]ver uke", "[Uu]kentlig", "[Hh]ver tirsdag")
    ),
    "repeats.except": Value(["2032-05-18 10:17"], ("EXDATE[^:]*:20320518", "18\\. mai(?: 2032)?", "2032-05-18")),
    "repeats.moved[].from": Value(
        "2032-05-25 10:17", ("RECURRENCE-ID[^:]*:20320525", "25\\. mai(?: 2032)?", "2032-05-25")
    ),
    "repeats.moved[].start": Value("2032-05-26 12:19", ("20320526T..19", "26\\. mai(?: 2032)?", "2032-05-26T..:19")),
    "repeats.moved[].end": Value("2032-05-26 13:21", ("20320526T..21", "2032-05-26T..:21", "13:21")),
    "repeats.until": Value("2032-06-22 10:17", ("UNTIL=20320622T", "22\\. juni(?: 2032)?", "2032-06-22")),
}
GIVEN: dict[str, dict[str, Value | None]] = {
    "event": EVENT,
    "project": {
        "status": Value("procurement", (), ("(?i)konkurranse", "(?i)anskaffelse")),
        "process[].status": Value("current", (), ("(?i)pågår", "(?i)nå")),
        "start": day(date(2028, 2, 3)),
        "end": day(date(2033, 4, 5)),
        "process[].start": day(date(2028, 3, 4)),
        "process[].end": day(date(2028, 5, 7)),
        "process[].date": day(date(2028, 6, 9)),
    },
}
ALWAYS: dict[str, Value | None] = {
    "programme[].venue.country": Value("SM", (), ("San Marino", '"SM"')),
    "links[].kind": Value("recording", (), ("(?i)opptak",)),
    "process[].links[].kind": Value("stream", (), ("(?i)sending", "(?i)strøm", "(?i)direkte")),
    "links[].lang": Value("fo", (), ("(?i)færøysk", 'hreflang="fo"')),
}
"""Fields whose values are chosen, in any kind."""

TWINS: dict[str, Any] = {
    "draft": "true",
    "expires": "2020-01-02",
    "contacts[].until": "2020-01-02",
    "image.decorative": "true",
    "photo.decorative": "true",
    "logo.decorative": "true",
    "programme[].calendar": "true",
    "nav": "7",
}
"""Fields that show by what they do: of two documents that are the same but for them, the outputs differ."""


APART = {
    "contacts[]": (("person", "role", "country"), ("organisation",)),
    "notices[]": (("ted",), ("doffin",), ("url", "title")),
    "process[]": (
        ("key", "title", "status", "date", "place", "event", "prose", "links"),
        ("title", "start", "end"),
    ),
}
"""Records whose fields exclude each other: which of them an item has."""


@dataclass(slots=True)
class Maker:
    """Makes the front matter of one document with every field of its kind; no value comes twice.

    `name` and `number` are those of the document, and are in its values.
    """

    name: str
    number: int
    facts: type
    given: dict[str, Value | None]
    values: dict[str, Value] = field(default_factory=dict)
    count: int = 0

    def made(self) -> dict[str, Any]:
        return self._record(self.facts, "")

    def _record(self, record: type, at: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for each in shape(record):
            path = f"{at}{each.name}" + ("[]" if each.many and each.sort == "record" else "")
            if (path in TWINS and path not in self.given) or (path in self.given and self.given[path] is None):
                continue
            made = self._record(each.type, f"{path}.") if each.sort == "record" else self._value(each, path)
            if path in APART:
                made = [{name: made[name] for name in names} for names in APART[path]]
            found[each.name] = [made] if each.many and not isinstance(made, list) else made
        return found

    def _value(self, each: Field, path: str) -> Any:
        self.count += 1
        count = self.count + 100 * self.number
        value = self.given.get(path) or ALWAYS.get(path) or _made(each, f"{self.name}{self.count}", count)
        self.values[path] = value
        return value.written


def _made(each: Field, name: str, count: int) -> Value:
    word = f"merke{name}x"
    if each.sort in ("text", "prose"):
        return word_value(word)
    if each.sort in ("ref", "party"):
        kind = each.kinds[0] if each.kinds else "topic"
        return Value(
            f"{kind}:{word}" if not each.kinds else word, own=(f"Navn {word}", f"/{word}/"), documents=((kind, word),)
        )
    made = _SCALARS.get(each.type)
    if made is None:
        raise LookupError(f"no recognisable value for {each.name} of the sort {each.type or get_origin(each.type)}")
    value = made(word, count)
    assert isinstance(value, Value)
    return value


def _country(word: str, count: int) -> Value:
    code = COUNTRIES[count % len(COUNTRIES)]
    return Value(code, own=(str(Locale(LANG).territories[code]), f'"{code}"'))


def _dated(word: str, count: int) -> Value:
    return day(_FIRST + timedelta(days=count))


def _digits(form: str) -> Any:
    def made(word: str, count: int) -> Value:
        count += 1000
        written = form.format(count)
        return word_value(written, written, written.replace(" ", ""), f"{count:,}".replace(",", "\u00a0"))

    return made


_SCALARS: dict[Any, Any] = {
    date: _dated,
    Moment: lambda word, count: moment(f"2031-01-{count % 28 + 1:02} 08:{count % 60:02}"),
    int: _digits("{}"),
    fields.Line: lambda word, count: word_value(word),
    fields.Identifier: lambda word, count: word_value(word),
    fields.LangTag: lambda word, count: Value("is", own=("(?i)islandsk", 'lang="is"', '"is"')),
    fields.Url: lambda word, count: word_value(f"https://www.example.org/{word}", f"/{word}"),
    fields.Email: lambda word, count: word_value(f"{word}@example.org"),
    fields.Phone: _digits("+47 00 00 {}"),
    fields.Country: _country,
    fields.Cpv: _digits("0300{}"),
    fields.Uid: lambda word, count: word_value(f"{word}@example.org"),
    fields.Latitude: lambda word, count: word_value(f"60.{count:04}", f"60.{count:04}".rstrip("0")),
    fields.Longitude: lambda word, count: word_value(f"11.{count:04}", f"11.{count:04}".rstrip("0")),
    fields.FileName: lambda word, count: word_value(f"{word}.png", word),
    fields.TedNumber: _digits("99{}-2024"),
    fields.DoffinNumber: _digits("2024-88{}"),
}


def all_fields(kind: str) -> Iterator[str]:
    """The path of every field of a kind, nested ones too: "title", "venue.city", "programme[].speakers"."""
    yield from _paths(BY_NAME[kind].facts, "")
    yield "aliases"


def _paths(record: type, at: str) -> Iterator[str]:
    for each in shape(record):
        path = f"{at}{each.name}" + ("[]" if each.many and each.sort == "record" else "")
        if each.sort == "record":
            yield from _paths(each.type, f"{path}.")
        else:
            yield path


__all__ = ["ALWAYS", "GIVEN", "KINDS", "LANG", "REPEATING", "TWINS", "Maker", "Value", "all_fields", "word_value"]
