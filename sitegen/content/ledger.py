"""The ledger of the calendars as a text file: one line a thing, sorted, so that git merges it line by line.

    entry <uid> <sequence> <modified> <created> <fingerprint>
    feed <address> <scope>

Knows the form of a line. Lines may be there twice, and in any order: that is what a merge leaves.
"""

import re
from datetime import UTC, datetime

from sitegen.foundation.diagnostics import Diagnostic, Outcome, Span
from sitegen.foundation.digest import Digest
from sitegen.model.ledger import Ledger, Revision, ledger
from sitegen.model.problems import report

PATH = "calendar.ledger"
HEAD = """\
# The revisions of the calendar entries, and the feeds that there have been.
# Written by sitegen build --record.
"""
FORM = "%Y-%m-%dT%H:%M:%SZ"
_TIME = r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"
_ENTRY = re.compile(rf"entry ([!-~]{{1,255}}) (\d{{1,9}}) {_TIME} {_TIME} ([0-9a-f]{{32}})")
_FEED = re.compile(r"feed ([A-Za-z0-9-]{1,200}(?:/[A-Za-z0-9_-]{1,200})*\.ics) ([a-z]+(?::[A-Za-z0-9-]+)?)")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def parse_ledger(data: bytes) -> Outcome[Ledger]:
    """The ledger that these bytes say, and each line of them that says nothing."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Outcome(None, (report("not-utf-8", Span(PATH), byte=f"0x{data[error.start]:02X}"),))
    revisions: list[tuple[str, Revision]] = []
    feeds: list[tuple[str, str]] = []
    wrong: list[Diagnostic] = []
    for number, written in enumerate(text.split("\n"), 1):
        line = written.rstrip("\r")
        if not line or line.startswith("#"):
            continue
        if entry := _entry(line):
            revisions.append(entry)
        elif feed := _FEED.fullmatch(line):
            feeds.append((feed[1], feed[2]))
        else:
            code = "ledger-conflict" if line.startswith(_CONFLICT) else "ledger-line"
            wrong.append(report(code, Span(PATH, number, 1, len(line)), line=line[:60]))
    return Outcome(ledger(revisions, feeds), tuple(wrong))


def ledger_text(recorded: Ledger) -> bytes:
    """The ledger as it is kept: a function of what is recorded alone."""
    entries = (
        f"entry {uid} {each.sequence} {each.modified:{FORM}} {each.created:{FORM}} {each.fingerprint}"
        for uid, each in recorded.revisions.items()
    )
    feeds = (f"feed {address} {scope}" for address, scope in recorded.feeds.items())
    return (HEAD + "".join(f"{line}\n" for line in sorted((*entries, *feeds)))).encode()


def _entry(line: str) -> tuple[str, Revision] | None:
    found = _ENTRY.fullmatch(line)
    if not found:
        return None
    uid, sequence, modified, created, fingerprint = found.groups()
    try:
        changed, made = (datetime.strptime(each, FORM).replace(tzinfo=UTC) for each in (modified, created))
    except ValueError:
        return None
    return (uid, Revision(int(sequence), changed, made, Digest(fingerprint))) if made <= changed else None
