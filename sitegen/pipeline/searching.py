"""The indexes for searching: one a language, made of the records of all documents, and kept between builds.

An index is made anew when a record of its language changes. Its files are published like all others: each is an
output that asks for its own bytes.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import msgspec

from sitegen.engine.build import build as build_outputs
from sitegen.engine.output import Output, Render
from sitegen.engine.question import Answers, Asked, Lens, UnknownSubject
from sitegen.engine.rendering import Workers
from sitegen.engine.shelf import Shelf
from sitegen.engine.store import Store
from sitegen.engine.trace import load as load_memory, save as save_memory
from sitegen.foundation.digest import Digest, digest_bytes, digest_value
from sitegen.foundation.folding import fold
from sitegen.graph.site import Site
from sitegen.outputs.records import plan as plan_records
from sitegen.pipeline.indexing import Indexed, Indexer
from sitegen.pipeline.parts import Parts
from sitegen.render.record import Record, decode
from sitegen.render.seeking import FOLDER
from sitegen.render.vocabulary import by_word, with_parts

KEY, FILES, OF_LANGUAGE = "indexes", "index_file", "records_of"
FACETS = "facets.json"
"""What a script picks hits out by: of each, under the name that a search finds it by."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS, ELSE = "words/{}.json", "0"
"""In which hits words stand: a file for each letter that words begin with, and one for whatever begins otherwise."""

Files = Mapping[str, bytes]
_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(dict[str, bytes])


class Searching:
    """The indexes of one build; none without an `indexer`. `answers` are right once `write` was called."""

    def __init__(self, site: Site, indexer: Indexer | None) -> None:
        self._indexer = indexer
        self._records = _paths(site) if indexer else {}
        self._files: Mapping[str, Files] = {}

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages that have an index."""
        return tuple(self._records)

    def answers(self) -> Mapping[str, Asked]:
        """How questions about the indexes are answered."""
        return {
            "searching": Asked(lambda: self.langs),
            FILES: Asked(self._file, lambda lang, name: digest_bytes(self._file(lang, name)), keep=False),
        }

    def recipes(self) -> Mapping[str, Render]:
        """How the files of indexes are written."""
        return {FILES: lambda output, lens: _bytes(lens(FILES, *output.args[1:]))}

    def outputs(self) -> list[Output]:
        """The files of all indexes."""
        return [
            Output(f"{FOLDER}{lang}/{name}", FILES, ("", lang, name))
            for lang, files in self._files.items()
            for name in files
        ]

    def write(self, parts: Parts, version: str, store: Store, workers: Workers) -> None:
        """The indexes as they are now: those whose records have changed are made anew."""
        if self._indexer is None:
            return
        outputs = {lang: Output(lang, KEY, (lang,)) for lang in self._records}
        answers = Answers({OF_LANGUAGE: self._asked(parts)})
        recipe = partial(_index, self._indexer)
        shelf = Shelf(store, KEY, lambda lang: {lang: recipe(outputs[lang], Lens(answers))}, outputs.values())
        memory = load_memory(store, KEY)
        made_by = f"{version} {self._indexer.version}"
        together = replace(workers, worthwhile=2)  # few, and each takes long
        built = build_outputs(outputs.values(), {KEY: recipe}, answers, memory, made_by, shelf, workers=together)
        if built.memory is not memory:
            save_memory(store, built.memory, KEY)
        self._files = {lang: _decoder.decode(shelf.bytes(lang)) for lang in outputs}

    def _asked(self, parts: Parts) -> Asked:
        def records(lang: str) -> tuple[bytes, ...]:
            return tuple(parts.shelf.bytes(path) for path in self._records[lang])

        def digest(lang: str) -> Digest:
            return digest_value([parts.shelf.digest(path) for path in self._records[lang]])

        return Asked(records, digest, keep=False)

    def _file(self, lang: str, name: str) -> bytes:
        try:
            return self._files[lang][name]
        except KeyError:
            raise UnknownSubject(lang, name) from None


def _paths(site: Site) -> dict[str, tuple[str, ...]]:
    """Where the records of each language are among the parts; a language without any is left out."""
    found: dict[str, list[str]] = {}
    for each in plan_records(site):
        found.setdefault(each.args[0], []).append(each.path)
    return {lang: tuple(sorted(found[lang])) for lang in sorted(found)}


def _index(indexer: Indexer, output: Output, lens: Lens) -> bytes:
    """All files of the index of a language, as one value."""
    (lang,) = output.args
    told = lens(OF_LANGUAGE, lang)
    records = [decode(_bytes(each)) for each in told] if isinstance(told, tuple) else []
    pages = with_parts({each.href: each.words for each in records})
    indexed = indexer.index(lang, pages)
    return _encoder.encode({**indexed.files, FACETS: _facets(records, indexed), **_words(pages, indexed)})


def _facets(records: list[Record], indexed: Indexed) -> bytes:
    """By what hits can be picked out, and what is shown of them, by the names that a search finds them by."""
    told = {indexed.found_as[each.href]: _told(each) for each in records if each.href in indexed.found_as}
    return _json(told)


def _words(pages: Mapping[str, str], indexed: Indexed) -> dict[str, bytes]:
    """In which hits each word stands, by their places in the file of facets; letters without any have a file, too."""
    places = {name: place for place, name in enumerate(sorted(indexed.found_as.values()))}
    told: dict[str, dict[str, list[int]]] = {letter: {} for letter in (*LETTERS, ELSE)}
    for word, links in by_word(pages).items():
        first = fold(word)[:1]
        where = sorted(places[indexed.found_as[href]] for href in links if href in indexed.found_as)
        told[first if first in told else ELSE][word] = where
    return {WORDS.format(letter): _json(words) for letter, words in told.items()}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _told(record: Record) -> dict[str, object]:
    """What is known of a hit before its words are loaded; what is empty is left out."""
    told: dict[str, object] = {
        "href": record.href,
        "title": record.title,
        "called": record.called,
        "lang": record.lang,
        "kind": record.kind,
        "topics": record.topics,
        "countries": record.countries,
        "day": record.day,
        "last": record.last,
        "status": record.status,
        "elsewhere": dict(record.elsewhere),
    }
    return {name: value for name, value in told.items() if value}


def _bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise TypeError(f"no bytes but {type(value).__name__}")
    return value
