"""A portal whose calendars are hard to write and to read, as Markdown files, and what they should say."""

import json
from datetime import UTC, date, datetime

from tests.calendars.sites import event

SITE = """\
title: {nb: "Kalender: innkjøp, anlegg; \\\\ og mer", sv: Kalendern, da: Kalenderen}
url: https://example.org/sub/
timezone: Europe/Oslo
languages:
  nb: {fallback: [sv, da]}
  sv: {fallback: [da, nb]}
  da: {fallback: [nb, sv]}
"""

HOSTILE = {
    "injected": "Møte\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT\\r\\nUID:evil@example.org",
    "backslashes": "C:\\News\\new\\nu \\\\server\\N \\, \\; \\",
    "separators": ";;,,::\"\"''=,;VALUE=URI:\"^n^^^'",
    "emoji": "👩🏽‍🚀🇳🇴 " * 20,
    "umlauts": "ÅÄÖåäöÆØæø" * 25,
    "one-word": "x" * 290,
    "right-to-left": "اجتماع (Oslo), שלום",
    "begin": "BEGIN:VCALENDAR",
    "percent": "100 % %0D%0AUID:evil %2C %3A",
    "html": '<a href="https://example.org/?a=1&amp;b=2">x</a><script>alert(1)</script>',
    "markdown": "*Stjerner* og [lenke](https://example.org/) `kode`",
}
"""Titles and summaries; on one line each, as a title is. The front matter escapes what it must."""

LINES = (
    "Første linje, med komma;\n\nAndre linje: \\n er ikke linjeskift.\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil@example.org"
)


