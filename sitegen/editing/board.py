"""How far the translations are: each document in each language, and how much of the site each language has.

A pure function of the site, for the terminal, as JSON, and for a page of the preview.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.graph.staleness import changed_since
from sitegen.model.body import Body
from sitegen.model.records import Facts
from sitegen.model.shape import walk
from sitegen.model.wording import Changes
from sitegen.model.words import ANY

Status = Literal["original", "complete", "incomplete", "stale", "unknown", "missing"]
STATUSES: tuple[Status, ...] = ("original", "complete", "incomplete", "stale", "unknown", "missing")
"""`incomplete`: some words are missing; `unknown`: all are there, but not which state of the original they are from."""
OPTIONAL = ("slug", "venue/name", "venue/city", "place", "credit")
"""Fields of words that each language has or has not as it likes: they are names as often as words."""
QUARTER = 0.25
"""The least share of bokmål and of nynorsk in what a Norwegian central state body publishes (språklova § 13)."""
NORWEGIAN = ("nb", "nn")


@dataclass(frozen=True, slots=True)
class Text:
    """A document in one language: its file, if it has one; which parts are stale, and which fields lack words.

    Among the fields, # stands for the text below them.
    """

    lang: str
    status: Status
    path: str = ""
    stale: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A document: its name, its title, its original's language (empty: one file for all), its texts."""

    ref: str
    kind: str
    title: str
    original: str
    path: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many words a language has, and which part that is of the two Norwegian languages' words together."""

    lang: str
    words: int
    share: float
    enough: bool


@dataclass(frozen=True, slots=True)
class Board:
    """`counts` are of the texts of a kind in a language by status; `shares` are empty if the site has not both."""

    languages: tuple[str, ...]
    rows: tuple[Row, ...]
    counts: Mapping[str, Mapping[str, Mapping[Status, int]]]
    words: Mapping[str, int]
    shares: tuple[Share, ...]


def board(site: Site) -> Board:
    """The board of a site's published documents."""
    languages = site.config.tags
    rows = tuple(_row(entity, languages) for entity in site.entities.values())
    words = {lang: sum(_words(site, entity, lang) for entity in site.entities.values()) for lang in languages}
    return Board(languages, rows, _counts(rows, languages), words, _shares(words))


def _row(entity: Entity, languages: tuple[str, ...]) -> Row:
    said = {lang: _said_in(entity.facts, lang) for lang in languages}
    wanted = frozenset(path for path, langs in _texts(entity.facts) if ANY not in langs)
    texts = tuple(_text(entity, lang, wanted - said[lang], bool(said[lang] & wanted)) for lang in languages)
    title = entity.facts.label.in_order((entity.original, *languages))[1]
    return Row(entity.name, entity.ref.kind, title, entity.original, entity.source.path, texts)


def _texts(facts: Facts) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of words that a document has, with the languages of each."""
    for path, field, value in walk(facts):
        if field.sort in ("text", "prose") and not path.endswith(OPTIONAL):
            yield path, tuple(lang for lang, _ in value.entries)


def _said_in(facts: Facts, lang: str) -> frozenset[str]:
    return frozenset(path for path, langs in _texts(facts) if lang in langs)


def _text(entity: Entity, lang: str, lacking: frozenset[str], begun: bool) -> Text:
    version = next((each for each in entity.versions if each.lang == lang), None)
    if version is None:
        return _neutral(entity, lang, lacking, begun) if entity.original == ANY else Text(lang, "missing")
    if lang == entity.original:
        return Text(lang, "original", version.path)
    lost = tuple(sorted(lacking))
    if not version.outline.words and entity.source.outline.words:
        lost = (*lost, "#")
    changes = changed_since(entity, version)
    return Text(lang, _status(version, changes, bool(lost)), version.path, _labels(changes), lost)


def _neutral(entity: Entity, lang: str, lacking: frozenset[str], begun: bool) -> Text:
    """A file for all languages, in one of them. What it says once it says in each."""
    if not lacking:
        return Text(lang, "complete", entity.source.path)
    return Text(lang, "incomplete" if begun else "missing", entity.source.path, lacking=tuple(sorted(lacking)))


def _status(version: Version, changes: Changes | None, lost: bool) -> Status:
    if changes is not None:
        return "stale"
    if lost:
        return "incomplete"
    return "complete" if version.made_from else "unknown"


def _labels(changes: Changes | None) -> tuple[str, ...]:
    return tuple(part.label for part in changes.changed) if changes else ()


def _counts(rows: tuple[Row, ...], languages: tuple[str, ...]) -> Mapping[str, Mapping[str, Mapping[Status, int]]]:
    found: dict[str, dict[str, dict[Status, int]]] = {}
    for row in rows:
        by_lang = found.setdefault(row.kind, {lang: dict.fromkeys(STATUSES, 0) for lang in languages})
        for text in row.texts:
            by_lang[text.lang][text.status] += 1
    return dict(sorted(found.items()))


def _words(site: Site, entity: Entity, lang: str) -> int:
    """The words that a document says in a language, in its fields and in its text."""
    count = sum(version.outline.words for version in entity.versions if version.lang == lang)
    for path, field, value in walk(entity.facts):
        words = value.text if field.sort == "party" else value
        if field.sort in ("text", "prose", "party") and path != "slug" and words:
            said = dict(words.entries).get(lang, "")
            count += len((said.plain if isinstance(said, Body) else said).split())
    return count


def _shares(words: Mapping[str, int]) -> tuple[Share, ...]:
    total = sum(words.get(lang, 0) for lang in NORWEGIAN)
    if not total or not words.keys() >= set(NORWEGIAN):
        return ()
    shares = ((lang, words[lang], words[lang] / total) for lang in NORWEGIAN)
    return tuple(Share(lang, count, round(share, 4), share >= QUARTER) for lang, count, share in shares)
