"""The table of every field of every kind and where it is published, each place found in a built site.

One small site is built: for each kind a document with all of its fields, each with a value that is nowhere else,
and for fields that have no value to be seen, twins that differ by the field alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from sitegen.kinds import BY_NAME, KINDS
from sitegen.model.shape import shape
from sitegen.pipeline.build import Job, build
from tests.fields.values import GIVEN, LANG, REPEATING, TWINS, Maker, Value, all_fields, word_value

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
PLACES = ("page", "lists", "feed", "calendar", "JSON-LD", "addresses")
SITE = {
    "title": {LANG: "Felt"},
    "url": "https://example.org/",
    "timezone": "Europe/Oslo",
    "languages": {LANG: {}},
}
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63606060000000040001f61738550000000049454e44ae426082"
)  # fmt: skip
"""A PNG of one pixel."""
OTHERS: tuple[tuple[str, str, str, dict[str, Value | None]], ...] = (
    ("event", "gjentatt", "repeats", REPEATING),
    ("person", "portrett", "photo", {}),
    ("organisation", "logomerke", "logo", {}),
)
"""Fields that another field would hide, each in a document without that one."""

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@dataclass(slots=True)
class Plan:
    """The files of the site, and for each field of each kind the document that has it, with its value."""

    files: dict[str, bytes] = field(default_factory=dict)
    values: dict[tuple[str, str], tuple[str, Value]] = field(default_factory=dict)
    twins: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def document(self, kind: str, name: str, front: dict[str, Any], *pictures: str) -> None:
        folder = f"content/{BY_NAME[kind].folder}/{name}"
        text = f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False)}---\nTekst.\n"
        self.files[f"{folder}/index.{LANG}.md"] = text.encode()
        self.files.update({f"{folder}/{picture}": PICTURE for picture in pictures})


def plan() -> Plan:
    made = Plan()
    made.files["site.yaml"] = yaml.safe_dump(SITE).encode()
    for kind in KINDS:
        _full(made, kind.name, f"fullt-{kind.name}", GIVEN.get(kind.name, {}))
        for path in all_fields(kind.name):
            if path in TWINS:
                _twins(made, kind.name, path)
    for other, name, shown, given in OTHERS:
        _full(made, other, name, {**given, **_without(other, {*given, shown})}, shown)
    return made


def _without(kind: str, kept: set[str]) -> dict[str, Value | None]:
    """None for all optional fields but these."""
    kept = {path.split(".")[0].removesuffix("[]") for path in kept}
    return {
        each.name + ("[]" if each.many and each.sort == "record" else ""): None
        for each in shape(BY_NAME[kind].facts)
        if not each.required and each.name not in kept
    }


def _full(made: Plan, kind: str, name: str, given: dict[str, Value | None], only: str = "") -> None:
    number = sum(path.endswith(f"/index.{LANG}.md") and "merke" not in path for path in made.files)
    maker = Maker(re.sub("[^a-z]", "", name), number, BY_NAME[kind].facts, given)
    front = maker.made()
    if not only:
        maker.values["aliases"] = word_value(f"/gammel-{name}/")
        front["aliases"] = [f"/gammel-{name}/"]
    pictures = [value.written for value in maker.values.values() if str(value.written).endswith(".png")]
    made.document(kind, name, front, *pictures)
    for path, value in maker.values.items():
        if path.startswith(only) and path not in TWINS:
            made.values[kind, path] = name, value
        for other, target in value.documents:
            made.document(other, target, _least(other, f"Navn {target}"))


def _least(kind: str, name: str) -> dict[str, Any]:
    """What a document must have."""
    required = {
        "title": name,
        "name": name,
        "start": "2031-05-06 10:17",
        "published": "2027-01-02",
        "status": "dialogue",
    }
    return {each.name: required[each.name] for each in shape(BY_NAME[kind].facts) if each.required}


def _twins(made: Plan, kind: str, path: str) -> None:
    """Two documents of a kind, of which the second has the field."""
    word = re.sub("[^a-z]", "", f"{kind}{path}")
    names = f"merke{word}a", f"merke{word}b"
    for index, name in enumerate(names):
        front = _least(kind, f"Navn {name}")
        head, _, last = path.rpartition(".")
        outer = head.removesuffix("[]")
        inner: dict[str, Any] = {
            "contacts": {"person": "fullt-person"},
            "programme": {"key": "del", "title": "Del", "start": "2031-05-06 10:31"},
        }.get(outer, {"src": "bilde.png"} if outer else {})
        if last == "decorative" and not index:
            inner["alt"] = "Et bilde"
        if index:
            (inner if outer else front)[last] = TWINS[path]
        if outer:
            front[outer] = [inner] if head.endswith("[]") else inner
        made.document(kind, name, front, *(["bilde.png"] if last == "decorative" else []))
    made.twins[kind, path] = names


@dataclass(frozen=True)
class Tree:
    """A built site: the text of every output in its place, apart by whose page or calendar it is."""

    texts: tuple[tuple[str, str, str], ...]

    def of(self, name: str) -> dict[str, str]:
        """The outputs of one document alone, by place."""
        found: dict[str, list[str]] = defaultdict(list)
        for path, place, text in self.texts:
            if _owned(path, name):
                found["page" if place == "lists" else place].append(text)
        return {place: "\n".join(texts) for place, texts in found.items()}

    def others(self, *names: str) -> Iterator[tuple[str, str]]:
        """The outputs of all others, with their places."""
        for path, place, text in self.texts:
            if not any(_owned(path, name) for name in names):
                yield place, text


def _owned(path: str, name: str) -> bool:
    return any(part.partition(".")[0] == name for part in path.split("/"))


def built(folder: Path) -> tuple[Plan, Tree]:
    """The site of all fields, built in a folder."""
    made = plan()
    for path, data in made.files.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(data)
    report = build(Job(folder / "site", folder / "out", folder / "cache", NOW, 0))
    assert report.published is not None, report.diagnostics
    texts = []
    for file in sorted((folder / "out").rglob("*")):
        if file.is_file() and file.suffix in (".html", ".xml", ".ics", ".jcal", ".conf", ".caddy", ""):
            texts += list(_placed(file.relative_to(folder / "out").as_posix(), file.read_text("utf-8")))
    return made, Tree(tuple(texts))


def _placed(path: str, text: str) -> Iterator[tuple[str, str, str]]:
    if path.endswith(".html"):
        if data := _DATA.findall(text):
            yield path, "JSON-LD", "\n".join(data)
        yield path, "lists", _DATA.sub("", text)
    elif path.endswith((".ics", ".jcal")):
        yield path, "calendar", f"{path}\n{text}".replace("\n ", "")
    else:
        yield path, "feed" if path.endswith("atom.xml") else "addresses", text


def table(made: Plan, tree: Tree) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each kind and field the places in which it was found."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind in KINDS:
        rows = found[kind.name] = {}
        for path in all_fields(kind.name):
            if (kind.name, path) in made.twins:
                places = _differing(tree, *made.twins[kind.name, path])
            else:
                places = _holding(tree, made, *made.values[kind.name, path])
            rows[path] = tuple(place for place in PLACES if place in places)
    return found


def _holding(tree: Tree, made: Plan, name: str, value: Value) -> set[str]:
    """The places where a value stands. For a document that is named, its own page counts if it names this one."""
    own = [re.compile(each) for each in (*value.marks, *value.own)]
    anywhere = [re.compile(each) for each in value.marks]
    slug = next((each.written for (_, path), (doc, each) in made.values.items() if (doc, path) == (name, "slug")), name)
    places = {
        place
        for owner in {name, slug}
        for place, text in tree.of(owner).items()
        if any(each.search(text) for each in own)
    }
    return places | {place for place, text in tree.others(name, slug) if any(each.search(text) for each in anywhere)}


def _differing(tree: Tree, without: str, having: str) -> set[str]:
    """The places where twins differ, their names set aside."""
    first, second = (_traces(tree, name) for name in (without, having))
    return {place for place in PLACES if first.get(place) != second.get(place)}


def _traces(tree: Tree, name: str) -> dict[str, list[str]]:
    """The outputs of a document with its name set aside, and whether others name it: how often is by chance."""
    found = {place: [text.replace(name, "§")] for place, text in tree.of(name).items()}
    for place in {place for place, text in tree.others(name) if name in text}:
        found.setdefault(place, []).append("named by others")
    return found


HEAD = """\
# Where each field is published

Made by `scripts/fields.py` from the kinds in `sitegen/kinds/`: a site that has every field is built, and a ● stands
where its value was found. `tests/fields` holds this table against the program, so that no field is without a place.

- **page**: the document's own page. **lists**: all other pages. **feed**: Atom. **calendar**: iCalendar and jCal.
- **JSON-LD**: the data for search engines. **addresses**: sitemap and redirects.
- `translates`, `source` and `silence` are for the tools; `x-…` fields are for the templates of a site of its own.
- Fields that have no value to be seen (`draft`, `expires`, `until` …) have a ● where they make a difference.
"""


def written(rows: dict[str, dict[str, tuple[str, ...]]]) -> str:
    """The table as a page of Markdown."""
    lines = [HEAD]
    for kind, fields in rows.items():
        lines += [f"## {kind}\n", f"| field | {' | '.join(PLACES)} |", "|---" * (len(PLACES) + 1) + "|"]
        lines += [f"| `{path}` | {' | '.join(_dots(places))} |" for path, places in fields.items()]
        lines.append("")
    return "\n".join(lines)


def _dots(places: Iterable[str]) -> Iterator[str]:
    for place in PLACES:
        yield "●" if place in places else ""
