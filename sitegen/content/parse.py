"""A source file to a document: name, front matter, text. Pure: the same file gives the same document anywhere."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.content.decode import decode
from sitegen.content.frontmatter import Parts, decode as decode_bytes, split
from sitegen.content.markdown import Place, parse_markdown
from sitegen.content.naming import Name, name_of
from sitegen.content.nodes import Mapping, Scalar
from sitegen.content.reading import Heard, Reading, nobody, wrong_language
from sitegen.content.wording import parts_of
from sitegen.content.yaml_nodes import Refused, read_yaml
from sitegen.foundation.diagnostics import Diagnostic, Outcome, Span, by_place, has_errors
from sitegen.foundation.digest import digest_value
from sitegen.kinds import BY_NAME
from sitegen.model.body import Body
from sitegen.model.document import Document, Source
from sitegen.model.fields import Fingerprint, LangTag, RuleName, UrlPath
from sitegen.model.problems import report
from sitegen.model.prose import Silence


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a file says of itself rather than of its subject."""

    translates: LangTag | None = None
    source: Fingerprint | None = None
    aliases: tuple[UrlPath, ...] = ()
    silence: tuple[RuleName, ...] = ()


PER_LANGUAGE = frozenset({"event", "news", "project", "page"})
"""Kinds whose texts have a file for each language."""

HEAD_FIELDS = frozenset({"translates", "source", "aliases", "silence"})


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A document and, apart from it, its text."""

    document: Document
    body: Body


def parse(source: Source, languages: tuple[str, ...], heard: Heard = nobody) -> Outcome[ParsedFile]:
    """What `source` says, for a site of these languages; without a value if a mistake hides what it says.

    `heard` is told all its words as readers see them.
    """
    name = name_of(source.path)
    if isinstance(name, Diagnostic):
        return Outcome(None, (name,))
    misnamed = wrong_language(name.lang, Span(source.path), languages) if name.lang else None
    wrong = (misnamed,) if misnamed else ()
    text = decode_bytes(source.data, source.path)
    if text.value is None:
        return Outcome(None, by_place((*wrong, *text.diagnostics)))
    if name.lang and not text.value.strip():
        return Outcome(None if wrong else _nothing(source.path, name), wrong)
    parts = split(text.value, source.path)
    if parts.value is None:
        return Outcome(None, by_place((*wrong, *parts.diagnostics)))
    parsed = _document(source.path, name, parts.value, languages, heard)
    return Outcome(None if wrong else parsed.value, by_place((*wrong, *parts.diagnostics, *parsed.diagnostics)))


def _nothing(path: str, name: Name) -> ParsedFile:
    """An empty file: a text that is not written yet."""
    nothing = parse_markdown("", Place(path, 1, name.ref.kind, name.lang))
    document = Document(
        ref=name.ref,
        path=path,
        lang=name.lang,
        translates="",
        made_from="",
        aliases=(),
        facts=None,
        leaves=(),
        prose=(),
        references=(),
        files=(),
        outline=nothing.outline,
        head_digest=digest_value(()),
        opening=Span(path),
    )
    return ParsedFile(document, nothing.body)


def _no_language(path: str, name: Name, parts: Parts, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    """That a text is in a file whose name says no language, where each language has a file of its own."""
    if not name.lang and parts.body.strip() and name.ref.kind in PER_LANGUAGE:
        stem = path.rpartition("/")[2].removesuffix(".md")
        line = parts.body_line + len(parts.body) - len(parts.body.lstrip("\n"))
        yield report("no-language", Span(path, line), stem=stem, lang=languages[0])


def _document(path: str, name: Name, parts: Parts, languages: tuple[str, ...], heard: Heard) -> Outcome[ParsedFile]:
    try:
        node, repeated = read_yaml(parts.front, path, parts.front_line)
    except Refused as refused:
        return Outcome(None, (refused.diagnostic,))
    reading = Reading(path, name.ref.kind, name.lang, languages, diagnostics=list(repeated), heard=heard)
    head = decode(_only(node, HEAD_FIELDS, True), Head, reading) or Head()
    translates = _translates(node)
    told = head.translates or ""
    if translates and told and (wrong := wrong_language(told, translates.span, languages)):
        reading.diagnostics.append(wrong)
        told = ""
    reading.partial = translates is not None
    made_at = next((leaf.span for leaf in reading.leaves if leaf.path == "source"), None)
    aliases = tuple((leaf.value, leaf.span) for leaf in reading.leaves if leaf.path.startswith("aliases/"))
    silent = (leaf for leaf in reading.leaves if leaf.path.startswith("silence/"))
    reading.silences += [Silence(leaf.value, 1, sys.maxsize, leaf.span) for leaf in silent]
    reading.leaves.clear()
    fields = _only(node, HEAD_FIELDS, False)
    facts = decode(fields, BY_NAME[name.ref.kind].facts, reading, others=HEAD_FIELDS)
    text = reading.parsed(parts.body, Place(path, parts.body_line, name.ref.kind, name.lang))
    reading.diagnostics += _no_language(path, name, parts, languages)
    leaves = tuple(sorted(reading.leaves, key=lambda leaf: leaf.path))
    document = Document(
        ref=name.ref,
        path=path,
        lang=name.lang,
        translates=told,
        made_from=head.source or "",
        aliases=aliases,
        facts=facts,
        leaves=leaves,
        prose=tuple(sorted(reading.prose, key=lambda entry: entry[0])),
        references=tuple(reading.references),
        files=tuple(reading.files),
        outline=text.outline,
        head_digest=digest_value(tuple((leaf.path, leaf.sort, leaf.value) for leaf in leaves)),
        opening=translates.span if translates else Span(path, 1, 1, 3),
        claims=reading.claims,
        silences=tuple(reading.silences),
        sound=not has_errors(reading.diagnostics),
        parts=parts_of(reading, parts, text.outline.headings) if name.lang and not translates else (),
        made_at=made_at,
    )
    return Outcome(ParsedFile(document, text.body), tuple(reading.diagnostics))


def _translates(node: Mapping) -> Scalar | None:
    """What the field `translates` says, right or wrong; None for an original."""
    said = node.get("translates")
    return said if isinstance(said, Scalar) and not said.empty else None


def _only(node: Mapping, names: frozenset[str], wanted: bool) -> Mapping:
    entries = tuple(entry for entry in node.entries if (entry[0].value in names) is wanted)
    return Mapping(entries, node.span)