def _hostile(name: str, text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    more = f"summary: {written}\nvenue: {{name: {written}, city: {written}}}\naudience: {written}\n"
    more += f"registration: {{deadline: 2024-05-01 12:00, price: {written}}}\n"
    more += f"deadlines:\n- {{key: papir, title: {written}, at: 2024-04-01}}\n"
    return event(written, "2024-05-02 10:00", f"end: 2024-05-02 12:00\n{more}")


def _boundary(length: int) -> str:
    return event("a" * length + "å👍é", "2024-06-01 10:00")


WHEN = {
    "brussels": ("2024-06-01 09:00", "2024-06-01 11:00", "timezone: Europe/Brussels\n"),
    "oslo": ("2024-06-01 09:00", "2024-06-01 11:00", ""),
    "reykjavik": ("2024-06-01 09:00", "2024-06-01 11:00", "timezone: Atlantic/Reykjavik\n"),
    "nuuk": ("2023-12-01 09:00", "2023-12-01 11:00", "timezone: America/Nuuk\n"),
    "over-month": ("2024-02-28", "2024-03-01", ""),
    "leap-day": ("2024-02-29", "2024-02-29", ""),
    "spring-day": ("2024-03-31", "2024-03-31", ""),
    "over-spring": ("2024-03-31 01:00", "2024-03-31 03:30", ""),
    "spring-evening": ("2024-03-31 18:00", "2024-03-31 20:00", ""),
    "over-autumn": ("2024-10-27 01:00", "2024-10-27 04:00", ""),
    "first-two": ("2024-10-27 02:30+02:00", "2024-10-27 02:45+02:00", ""),
    "second-two": ("2024-10-27 02:30+01:00", "2024-10-27 02:45+01:00", ""),
    "october-1995": ("1995-10-10 09:00", "1995-10-10 10:00", ""),
    "july-1985": ("1985-07-01 09:00", "1985-07-01 10:00", ""),
    "january-1972": ("1972-01-10 09:00", "1972-01-10 10:00", "timezone: Europe/London\n"),
    "over-new-year": ("2024-12-31 22:00", "2025-01-01 03:00", ""),
    "long-ago": ("1905-06-07", "1905-06-07", ""),
}

MEANT: dict[str, tuple[date, date]] = {
    "brussels": (datetime(2024, 6, 1, 7, tzinfo=UTC), datetime(2024, 6, 1, 9, tzinfo=UTC)),
    "oslo": (datetime(2024, 6, 1, 7, tzinfo=UTC), datetime(2024, 6, 1, 9, tzinfo=UTC)),
    "reykjavik": (datetime(2024, 6, 1, 9, tzinfo=UTC), datetime(2024, 6, 1, 11, tzinfo=UTC)),
    "nuuk": (datetime(2023, 12, 1, 11, tzinfo=UTC), datetime(2023, 12, 1, 13, tzinfo=UTC)),
    "over-month": (date(2024, 2, 28), date(2024, 3, 2)),
    "leap-day": (date(2024, 2, 29), date(2024, 3, 1)),
    "spring-day": (date(2024, 3, 31), date(2024, 4, 1)),
    "over-spring": (datetime(2024, 3, 31, 0, tzinfo=UTC), datetime(2024, 3, 31, 1, 30, tzinfo=UTC)),
    "spring-evening": (datetime(2024, 3, 31, 16, tzinfo=UTC), datetime(2024, 3, 31, 18, tzinfo=UTC)),
    "over-autumn": (datetime(2024, 10, 26, 23, tzinfo=UTC), datetime(2024, 10, 27, 3, tzinfo=UTC)),
    "first-two": (datetime(2024, 10, 27, 0, 30, tzinfo=UTC), datetime(2024, 10, 27, 0, 45, tzinfo=UTC)),
    "second-two": (datetime(2024, 10, 27, 1, 30, tzinfo=UTC), datetime(2024, 10, 27, 1, 45, tzinfo=UTC)),
    "october-1995": (datetime(1995, 10, 10, 8, tzinfo=UTC), datetime(1995, 10, 10, 9, tzinfo=UTC)),
    "july-1985": (datetime(1985, 7, 1, 7, tzinfo=UTC), datetime(1985, 7, 1, 8, tzinfo=UTC)),
    "january-1972": (datetime(1972, 1, 10, 9, tzinfo=UTC), datetime(1972, 1, 10, 10, tzinfo=UTC)),
    "over-new-year": (datetime(2024, 12, 31, 21, tzinfo=UTC), datetime(2025, 1, 1, 2, tzinfo=UTC)),
    "long-ago": (date(1905, 6, 7), date(1905, 6, 8)),
}
"""What `WHEN` means, in UTC; the end of days is exclusive."""

SERIES = """\
repeats:
  rule: FREQ=WEEKLY;BYDAY=MO
  until: 2024-11-11
  except: [2024-04-01, 2024-10-21]
  moved:
  - {from: 2024-03-25, start: 2024-03-26 09:00}
  - {from: 2024-10-28 09:00, start: 2024-10-31 13:00, end: 2024-10-31 14:00}
"""
DAYS = """\
repeats:
  rule: FREQ=YEARLY;COUNT=5
  except: [2025-05-17]
  moved: [{from: 2026-05-17, start: 2026-05-18, end: 2026-05-19}]
"""
FULL = """\
end: 2024-09-02 12:00
published: 2024-01-02
updated: 2024-02-03
status_note: Ny sal, samme tid.
previous_start: 2024-09-01 10:00
venue: {name: Huset, room: Sal 1; nede, street: "Storgata 1, oppgang B", postcode: 0150, city: Oslo, country: NO,
  latitude: 59.9139, longitude: -0.0000001}
online: {url: "https://meet.example.org/a;b,c?d=e", title: "Direkte: sal 1"}
registration: {deadline: 2024-08-30, url: "https://example.com/p?a=b,c;d", email: post@example.com}
topics: [bygg, ukjent-land]
organisers: [etaten]
contacts: [anna]
links:
- {title: Program, url: "https://example.com/program.pdf", kind: document}
image: {src: bilde.png, alt: Et bilde}
programme:
- {key: apning, title: Åpning, start: "10:00", calendar: true}
- {key: verksted, title: Verksted, start: "11:00", end: "12:00", calendar: true}
"""

FILES: dict[str, str | None] = {
    "site.yaml": SITE,
    "content/topics/bygg.md": "---\nname: {nb: 'Bygg, anlegg', sv: Bygg}\n---\n",
    "content/topics/ukjent-land.md": "---\nname: Ukjent; land\n---\n",
    "content/people/anna.md": "---\nname: Åse Ødegård\nemail: aase@example.com\norganisation: etaten\n---\n",
    "content/organisations/etaten.md": "---\nname: Etaten\n---\n",
    "content/events/full/index.nb.md": event("Alt på en gang", "2024-09-02 10:00", FULL),
    "content/events/full/bilde.png": "(a picture)",
    "content/events/serie.nb.md": event("Serie", "2024-03-18 09:00", f"end: 2024-03-18 11:00\n{SERIES}"),
    "content/events/dager.sv.md": event("Dagar", "2024-05-17", DAYS),
    "content/events/avlyst.da.md": event("Aflyst møde", "2027-01-01 10:00", "status: cancelled\n"),
    "content/events/utsatt.sv.md": event("Senare", "2024-07-01", "status: postponed\n"),
    "content/events/crlf.nb.md": event(
        "CRLF", "2024-07-02", f"summary: {json.dumps(LINES.split(chr(10))[0])}\n"
    ).replace("\n", "\r\n"),
    **{f"content/events/hostile-{name}.nb.md": _hostile(name, text) for name, text in HOSTILE.items()},
    **{f"content/events/boundary-{length}.sv.md": _boundary(length) for length in range(55, 75)},
    **{
        f"content/events/when-{name}.da.md": event(name, start, f"end: {end}\n{more}")
        for name, (start, end, more) in WHEN.items()
    },
}
