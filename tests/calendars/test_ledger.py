"""The ledger as a file: read back as it was written, merged by git line by line, and never a reason to crash."""

import random
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from sitegen.cli.history import history
from sitegen.content.ledger import PATH, ledger_text, parse_ledger
from sitegen.foundation.digest import digest_value
from sitegen.model.ledger import Ledger, Revision, ledger
from sitegen.model.reference import LONGEST_ID
from tests.calendars.sites import Place, event

FIRST = datetime(2026, 1, 2, tzinfo=UTC)
uids = st.from_regex(r"[a-z]{1,4}@example\.org(-[a-z]{1,4})?", fullmatch=True)
revisions = st.builds(
    lambda sequence, seconds, text: Revision(sequence, FIRST + timedelta(seconds=seconds), FIRST, digest_value(text)),
    st.integers(0, 50),
    st.integers(0, 10**8),
    st.text(max_size=3),
)
ledgers = st.builds(
    lambda entries, feeds: ledger(entries.items(), feeds.items()),
    st.dictionaries(uids, revisions, max_size=8),
    st.dictionaries(
        st.from_regex(r"nb/[a-z]{1,4}\.ics", fullmatch=True), st.sampled_from(("all", "topic:a")), max_size=4
    ),
)


def parsed(data: bytes) -> Ledger:
    outcome = parse_ledger(data)
    assert outcome.value is not None
    assert outcome.diagnostics == ()
    return outcome.value


@given(ledgers)
def test_what_was_written_is_read(recorded: Ledger) -> None:
    assert parsed(ledger_text(recorded)) == recorded
    assert parsed(b"\xef\xbb\xbf" + ledger_text(recorded).replace(b"\n", b"\r\n")) == recorded


@given(ledgers, ledgers)
def test_both_sides_of_a_merge_give_the_higher_of_each(one: Ledger, other: Ledger) -> None:
    """Whatever the order of the lines, and if they are there twice."""
    lines = [*ledger_text(one).splitlines(), *ledger_text(other).splitlines()]
    random.Random(7).shuffle(lines)
    both = parsed(b"\n".join(lines) + b"\n")
    for uid in {*one.revisions, *other.revisions}:
        sides = [each.revisions[uid] for each in (one, other) if uid in each.revisions]
        assert both.revisions[uid] == max(sides)
        assert all(both.revisions[uid].sequence >= side.sequence for side in sides)
    assert set(both.feeds) == {*one.feeds, *other.feeds}


def test_names_of_any_length_are_recorded_and_read(place: Place) -> None:
    """As long as an id, a slug and a series can be."""
    longest = "a" * LONGEST_ID
    more = f"series: {longest}\nslug: {longest}\ndeadlines: [{{key: papir, title: Papirer, at: 2027-01-01}}]\n"
    place.write({f"content/events/{longest}.nb.md": event("A", more=more)})
    place.build(record=True)
    place.build(record=True)
    assert len(parsed(place.ledger.read_bytes()).revisions) == 2


@settings(deadline=None)
@given(ledgers, st.integers(0, 2000), st.integers(0, 30), st.binary(max_size=12))
def test_any_damage_is_told_or_harmless(recorded: Ledger, at: int, size: int, junk: bytes) -> None:
    """Never an exception; each line that says nothing is an error with its number."""
    data = ledger_text(recorded)
    outcome = parse_ledger(data[:at] + junk + data[at + size :])
    for found in outcome.diagnostics:
        assert (found.span.path, found.level) == (PATH, "error")
        assert found.code in ("ledger-line", "ledger-conflict", "not-utf-8")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("entry a@b 1 2026-01-02T00:00:00Z 2026-01-02T00:00:00Z", "ledger-line"),
        ("entry a@b -1 2026-01-02T00:00:00Z 2026-01-02T00:00:00Z " + "0" * 32, "ledger-line"),
        ("entry a@b 1 2026-02-30T00:00:00Z 2026-01-02T00:00:00Z " + "0" * 32, "ledger-line"),
        ("entry a@b 1 2026-01-02T00:00:00Z 2026-01-03T00:00:00Z " + "0" * 32, "ledger-line"),
        ("feed ../../etc/passwd.ics all", "ledger-line"),
        ("feed nb/index.html all", "ledger-line"),
        ("feed nb/kalender.ics <script>", "ledger-line"),
        ("noe annet", "ledger-line"),
        ("<<<<<<< HEAD", "ledger-conflict"),
        ("=======", "ledger-conflict"),
        (">>>>>>> gren", "ledger-conflict"),
    ],
)
def test_a_line_that_says_nothing_stops_the_build_and_nothing_else(place: Place, line: str, code: str) -> None:
    place.write({"content/events/a.nb.md": event("A")})
    place.build(record=True)
    count = len(place.ledger.read_text("utf-8").splitlines())
    with place.ledger.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    with pytest.raises(AssertionError, match=code):
        place.build()
    assert place.report is not None
    (found,) = place.report.diagnostics
    assert (found.span.path, found.span.line) == (PATH, count + 1)


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_git_merges_two_branches_that_both_recorded(place: Place) -> None:
    """One that edited an event and one that edited it too, and added another: every line is kept, the higher holds."""
    place.write({"content/events/a.nb.md": event("A"), ".gitattributes": f"{PATH} merge=union\n"})
    place.build(record=True)
    git(place.site, "init")
    git(place.site, "add", ".")
    git(place.site, "commit", "-m", "first")
    git(place.site, "checkout", "-b", "other")
    for title in ("A og B", "A, B og C"):
        place.write({"content/events/a.nb.md": event(title)})
        place.build(record=True)
    place.write({"content/events/a.nb.md": event("A"), "content/events/b.nb.md": event("B")})
    place.build(record=True)
    git(place.site, "add", ".")
    git(place.site, "commit", "-m", "other")
    git(place.site, "checkout", "main")
    place.files.pop("content/events/b.nb.md")
    place.write({"content/events/a.nb.md": event("A", more="summary: Ny.\n")})
    place.build(record=True)
    git(place.site, "commit", "-am", "main")
    git(place.site, "merge", "other", "-m", "both")
    merged = parsed(place.ledger.read_bytes())
    assert merged.revisions["event-a@example.org"].sequence == 3
    assert "event-b@example.org" in merged.revisions
    place.build(record=True)
    after = parsed(place.ledger.read_bytes())
    assert after.revisions["event-a@example.org"].sequence == 4
    assert after.revisions["event-a@example.org"].modified > merged.revisions["event-a@example.org"].modified
    lines = place.ledger.read_text("utf-8").splitlines()
    assert len(lines) == len(set(lines))


def test_a_shallow_clone_is_known_and_tells_no_times(place: Place) -> None:
    place.write({"content/events/a.nb.md": event("A"), "content/events/ø.nb.md": "x"})
    git(place.site, "init")
    git(place.site, "add", ".")
    git(place.site, "commit", "-m", "first", "--date", "2026-01-02T00:00:00Z")
    place.write({"content/events/a.nb.md": event("B")})
    git(place.site, "commit", "-am", "second")
    whole = history(place.site)
    assert set(whole.touched) == {"content/events/a.nb.md", "content/events/ø.nb.md"}
    assert whole.touched["content/events/a.nb.md"] >= whole.touched["content/events/ø.nb.md"]
    assert not whole.shallow
    clone = place.root / "clone"
    git(place.root, "clone", "--depth", "1", place.site.as_uri(), str(clone))
    assert (history(clone).touched, history(clone).shallow) == ({}, True)
    shutil.rmtree(clone / ".git")
    assert (history(clone).touched, history(clone).shallow) == ({}, False)
