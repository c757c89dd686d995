"""Random front matter that is likely to go wrong, and real documents with random damage."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, get_args

from sitegen.content.parse import HEAD_FIELDS
from sitegen.kinds import KINDS
from sitegen.model import fields
from sitegen.model.moment import Moment
from sitegen.model.shape import Field, shape
from sitegen.model.words import Text

CONTENT = Path(__file__).parents[2] / "content"
LANGUAGES = ("nb", "nn", "sv", "da")
VALUES = (
    "", "~", "null", "T", "Å 😀 ø", "no", "true", "false", "0150", "-5", "1e999", "10:00", "25:00", "2027-03-04",
    "2027-02-30", "2027-03-04 10:00", "2027-03-28 02:30", "2027-10-31 02:30", "2027-03-04T10:00:00+14:00",
    "9999-12-31", "1900-01-01 00:00", "2199-12-31 23:59", "digdir", "kari", "person:kari", "event:x", "x:y:z", ":",
    "a:", "Kari Å", "kari@example.org", "NO", "no", "https://example.org/å?b#c", "javascript:alert(1)",
    "../../etc/passwd", "/gammel/", "/nb/kalender/", "kart.png", "03000000-1", "Europe/Oslo", "America/New_York",
    "Australia/Lord_Howe", "confirmed", "cancelled", "planned", "current", "FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=0",
    "FREQ=MONTHLY;BYDAY=-1MO;COUNT=3", "FREQ=YEARLY;BYWEEKNO=53", "123456-2024", "nb", "sv", "xx", "3f9a1c07",
    "'quoted ''word'''", '"escape \\n \\u00e5 \\0"', '"\\ud800"', "'open", '"open', "[a, b", "{a: b", "&a x", "*a",
    "!x y", "!!int 3", "%x", "@x", "`x`", "a: b: c", "# comment", "x # comment", "|", ">", "-", "?", "<b>fet</b>",
    "[her](event:x)", "![x](kart.png)", "::: note", "*", "a" * 400, "\\", "\t", "\u00a0", "\u200b", "\ufeff",
    "FREQ=MONTHLY;BYDAY=11TH", "\x07", "\u2028", "٢٠٢٧-٠١-٠١", "1_000",
)  # fmt: skip
DAYS = ("2027-03-04", "2027-03-05", "2027-10-31", "2027-03-28")
CLOCKS = ("2027-03-04 09:00", "2027-03-04 10:00", "2027-03-28 02:30", "2027-10-31 02:30", "2027-03-05T10:00+02:00")
WORDS = ("Ord", "Et møte", "Ord ord ord", "Ola Nordmann", "W", "Wå W")
"""`W` becomes a word of its own, so that it is known when one is lost."""
IDS = ("digdir", "kari", "klima", "frokost", "x", "y", "person:kari")
PATHS = ("/gammel/", "/gammel", "/nb/kalender/", "/a/b.html", "/nb/arrangementer/x/", "/assets/x", "/nb/nyheter/2027/")
GOOD: Mapping[Any, tuple[str, ...]] = {
    date: DAYS,
    Moment: (*DAYS, *CLOCKS, *CLOCKS),
    fields.Slot: (*CLOCKS, "09:00", "10:00", "02:30"),
    bool: ("true", "false"),
    int: ("1", "50"),
    fields.Latitude: ("59.9", "-33"),
    fields.Longitude: ("10.7", "151"),
    fields.Uid: ("abc@example.org", "x-1@example.org"),
    fields.Identifier: ("a", "b", "c", "1"),
    fields.LangTag: ("nb", "en"),
    fields.Url: ("https://example.org/", "https://example.org/å"),
    fields.Email: ("kari@example.org",),
    fields.Phone: ("+47 91 12 27 47",),
    fields.Country: ("NO", "SE"),
    fields.Cpv: ("03000000", "09310000-5"),
    fields.ZoneName: ("Europe/Oslo", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"),
    fields.RepeatRule: (
        "FREQ=WEEKLY",
        "FREQ=DAILY;COUNT=3",
        "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    ),
    fields.FileName: ("kart.png",),
    fields.TedNumber: ("123456-2024",),
    fields.DoffinNumber: ("2024-123456",),
}
"""Values that a field takes, by its type; of others, `WORDS`."""
PROSE = (
    "W.", "Se [her W](event:x#del) og <b>dette</b>.", "![](kart.png)", "- W\n- [x](../../x)",
    "::: note\nW\n:::", "# W", "## W W", "[^a]", "[^a]: W", "| a | W |\n|---|---|\n| 1 | 2 | W |",
    "```x y\nW\n```", "> W\n> - W [W](kart.png)", "> W", "[ord]{lang=en}",
)  # fmt: skip
BYTES = (
    b"\xff", b"\xed\xa0\x80", b"\0", b"\x1b", b"\r", b"\r\n", b"\xef\xbb\xbf", b"---\n", b"\n", b" ", b"\t", b":",
    b"- ", b"&a ", b"*a", b"<<: ", b"'", b'"', b"[", b"]", b"{", b"}", b"|", b">", b"# ", b"  ", b"\xc2\x85",
    b"\xcc\x8a",
)  # fmt: skip


def documents(random: Random, number: int) -> dict[str, bytes]:
    """Documents by path, some with a translation that repeats all of it, or nearly."""
    found = dict(document(random) for _ in range(number))
    for path, data in list(found.items()):
        if path.endswith(".nb.md") and random.random() < 0.4:
            copy = data.replace(b"---\n", b"---\ntranslates: nb\n", 1)
            if random.random() < 0.3:
                copy = copy.replace(b"2027-03-04", b"2027-03-05", 1)
            found[path.replace(".nb.", ".sv.")] = damaged(random, copy) if random.random() < 0.4 else copy
    return found


def document(random: Random) -> tuple[str, bytes]:
    """The path and the bytes of a document of some kind, or of none."""
    kind = random.choice(KINDS)
    name = random.choice(("x", "y", "digdir", "kari", "index", "X", "2027"))
    neutral = kind.name in ("person", "organisation", "topic")
    lang = random.choice(("", "", "", "", "nb") if neutral else ("nb", "nb", "nb", "nb", "sv", "sv", "", "no", "fi"))
    bundle = random.random() < 0.2
    stem = f"{name}/index" if bundle else name
    path = f"content/{kind.folder}/{stem}{'.' if lang else ''}{lang}.md"
    if random.random() < 0.3:
        own, data = random.choice(real_documents())
        return own if random.random() < 0.8 else path, damaged(random, data)
    lines = [line for field in _chosen(random, kind.facts, 0.25) for line in _written(random, field, 0)]
    if lang == "sv" and random.random() < 0.9:
        lines.append(f"translates: {random.choice(('nb', 'nb', 'nb', 'sv', 'da', 'no', '', '[nb]'))}")
    lines += [f"{name}: {random.choice(VALUES)}" for name in sorted(HEAD_FIELDS) if random.random() < 0.02]
    lines += [f"aliases: [{random.choice(PATHS)}]" for _ in range(1) if random.random() < 0.2]
    lines += [f"x-{number}: {random.choice(VALUES)}" for number in range(2) if random.random() < 0.05]
    if random.random() < 0.1:
        random.shuffle(lines)
    body = "\n\n".join(random.choice(PROSE) for _ in range(random.randrange(4)))
    written = with_words("---\n" + "\n".join(lines) + "\n---\n\n" + body + "\n")
    return path, written.encode("utf-8", "surrogatepass")


def with_words(text: str) -> str:
    """The text with each W as another word."""
    numbers = count()
    return re.sub("W", lambda _: f"w{next(numbers)}z", text)


def _chosen(random: Random, record: type, share: float) -> list[Field]:
    return [field for field in shape(record) if random.random() < (0.9 if field.required else share)]


def _written(random: Random, field: Field, depth: int) -> list[str]:
    """The lines of a field: as a rule in the right form."""
    pad = "  " * depth
    name = field.name if random.random() < 0.995 else field.name[1:]
    if random.random() < 0.02:
        return [f"{pad}{name}: {random.choice(VALUES)}"]
    if field.sort == "record":
        items = range(random.randrange(1, 4)) if field.many else range(1)
        lines = [f"{pad}{name}:"]
        for _ in items:
            inner = [line for each in _chosen(random, field.type, 0.4) for line in _written(random, each, depth + 1)]
            if field.many and inner:
                inner = [f"{pad}- {inner[0].lstrip()}", *inner[1:]]
            lines += inner
        return lines
    if field.many:
        return [f"{pad}{name}: [{', '.join(_likely(random, field) for _ in range(random.randrange(4)))}]"]
    if field.type is Text and random.random() < 0.2:
        said = (f"{lang}: {random.choice((*WORDS, *VALUES))}" for lang in ("nb", "sv", "no")[: random.randrange(4)])
        return [f"{pad}{name}: {{{', '.join(said)}}}"]
    if field.sort == "prose":
        mark = random.choice(("|", ">", "|-", ">-", "|2"))
        lines = random.choice(PROSE).split("\n")
        return [f"{pad}{name}: {mark}", *(f"{pad}  {line}" for line in lines)]
    return [f"{pad}{name}: {_likely(random, field)}"]


def _likely(random: Random, field: Field) -> str:
    """As a rule a value that the field takes."""
    if random.random() < 0.07:
        return random.choice(VALUES)
    if choices := get_args(field.type):
        return random.choice(choices)
    if field.sort in ("ref", "party"):
        return random.choice(IDS)
    return random.choice(GOOD.get(field.type, WORDS))


@cache
def real_documents() -> tuple[tuple[str, bytes], ...]:
    """The documents of this repository with their paths."""
    found = sorted(CONTENT.rglob("*.md"))
    return tuple((path.relative_to(CONTENT.parent).as_posix(), path.read_bytes()) for path in found)


def damaged(random: Random, data: bytes) -> bytes:
    """The document with a few bytes taken out, put in, doubled or swapped."""
    for _ in range(random.randrange(1, 5)):
        at = random.randrange(len(data) + 1)
        end = min(len(data), at + random.choice((1, 1, 4, 40)))
        chance = random.random()
        if chance < 0.3:
            data = data[:at] + data[end:]
        elif chance < 0.8:
            data = data[:at] + random.choice(BYTES) + data[at:]
        else:
            data = data[:end] + data[at:end] + data[end:]
    return data
