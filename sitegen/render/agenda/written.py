"""The entries of an event as bytes in all languages, with their revisions: made once, kept, and put into feeds.

One identity has one revision in all languages, so that its fingerprint is over all of them.
"""

from typing import Literal

import msgspec

from sitegen.foundation.digest import digest_value
from sitegen.model.ledger import Revision
from sitegen.model.reference import Ref
from sitegen.render.agenda.entries import entries
from sitegen.render.agenda.revision import revision, stamps
from sitegen.render.ical.entry import Entry
from sitegen.render.ical.vevent import stamped, unstamped
from sitegen.render.view import View

Sort = Literal["event", "part", "deadline"]


class Written(msgspec.Struct, frozen=True, array_like=True):
    """All that has one UID: per language the VEVENT, after it those of its moved dates."""

    uid: str
    sort: Sort
    revision: Revision
    vevents: dict[str, tuple[bytes, ...]]


Group = tuple[Written, ...]
"""All entries of an event."""

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decoder = msgspec.msgpack.Decoder(Group)


def write(ref: Ref, view: View) -> bytes:
    """The entries of an event as they are kept."""
    bare: dict[str, dict[str, tuple[bytes, ...]]] = {}
    sorts: dict[str, Sort] = {}
    for lang in view.frame.languages:
        for entry in entries(ref, view.reading(lang)):
            by_lang = bare.setdefault(entry.uid, {})
            by_lang[lang] = (*by_lang.get(lang, ()), unstamped(entry, lang))
            sorts.setdefault(entry.uid, _sort(entry))
    facts = view.facts(ref)
    found = []
    for uid, by_lang in bare.items():
        at = revision(uid, digest_value(by_lang), ref, facts, view)
        found.append(Written(uid, sorts[uid], at, _stamped(by_lang, at)))
    return _encode(found)


def read(data: bytes) -> Group:
    """What `write` made."""
    return _decoder.decode(data)


def _stamped(bare: dict[str, tuple[bytes, ...]], at: Revision) -> dict[str, tuple[bytes, ...]]:
    given = stamps(at)
    return {lang: tuple(stamped(each, given) for each in vevents) for lang, vevents in bare.items()}


def _sort(entry: Entry) -> Sort:
    if entry.related_to is None:
        return "event"
    return "deadline" if entry.transparent else "part"
