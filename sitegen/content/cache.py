"""Parsed documents as bytes and back, so that an unchanged file need not be parsed again.

The text is kept apart from all else, under its own digest: most builds need few of them. Typed data
(MessagePack by msgspec), never pickles: a cache may come from elsewhere. What does not decode is not there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from sitegen.content.parse import ParsedFile
from sitegen.foundation.diagnostics import Diagnostic, Outcome
from sitegen.foundation.digest import digest_value
from sitegen.kinds import BY_NAME
from sitegen.model.body import Body
from sitegen.model.document import Document, Source


class _Entry(msgspec.Struct, frozen=True, array_like=True):
    """A document without its facts, which are read by the type of their kind."""

    key: str
    kind: str
    facts: msgspec.Raw
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A parsed file as it is kept: the document's entry, and its text under its digest, if it has one."""

    entry: bytes
    body_digest: str = ""
    body: bytes = b""


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_entries = msgspec.msgpack.Decoder(_Entry)
_bodies = msgspec.msgpack.Decoder(Body)


@cache
def _facts(kind: str) -> msgspec.msgpack.Decoder[object]:
    return msgspec.msgpack.Decoder(BY_NAME[kind].facts | None)


def cache_key(source: Source, languages: Iterable[str], version: str) -> str:
    """What a parsed document depends on, apart from its path."""
    return digest_value((source.digest, tuple(languages), version))


def encode(parsed: Outcome[ParsedFile], key: str) -> Encoded:
    """What the cache keeps of a file."""
    if parsed.value is None:
        return Encoded(_encode(_Entry(key, "", msgspec.Raw(_encode(None)), None, parsed.diagnostics)))
    document, body = parsed.value.document, parsed.value.body
    facts = msgspec.Raw(_encode(document.facts))
    entry = _Entry(key, document.ref.kind, facts, replace(document, facts=None), parsed.diagnostics)
    return Encoded(_encode(entry), document.outline.digest, _encode(body))


def decode(data: bytes | None, key: str) -> Outcome[Document] | None:
    """The document that was kept under this key; None if there is none, or another one."""
    if data is None:
        return None
    try:
        entry = _entries.decode(data)
        if entry.key != key:
            return None
        if entry.document is None:
            return Outcome(None, entry.diagnostics)
        facts = _facts(entry.kind).decode(entry.facts)
    except (msgspec.MsgspecError, ValueError, KeyError, RecursionError):
        return None
    return Outcome(replace(entry.document, facts=facts), entry.diagnostics)  # type: ignore[arg-type]


def decode_body(data: bytes | None) -> Body | None:
    """The text that was kept, or None."""
    if data is None:
        return None
    try:
        return _bodies.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
