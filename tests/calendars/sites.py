"""Small sites that are written, built and read as the real ones are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import icalendar

from sitegen.content.ledger import PATH as LEDGER
from sitegen.pipeline.build import Job, Report, build
from sitegen.pipeline.history import Tell, no_history
from sitegen.pipeline.indexing import Indexer
from tests.drawn import in_words

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
SITE = """\
title: {nb: Kalenderen, sv: Kalendern}
url: https://example.org/
timezone: Europe/Oslo
languages:
  nb: {fallback: [sv]}
  sv: {fallback: [nb]}
"""
Feeds = dict[str, bytes]


@dataclass
class Place:
    """A site's folder, its published tree and its cache, below `root`; `clock` dates its files, in nanoseconds."""

    root: Path
    now: datetime = NOW
    history: Tell = no_history
    clock: int = 0
    indexer: Indexer | None = None
    report: Report | None = None
    files: dict[str, str] = field(default_factory=lambda: {"site.yaml": SITE})

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def ledger(self) -> Path:
        return self.site / LEDGER

    def write(self, files: Mapping[str, str | None]) -> None:
        """Writes files below the site's folder; takes away those that are None. Pictures are words of `tests.drawn`."""
        for name, text in {**self.files, **files}.items():
            path = self.site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink(missing_ok=True)
                self.files.pop(name, None)
            else:
                path.write_bytes(in_words(name, text) or text.encode())
                self.files[name] = text

    def build(self, record: bool = False, cache: str = "cache") -> Feeds:
        """Builds the site; its feeds by their addresses."""
        job = Job(self.site, self.root / "output", self.root / cache, self.now, self.clock)
        self.report = build(replace(job, record=record, history=self.history, indexer=self.indexer))
        assert self.report.published is not None, self.report.diagnostics
        root = self.root / "output"
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.ics"))}


def event(title: str, start: str = "2027-03-04 10:00", more: str = "", body: str = "Ord.") -> str:
    """The text of an event; `more` are further lines of its front matter."""
    return f"---\ntitle: {title}\nstart: {start}\n{more}---\n{body}\n"


def entries(feed: bytes) -> dict[str, icalendar.Event]:
    """The entries of a feed by UID; of a moved date, with the day from which it was moved."""
    found = {}
    for each in icalendar.Calendar.from_ical(feed).walk("VEVENT"):
        moved = each.get("RECURRENCE-ID")
        found[f"{each['UID']}/{moved.dt:%Y-%m-%d}" if moved else str(each["UID"])] = each
    return found
