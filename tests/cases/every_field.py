"""Cases for every field of every kind with what it cannot take, made from the shapes of the kinds' records.

`python -m tests.cases.every_field` writes `tests/cases/fields/KIND.txt`: their files are made anew, and what is said is
what the generator says now, to be read in the diff. In each file one value is wrong, and it stands in the last line.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sitegen.content.parse import Head
from sitegen.kinds import KINDS
from sitegen.model import fields
from sitegen.model.kind import Kind
from sitegen.model.moment import Moment
from sitegen.model.shape import Field, shape
from sitegen.model.words import Text
from tests.cases.site_cases import FOLDER, accept

NEEDED = {
    "event": "title: T\nstart: 2027-03-04 10:00\n",
    "news": "title: T\npublished: 2027-01-01\n",
    "project": "title: T\nstatus: planning\n",
    "page": "title: T\n",
}
"""The required fields of a kind; those of all others are a name."""
SIBLINGS: dict[Any, str] = {
    Text: "T",
    fields.Url: "https://example.org/",
    fields.Identifier: "k",
    fields.FileName: "f.png",
    Moment: "2027-03-01",
    fields.RepeatRule: "FREQ=WEEKLY",
}
"""What stands in the required fields beside one that is wrong, by their type."""
WRONG: dict[Any, str] = {
    date: "2027-13-01",
    Moment: "4. mars",
    fields.Slot: "klokken ti",
    bool: "kanskje",
    int: "mange",
    fields.Latitude: "95.5",
    fields.Longitude: "nord",
    fields.Uid: "Mitt møte",
    fields.Identifier: "Min nøkkel",
    fields.LangTag: "ny_norsk",
    fields.UrlPath: "gammel side",
    fields.Url: "eksempel",
    fields.Email: "kari",
    fields.Phone: "ring oss",
    fields.Country: "Norge",
    fields.Cpv: "brød",
    fields.ZoneName: "Hamar",
    fields.RepeatRule: "hver uke",
    fields.FileName: "../kart.png",
    fields.Fingerprint: "i går",
    fields.TedNumber: "ted 12",
    fields.DoffinNumber: "doffin 12",
    fields.RuleName: "ukedag",
}
"""A word that is no value of the type. Text takes any."""


@dataclass(frozen=True)
class Wrong:
    """A field by its path in a kind, its wrong value as it is written, and the line that holds it from `column` on."""

    path: str
    value: str
    line: str
    column: int


def wrong_values(kind: Kind) -> Iterator[Wrong]:
    """For each field of a kind each value that it cannot take."""
    for record in (Head, kind.facts):
        for field in shape(record):
            yield from _wrong(field, "", f"{field.name}: %s")


def _wrong(field: Field, at: str, line: str) -> Iterator[Wrong]:
    path = f"{at}{field.name}"
    one = line.replace("%s", "[%s]") if field.many else line
    for value in _forms(field):
        yield Wrong(path, value, line.replace("%s", value), line.index("%s") + 1)
    for word in _words(field):
        yield Wrong(path, word, one.replace("%s", word), one.index("%s") + 1)
    if field.sort == "record":
        for inner in shape(field.type):
            beside = "".join(
                f"{each.name}: {_beside(each)}, " for each in shape(field.type) if each.required and each != inner
            )
            yield from _wrong(inner, f"{path}.", one.replace("%s", f"{{{beside}{inner.name}: %s}}"))


def _forms(field: Field) -> Iterator[str]:
    """Values of another form: one for a list, a list for one, words for fields."""
    if field.many:
        yield "alene"
    elif field.sort == "record":
        yield "alene"
        yield "[i en liste]"
    else:
        yield "[i en liste]"
        if field.sort not in ("text", "prose", "party"):
            yield "{nb: ord}"


def _words(field: Field) -> Iterator[str]:
    """Words that are no value of the field, or none that is known."""
    if get_args(field.type):
        yield "noe annet"
    elif field.sort == "ref":
        yield "Kari Eksempelvik"
        yield "finnes-ikke"
    elif field.sort in ("text", "prose"):
        yield "{fi: sanoja}"
    elif field.type in WRONG:
        yield WRONG[field.type]


def _beside(field: Field) -> str:
    if field.sort == "ref":
        return "digdir"
    return SIBLINGS[field.type]


def cases(kind: Kind) -> str:
    """The text of a file of cases, without what is said."""
    parts = [f"What the fields of the kind {kind.name} cannot take. Made by tests/cases/every_field.py.\n"]
    for path, values in by_field(kind).items():
        parts.append(f"=== {kind.name}: {path}")
        for number, each in enumerate(values):
            parts.append(f"@ {file_of(kind, number)}\n---\n{_front(kind, each)}{each.line}\n---")
        parts.append("@ said\n")
    return "\n".join(parts)


def by_field(kind: Kind) -> dict[str, list[Wrong]]:
    """The wrong values of each field, by its path."""
    found: dict[str, list[Wrong]] = {}
    for each in wrong_values(kind):
        found.setdefault(each.path, []).append(each)
    return found


def file_of(kind: Kind, number: int) -> str:
    """The path of the file with the wrong value of this number."""
    lang = "" if kind.name in ("person", "organisation", "topic") else ".nb"
    return f"content/{kind.folder}/x{number}{lang}.md"


def _front(kind: Kind, wrong: Wrong) -> str:
    """The required fields that stand above the wrong one."""
    own = f"{wrong.line.partition(':')[0]}:"
    needed = NEEDED.get(kind.name, "name: T\n").splitlines()
    return "".join(f"{line}\n" for line in needed if not line.startswith(own))


def main() -> None:
    folder = FOLDER / "fields"
    folder.mkdir(exist_ok=True)
    for kind in KINDS:
        path = folder / f"{kind.name}.txt"
        path.write_text(cases(kind), encoding="utf-8")
        accept(path)


if __name__ == "__main__":
    sys.exit(main())
