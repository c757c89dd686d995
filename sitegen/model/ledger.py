"""The ledger of the calendars: at which revision each entry is, and which feeds there have been.

Knows what is recorded, and how two records of one thing become one. Does not know how it is written down.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sitegen.foundation.digest import Digest


@dataclass(frozen=True, slots=True, order=True)
class Revision:
    """An entry's revision (RFC 5545 §3.8.7): times in UTC and whole seconds, and what its bytes were then.

    `fingerprint` is the digest of the entry as all languages have it, but for the stamps themselves. Of two
    revisions the greater is the later one.
    """

    sequence: int
    modified: datetime
    created: datetime
    fingerprint: Digest


@dataclass(frozen=True, slots=True)
class Ledger:
    """Revisions by UID, and scopes of feeds by their addresses. `there` is false where no ledger is kept."""

    revisions: Mapping[str, Revision] = field(default_factory=dict)
    feeds: Mapping[str, str] = field(default_factory=dict)
    there: bool = False


NO_LEDGER = Ledger()
"""Where none is kept."""


def ledger(revisions: Iterable[tuple[str, Revision]], feeds: Iterable[tuple[str, str]]) -> Ledger:
    """A ledger of all that was recorded, sorted. Of two revisions of an entry the later one holds.

    So that both sides of a merge may stay, line by line.
    """
    latest: dict[str, Revision] = {}
    for uid, revision in revisions:
        latest[uid] = max(latest.get(uid, revision), revision)
    kept: dict[str, str] = {}
    for address, scope in feeds:
        kept[address] = max(kept.get(address, scope), scope)
    return Ledger(dict(sorted(latest.items())), dict(sorted(kept.items())), True)
