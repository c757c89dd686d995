"""Entries that are hard to write and to read, and a feed to put them in."""

from datetime import UTC, date, datetime, timedelta

from sitegen.foundation.zones import zone
from sitegen.render.ical.calendar import calendar
from sitegen.render.ical.entry import Color, Entry, Feed, Link, Said, Stamps
from sitegen.render.ical.vevent import vevent

OSLO, BRUSSELS, LONDON = zone("Europe/Oslo"), zone("Europe/Brussels"), zone("Europe/London")
NUUK, REYKJAVIK, NEW_YORK = zone("America/Nuuk"), zone("Atlantic/Reykjavik"), zone("America/New_York")

STAMPS = Stamps(datetime(2024, 1, 2, 8, tzinfo=UTC), datetime(2024, 2, 3, 9, 10, 11, tzinfo=UTC), 3)

FEED = Feed(
    name="Kalender: innkjøp, anlegg; og mer",
    description="Alt som skjer i offentlige anskaffelser, fra Å til ö\nog i hele Norden",
    url="https://example.org/nb/kalender/",
    source="https://example.org/nb/kalender.ics",
    color=Color("steelblue", "#4682b4"),
    zone="Europe/Oslo",
    prodid="-//example.org//sitegen//NB",
    modified=datetime(2024, 2, 3, 9, 10, 11, tzinfo=UTC),
)

HOSTILE = {
    "injected": "Møte\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil@example.org\r\nSUMMARY:Ond",
    "folded": "Møte\r\n \r\n\tATTENDEE:mailto:evil@example.org",
    "backslashes": "C:\\News\\new\\nu \\\\server\\N \\, \\; \\",
    "separators": ";;,,::\"\"''=,;VALUE=URI:\"^n^^^'",
    "emoji": "👩🏽‍🚀🇳🇴 " * 20,
    "combining": "A\u030angstro\u0308m e\u0301 " * 12,
    "umlauts": "ÅÄÖåäöÆØæø" * 30,
    "no spaces": "x" * 400,
    "spaces": "a" + " " * 150 + "b",
    "right to left": "اجتماع \u200f(Oslo)\u200e, שלום",
    "begin": "BEGIN:VCALENDAR",
    "percent": "100 % %0D%0AUID:evil %2C %3A",
    "tabs": "a\tb\t\tc",
    "html": '<a href="https://example.org/?a=1&amp;b=2">x</a>',
    "blank lines": "first\n\n\nlast",
}


def entry(uid: str, start: date, end: date, summary: str = "Møte", **others: object) -> Entry:
    return Entry(uid=f"{uid}@example.org", start=start, end=end, summary=Said(summary), stamps=STAMPS, **others)


def timed(uid: str, start: datetime, hours: float = 2, **others: object) -> Entry:
    """An entry that takes that many hours of real time."""
    end = (start.astimezone(UTC) + timedelta(hours=hours)).astimezone(start.tzinfo)
    return entry(uid, start, end, **others)


