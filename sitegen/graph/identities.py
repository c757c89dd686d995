"""What calendars know entries by (UID, RFC 7986 §5.3): made of kind, id and the site's host, once and for all.

Never of a title, a date or a path; an event that was renamed keeps its identity by `uid`.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.kinds.event import Event
from sitegen.model.reference import Ref
from sitegen.model.shape import item_name

REGISTRATION = "registration"


def event_uid(ref: Ref, event: Event, base: str) -> str:
    """The identity of an event on the site at `base`."""
    return event.uid or f"{ref.kind}-{ref.id}@{urlsplit(base).hostname}"


def item_uid(uid: str, event: Event, index: int) -> str:
    """That of a part of the programme."""
    return f"{uid}-{item_name(event.programme[index], index)}"


def deadline_uid(uid: str, event: Event, index: int) -> str:
    """That of one of its further deadlines."""
    return f"{uid}-{event.deadlines[index].key or f'deadline-{index + 1}'}"


def registration_uid(uid: str) -> str:
    return f"{uid}-{REGISTRATION}"


def entry_uids(ref: Ref, event: Event, base: str) -> Iterator[tuple[str, str]]:
    """The identities of all entries that an event can have, each with the field that it comes from."""
    uid = event_uid(ref, event, base)
    yield uid, "uid"
    for index, item in enumerate(event.programme):
        if item.calendar:
            yield item_uid(uid, event, index), f"programme/{item_name(item, index)}/key"
    if event.registration and event.registration.deadline:
        yield registration_uid(uid), "registration/deadline"
    for index, deadline in enumerate(event.deadlines):
        yield deadline_uid(uid, event, index), f"deadlines/{item_name(deadline, index)}/key"
