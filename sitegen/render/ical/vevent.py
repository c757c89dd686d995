"""One VEVENT (RFC 5545 §3.6.1, RFC 7986 §5), with its properties always in the same order.

Knows how an entry is written. Knows nothing of the feed around it but its language, so that the bytes
are made once for all feeds of a language; the stamps are put in last, so that a ledger can compare the rest.
"""

from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias

from icalendar import vCategory, vRecur

from sitegen.render.ical import times
from sitegen.render.ical.entry import Entry, Link, Said, Stamps
from sitegen.render.ical.lines import Place, Plain, Text, language, line, text, uid, uri

Value: TypeAlias = Text | Plain | vRecur | vCategory | Place
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
_START = b"\r\nDTSTART"


def vevent(entry: Entry, feed_lang: str) -> bytes:
    """The entry's VEVENT for feeds in that language.

    Raises ValueError for text that no calendar can carry, an address that is no URI, a time that does
    not exist: all are mistakes of an editor's where sources are read, and bugs here.
    """
    return stamped(unstamped(entry, feed_lang), entry.stamps)


def unstamped(entry: Entry, feed_lang: str) -> bytes:
    """The VEVENT but for its stamps: as long as these bytes stay, so do the stamps."""
    properties = chain(_identity(entry), _words(entry, feed_lang), _facts(entry, feed_lang))
    return b"".join((_BEGIN, *(line(name, value) for name, value in properties), _END))


def stamped(unstamped: bytes, stamps: Stamps) -> bytes:
    """The whole VEVENT. `DTSTAMP` is `LAST-MODIFIED` where there is no `METHOD` (RFC 5545 §3.8.7.2)."""
    created, modified = times.utc(stamps.created), times.utc(stamps.modified)
    lines = (
        f"DTSTAMP:{modified}",
        f"CREATED:{created}",
        f"LAST-MODIFIED:{modified}",
        f"SEQUENCE:{stamps.sequence}",
    )
    at = unstamped.index(_START) + 2
    return unstamped[:at] + "".join(f"{each}\r\n" for each in lines).encode() + unstamped[at:]


def _identity(entry: Entry) -> Iterator[tuple[str, Value]]:
    """Which event it is, and when."""
    yield "UID", uid(entry.uid)
    if entry.recurrence_id:
        yield "RECURRENCE-ID", times.value(entry.recurrence_id)
    start, end = times.span(entry.start, entry.end, recurs=entry.rule is not None)
    yield "DTSTART", start
    yield "DTEND", end
    if entry.rule:
        yield "RRULE", times.rule(entry.rule, entry.start)
    for moment in sorted(set(entry.exceptions)):
        yield "EXDATE", times.value(moment)


def _words(entry: Entry, lang: str) -> Iterator[tuple[str, Value]]:
    """What people read, with `LANGUAGE` on what is not in the feed's language."""
    summary = tuple(_said("SUMMARY", entry.summary, lang))
    if not summary:
        raise ValueError(f"{entry.uid}: an entry without a summary")
    yield from summary
    yield from _said("DESCRIPTION", entry.description, lang)
    yield from _said("X-ALT-DESC", entry.html_description, lang, FMTTYPE="text/html")
    yield from _said("LOCATION", entry.location, lang)
    yield from _categories(entry.categories, lang)
    for contact in entry.contacts:
        yield from _said("CONTACT", contact, lang)


def _facts(entry: Entry, lang: str) -> Iterator[tuple[str, Value]]:
    """What programs read. A cancelled event takes nobody's time."""
    if entry.geo:
        yield "GEO", Place(entry.geo)
    if entry.url:
        yield "URL", uri(entry.url)
    yield "STATUS", Text(entry.status.upper())
    yield "TRANSP", Text("TRANSPARENT" if entry.transparent or entry.status == "cancelled" else "OPAQUE")
    yield "CLASS", Text("PUBLIC")
    for conference in entry.conferences:
        yield "CONFERENCE", _conference(conference, lang)
    for url in entry.attachments:
        yield "ATTACH", uri(url)
    if entry.image:
        yield "IMAGE", uri(entry.image, VALUE="URI")
    if entry.related_to:
        yield "RELATED-TO", uid(entry.related_to, RELTYPE="PARENT")


def _said(name: str, said: Said | None, lang: str, **parameters: str) -> Iterator[tuple[str, Value]]:
    """The property, unless there is nothing to say."""
    words = text(said.text, **parameters, **language(said.lang, lang)) if said else None
    if words:
        yield name, words


def _categories(categories: tuple[Said, ...], lang: str) -> Iterator[tuple[str, Value]]:
    """One CATEGORIES for each language (RFC 5545 §3.8.1.2), each word once."""
    spoken: dict[str, dict[Text, None]] = {}
    for said in categories:
        if word := text(said.text):
            spoken.setdefault(language(said.lang, lang).get("LANGUAGE", ""), {})[word] = None
    for other, words in sorted(spoken.items()):
        value = vCategory([], params={"LANGUAGE": other} if other else None)
        value.cats = list(words)
        yield "CATEGORIES", value


def _conference(link: Link, lang: str) -> Plain:
    """`VALUE=URI` always: CONFERENCE has no type of its own (RFC 7986 §5.11)."""
    label = " ".join(text(link.label.text).split()) if link.label else ""
    if not link.label or not label:
        return uri(link.url, VALUE="URI")
    return uri(link.url, VALUE="URI", LABEL=label, **language(link.label.lang, lang))
