"""Generates a realistic portal: `python -m benchmarks.portal FOLDER [FILES] [SEED]`, 3,000 files by default.

Events with programme, venue and deadlines, news, projects with partners and a process, people, organisations
and topics, in four languages, a third of the texts being translations; bodies of 2 to 4 kB with headings,
lists and links to each other. The same arguments give the same bytes. All words are filler.
"""

import json
import random
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.words import WORDS, Speaker

LANGS = ("nb", "nn", "sv", "da")
COUNTRIES = {"nb": "NO", "nn": "NO", "sv": "SE", "da": "DK"}
ZONES = {"NO": "Europe/Oslo", "SE": "Europe/Stockholm", "DK": "Europe/Copenhagen"}
SHARES = {"event": 0.30, "news": 0.40, "project": 0.10, "person": 0.11, "organisation": 0.08, "topic": 0.01}
"""How much of the files is of each kind."""
FOLDERS = {"event": "events", "news": "news", "project": "projects", "person": "people",
           "organisation": "organisations", "topic": "topics"}  # fmt: skip
NEUTRAL = ("person", "organisation", "topic")
BEGIN = date(2019, 1, 7)
DAYS = 3300
SITE = """\
title: {nb: Fyllportalen, nn: Fyllportalen, sv: Fyllportalen, da: Fyldportalen}
url: https://example.org/
timezone: Europe/Oslo
languages:
  nb: {reads: [nn], fallback: [da, sv]}
  nn: {reads: [nb], fallback: [da, sv]}
  sv: {fallback: [nb, da, nn]}
  da: {fallback: [nb, nn, sv]}
publisher: organisation-0
"""


@dataclass
class Plan:
    """How many documents there are of each kind, and in which languages each has texts."""

    chance: random.Random
    langs: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def some(self, kind: str, most: int, least: int = 0) -> list[str]:
        there = len(self.langs[kind])
        return [f"{kind}-{n}" for n in self.chance.sample(range(there), min(there, self.chance.randint(least, most)))]

    def one(self, kind: str) -> str:
        return f"{kind}-{self.chance.randrange(len(self.langs[kind]))}"


def plan(files: int, seed: int) -> Plan:
    """Documents enough for so many files."""
    chance = random.Random(seed)
    made = Plan(chance)
    for kind, share in SHARES.items():
        wanted, listed = max(4, round(files * share)), []
        while wanted > 0:
            texts = 1 if kind in NEUTRAL else min(wanted, chance.choices((1, 2, 3, 4), (60, 20, 12, 8))[0])
            listed.append(tuple(chance.sample(LANGS, texts)) if kind not in NEUTRAL else ("",))
            wanted -= texts
        made.langs[kind] = listed
    return made


def portal(files: int = 3000, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Path and text of each file."""
    yield "site.yaml", SITE
    made = plan(files, seed)
    for kind, listed in made.langs.items():
        for number, langs in enumerate(listed):
            facts = FACTS[kind](made, number, langs[0])
            for at, lang in enumerate(langs):
                ending = f".{lang}.md" if lang else ".md"
                head = facts if at == 0 else _translated(facts, langs[0], made, lang)
                yield f"content/{FOLDERS[kind]}/{kind}-{number}{ending}", _text(head, made, lang or "nb", kind)


def write(folder: Path, files: int = 3000, seed: int = 1) -> int:
    """Writes the portal into a folder that has none; says how many files that were."""
    return _lay(folder, portal(files, seed))


def grow(site: Path, folder: Path, files: int, seed: int = 1) -> int:
    """Writes into a folder a site with its own documents and so many generated ones beside them; says how many these
    were. Raises FileExistsError if one has the name of a document that is there.
    """
    for name in ("content", "words"):
        shutil.copytree(site / name, folder / name)
    for name in ("site.yaml", "calendar.ledger"):
        shutil.copy(site / name, folder / name)
    return _lay(folder, ((path, text) for path, text in portal(files, seed) if path != "site.yaml"))


def _lay(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Writes new files by their paths; says how many they were."""
    count = 0
    for path, text in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8") as file:
            file.write(text)
        count += 1
    return count


def _text(fields: dict[str, Any], made: Plan, lang: str, kind: str) -> str:
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False, default=str)}" for name, value in fields.items()]
    size = made.chance.randint(2000, 4000) if kind not in NEUTRAL else 300
    return "\n".join(["---", *lines, "---", "", _body(made, lang, size), ""])


def _body(made: Plan, lang: str, size: int) -> str:
    say, chance = Speaker(made.chance, lang), made.chance
    parts = [say.paragraph(3)]
    while sum(map(len, parts)) < size:
        sort = chance.randrange(6)
        if sort == 0:
            parts.append(f"## {say.title()}\n\n{say.paragraph(2)}")
        elif sort == 1:
            parts.append("\n".join(f"- {say.sentence()}" for _ in range(chance.randint(2, 5))))
        elif sort == 2:
            kind = chance.choice(("event", "news", "project"))
            parts.append(f"{say.sentence()} [{say.some(3)}]({kind}:{made.one(kind)}) {say.sentence()}")
        else:
            parts.append(say.paragraph(chance.randint(2, 4)) + f" *{say.some(2)}*.")
    return "\n\n".join(parts)


