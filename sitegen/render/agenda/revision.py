"""At which revision an entry is: as the ledger has it, or as the ledger would have it after what changed.

Whatever the cause, other bytes have a higher sequence and a later time, and the same bytes have the same. Where
the change is not recorded yet, its time is what can be known of it: the day that the document names, else the
newest commit that touched it, else a second after the last.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

from sitegen.foundation.digest import Digest
from sitegen.graph.answers import Recorded
from sitegen.model.ledger import Revision
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.render.ical.entry import Stamps
from sitegen.render.view import View

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""When a document was changed of which nothing says it."""

TICK = timedelta(seconds=1)


def revision(uid: str, fingerprint: Digest, ref: Ref, facts: Facts, view: View) -> Revision:
    """The revision of an entry whose bytes now have this fingerprint."""
    recorded = cast(Recorded, view.lens("recorded", uid, fingerprint))
    last = recorded.revision
    if last is None:
        return _first(fingerprint, recorded.kept, ref, facts, view)
    if recorded.current:
        return last
    later = next((each for each in _told(ref, facts, view) if each > last.modified), last.modified + TICK)
    return Revision(last.sequence + 1, later, last.created, fingerprint)


def _first(fingerprint: Digest, kept: bool, ref: Ref, facts: Facts, view: View) -> Revision:
    """The revision of an entry that the ledger does not have.

    Where none is kept, the history is not asked: the same files then give the same bytes in every folder.
    """
    known = facts.published or facts.updated
    told = _told(ref, facts, view) if kept else iter(())
    created = midnight(known) if known else next(told, UNDATED)
    modified = max(created, midnight(facts.updated)) if facts.updated else created
    return Revision(0, modified, created, fingerprint)


def _told(ref: Ref, facts: Facts, view: View) -> Iterator[datetime]:
    """When the document was changed: as its editors say, and as its history does, which is only asked if need be."""
    if facts.updated:
        yield midnight(facts.updated)
    touched = view.lens("touched", str(ref))
    if isinstance(touched, datetime):
        yield touched


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def stamps(revision: Revision) -> Stamps:
    """The revision as an entry carries it."""
    return Stamps(revision.created, revision.modified, revision.sequence)