def _times() -> list[Entry]:
    return [
        timed("plain", datetime(2024, 6, 1, 9, tzinfo=OSLO)),
        timed("brussels", datetime(2024, 6, 1, 9, tzinfo=BRUSSELS)),
        timed("reykjavik", datetime(2024, 6, 1, 9, tzinfo=REYKJAVIK)),
        timed("new-york", datetime(2024, 3, 12, 9, tzinfo=NEW_YORK)),
        timed("nuuk-before", datetime(2022, 7, 1, 9, tzinfo=NUUK)),
        timed("nuuk-between", datetime(2023, 12, 1, 9, tzinfo=NUUK)),
        timed("nuuk-now", datetime(2024, 7, 1, 9, tzinfo=NUUK)),
        timed("utc", datetime(2024, 7, 1, 9, tzinfo=UTC)),
        timed("over-spring", datetime(2024, 3, 31, 1, tzinfo=OSLO)),
        timed("over-autumn", datetime(2024, 10, 27, 1, tzinfo=OSLO), hours=4),
        timed("first-two", datetime(2024, 10, 27, 2, 30, tzinfo=OSLO), hours=0.25),
        timed("second-two", datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=OSLO), hours=0.25),
        timed("ends-in-second-two", datetime(2024, 10, 27, 0, 30, tzinfo=OSLO), hours=3),
        timed("spring-evening", datetime(2024, 3, 31, 18, tzinfo=OSLO)),
        timed("autumn-evening", datetime(2024, 10, 27, 18, tzinfo=OSLO)),
        timed("september-1995", datetime(1995, 10, 10, 9, tzinfo=OSLO)),
        timed("summer-1985", datetime(1985, 7, 1, 9, tzinfo=OSLO)),
        timed("winter-1972", datetime(1972, 1, 10, 9, tzinfo=LONDON)),
        timed("october-1993", datetime(1993, 10, 23, 9, tzinfo=LONDON)),
        timed("over-new-year", datetime(2024, 12, 31, 22, tzinfo=OSLO), hours=5),
        timed("days", datetime(2024, 3, 30, 9, tzinfo=OSLO), hours=55),
        timed("far", datetime(2036, 7, 1, 9, tzinfo=OSLO)),
        entry("one-day", date(2024, 3, 19), date(2024, 3, 20)),
        entry("two-days", date(2024, 3, 19), date(2024, 3, 21)),
        entry("over-month", date(2024, 2, 28), date(2024, 3, 2)),
        entry("leap-day", date(2024, 2, 29), date(2024, 3, 1)),
        entry("clock-change-day", date(2024, 3, 31), date(2024, 4, 1)),
        entry("constitution", date(1814, 5, 17), date(1814, 5, 18)),
    ]


def _words() -> list[Entry]:
    start = datetime(2024, 5, 2, 10, tzinfo=OSLO)
    hostile = [
        timed(
            f"hostile-{name.replace(' ', '-')}",
            start,
            summary=text,
            description=Said(f"{text}\n{text}", "sv"),
            html_description=Said(f"<p>{text}</p>"),
            location=Said(text),
            categories=(Said(text), Said("Innkjøp")),
            contacts=(Said(text), Said(text, "en")),
            conferences=(Link("https://meet.example.org/a", Said(text)),),
        )
        for name, text in HOSTILE.items()
    ]
    boundary = [timed(f"boundary-{n}", start, summary="a" * n + "å👍\\,é") for n in range(55, 75)]
    return [*hostile, *boundary]


def _facts() -> list[Entry]:
    start = datetime(2024, 9, 2, 10, tzinfo=OSLO)
    return [
        timed("cancelled", start, status="cancelled", summary="Avlyst: Møte"),
        timed("tentative", start, status="tentative"),
        timed("deadline", start, hours=0.25, transparent=True, related_to="plain@example.org"),
        timed(
            "full",
            start,
            url="https://example.org/nb/a?b=c;d,e",
            geo=(59.9139, -0.0000001),
            categories=(Said("Bygg, anlegg"), Said("Procurement", "en"), Said("Drift", "nb")),
            conferences=(Link("https://meet.example.org/a"), Link("tel:+4712345678", Said("Phone", "en"))),
            attachments=("https://example.org/a.pdf", "https://example.org/b.pdf"),
            image="https://example.org/a.png",
        ),
    ]


ENTRIES = (*_times(), *_words(), *_facts())
RECURRING = (
    timed(
        "weekly",
        datetime(2024, 3, 18, 9, tzinfo=OSLO),
        rule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20241111T080000Z",
        exceptions=(datetime(2024, 4, 1, 9, tzinfo=OSLO), datetime(2024, 10, 28, 9, tzinfo=OSLO)),
    ),
    entry("yearly", date(2024, 5, 17), date(2024, 5, 18), rule="FREQ=YEARLY;COUNT=5"),
    timed("nightly", datetime(2024, 10, 20, 2, 30, tzinfo=OSLO), rule="FREQ=WEEKLY;COUNT=3"),
    timed(
        "nightly",
        datetime(2024, 10, 27, 4, tzinfo=OSLO),
        recurrence_id=datetime(2024, 10, 27, 2, 30, tzinfo=OSLO),
    ),
)


def written(*entries: Entry, lang: str = "nb") -> bytes:
    return calendar(FEED, [vevent(each, lang) for each in entries])


def _named(*names: str) -> list[Entry]:
    return [each for each in (*ENTRIES, *RECURRING) if each.uid.removesuffix("@example.org") in names]


SOUND = written(*_named("full", "weekly", "two-days", "deadline", "first-two", "cancelled"))