def _common(made: Plan, lang: str) -> dict[str, Any]:
    say = Speaker(made.chance, lang)
    fields: dict[str, Any] = {"title": say.title(), "summary": say.paragraph(1)[:280]}
    fields["topics"] = made.some("topic", 4, 1)
    if made.chance.random() < 0.4:
        fields["related"] = [f"news:{name}" for name in made.some("news", 2, 1)]
    if made.chance.random() < 0.5:
        fields["contacts"] = [{"person": name, "role": say.some(2)} for name in made.some("person", 2, 1)]
    return fields


def _day(made: Plan) -> date:
    return BEGIN + timedelta(days=made.chance.randrange(DAYS))


def _event(made: Plan, _number: int, lang: str) -> dict[str, Any]:
    say, day, chance = Speaker(made.chance, lang), _day(made), made.chance
    country = COUNTRIES[lang]
    fields = _common(made, lang) | {
        "start": f"{day} 09:00",
        "end": f"{day} 16:00",
        "timezone": ZONES[country],
        "venue": {"name": say.some(2).title(), "city": chance.choice(WORDS["towns"]), "country": country},
        "organisers": made.some("organisation", 2, 1),
        "projects": made.some("project", 1),
        "published": day - timedelta(days=90),
        "programme": [
            {"key": f"del-{n}", "title": say.title(), "start": f"{9 + n}:00", "end": f"{9 + n}:45",
             "speakers": made.some("person", 1), "prose": say.sentence()}
            for n in range(chance.randint(2, 6))
        ],
    }  # fmt: skip
    if chance.random() < 0.6:
        fields["registration"] = {"deadline": f"{day - timedelta(days=7)} 12:00", "price": say.some(2)}
    if chance.random() < 0.3:
        fields["deadlines"] = [{"key": "a", "title": say.title(), "at": str(day - timedelta(days=30))}]
    return fields


def _news(made: Plan, _number: int, lang: str) -> dict[str, Any]:
    about = [f"event:{name}" for name in made.some("event", 1)] + [
        f"project:{name}" for name in made.some("project", 1)
    ]
    return _common(made, lang) | {"published": _day(made), "authors": [made.one("person")], "about": about}


def _project(made: Plan, _number: int, lang: str) -> dict[str, Any]:
    say, day, chance = Speaker(made.chance, lang), _day(made), made.chance
    return _common(made, lang) | {
        "status": chance.choice(("planning", "dialogue", "procurement", "contract", "completed")),
        "start": day,
        "end": day + timedelta(days=700),
        "lead": [made.one("organisation")],
        "partners": [{"organisation": name, "role": say.some(2)} for name in made.some("organisation", 5, 1)],
        "process": [
            {
                "key": f"steg-{n}",
                "title": say.title(),
                "status": "done" if n < 2 else "planned",
                "prose": say.sentence(),
            }
            for n in range(chance.randint(2, 5))
        ],
    }


def _person(made: Plan, number: int, _lang: str) -> dict[str, Any]:
    chance = made.chance
    name = f"{chance.choice(WORDS['first'])} {chance.choice(WORDS['last'])}"
    role = {lang: Speaker(chance, lang).some(2) for lang in LANGS}
    return {
        "name": name,
        "role": role,
        "organisation": made.one("organisation"),
        "email": f"person-{number}@example.org",
    }


def _organisation(made: Plan, number: int, _lang: str) -> dict[str, Any]:
    name = f"{made.chance.choice(WORDS['towns'])} {Speaker(made.chance, 'nb').some(1)} {number}"
    return {"name": name, "country": made.chance.choice(sorted(ZONES)), "url": f"https://example.org/{number}"}


def _topic(made: Plan, number: int, _lang: str) -> dict[str, Any]:
    return {"name": {lang: f"{Speaker(made.chance, lang).some(2)} {number}" for lang in LANGS}}


def _translated(facts: dict[str, Any], original: str, made: Plan, lang: str) -> dict[str, Any]:
    """The words of a translation; of the facts' records, those that have a key."""
    say = Speaker(made.chance, lang)
    fields: dict[str, Any] = {"translates": original, "title": say.title(), "summary": say.paragraph(1)[:280]}
    for name in ("programme", "process", "deadlines"):
        if name in facts:
            fields[name] = [{"key": item["key"], "title": say.title()} for item in facts[name]]
    return fields


FACTS = {
    "event": _event,
    "news": _news,
    "project": _project,
    "person": _person,
    "organisation": _organisation,
    "topic": _topic,
}


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), *map(int, sys.argv[2:])), "files")
