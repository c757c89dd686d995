"""Bytes, SEQUENCE and LAST-MODIFIED of an entry move together, whatever the cause, and its UID never does.

Random edits of titles, dates, slugs, file names, translations, wording and the catalogues, each followed by a build
that records; after each the entries are compared with those before.
"""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import icalendar
import pytest
from hypothesis import Phase, given, settings, strategies as st

from sitegen.content.ledger import parse_ledger
from sitegen.pipeline.history import History
from tests.calendars.sites import Feeds, Place, event

UID = re.compile(rb"\r\nUID:([^\r]*)\r\n")
STAMPS = re.compile(rb"\r\n(?:DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE):[^\r]*")
Versions = dict[tuple[str, str], tuple[bytes, int, datetime]]
ENTRY = "event-{}@example.org"


def vevents(data: bytes) -> list[bytes]:
    return [b"BEGIN:VEVENT\r\n" + each.partition(b"END:VEVENT")[0] for each in data.split(b"BEGIN:VEVENT\r\n")[1:]]


def versions(feeds: Feeds) -> Versions:
    """By language and identity (a series is one, with its moved dates): bytes without stamps, sequence, modified.

    One identity has one revision in every feed that holds it.
    """
    found: dict[tuple[str, str], dict[bytes, tuple[int, datetime]]] = {}
    for address, data in feeds.items():
        for each in vevents(data):
            read = icalendar.Event.from_ical(each + b"END:VEVENT\r\n")
            uid = UID.search(each)
            assert uid is not None
            bare = STAMPS.sub(b"", each)
            at = (int(read["SEQUENCE"]), read["LAST-MODIFIED"].dt)
            known = found.setdefault((address.partition("/")[0], uid[1].decode()), {})
            assert known.setdefault(bare, at) == at
    whole = {}
    for key, bares in found.items():
        assert len(set(bares.values())) == 1
        whole[key] = (b"".join(sorted(bares)), *next(iter(bares.values())))
    return whole


def assert_moved_together(before: Versions, after: Versions) -> None:
    """Where any language's bytes differ, the sequence is one higher and the time later; else nothing moves."""
    for uid in {uid for _, uid in before} & {uid for _, uid in after}:
        pairs = [(before[key], after[key]) for key in before.keys() & after.keys() if key[1] == uid]
        changed = any(old[0] != new[0] for old, new in pairs)
        for old, new in pairs:
            if changed:
                assert new[1] == old[1] + 1, uid
                assert new[2] > old[2], uid
            else:
                assert new[1:] == old[1:], uid


TITLES = ("Møte", "Möte; nytt", "Blåbær, øl")
DAYS = ("2027-03-04 10:00", "2027-03-05 10:00", "2027-03-05")
MORE = (
    "",
    "summary: En dag.\n",
    "updated: 2026-05-06\n",
    "updated: 2026-07-08\nstatus: tentative\n",
    "slug: en-annen-adresse\n",
    "registration: {deadline: 2027-02-01 12:00}\n",
    "deadlines: [{key: papir, title: Papirer, at: 2027-02-01}]\n",
    "repeats: {rule: FREQ=WEEKLY;COUNT=3}\n",
    "contacts: [anna]\n",
    "status: cancelled\n",
)
NAMES = ("mote", "nytt-navn")
LANGUAGES = ("nb", "sv")
WORDS = ('msgid "Contact"\nmsgstr "Spør"\n', 'msgid "Cancelled:"\nmsgstr "AVLYST:"\n', "")
NEUTRAL = {"content/people/anna.md": "---\nname: Anna\n---\n", "content/people/kari.md": "---\nname: Kari\n---\n"}
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'

edits = st.lists(
    st.fixed_dictionaries(
        {
            "title": st.sampled_from(TITLES),
            "day": st.sampled_from(DAYS),
            "more": st.sampled_from(MORE),
            "name": st.sampled_from(NAMES),
            "original": st.sampled_from(LANGUAGES),
            "translated": st.booleans(),
            "words": st.sampled_from(WORDS),
            "other": st.sampled_from(TITLES),
        }
    ),
    min_size=2,
    max_size=5,
)


def files(edit: dict[str, object]) -> dict[str, str | None]:
    """The whole site after an edit. Of an event that was renamed, `uid` keeps the identity."""
    name, original = str(edit["name"]), str(edit["original"])
    other = next(lang for lang in LANGUAGES if lang != original)
    kept = f"uid: {ENTRY.format('mote')}\n" if name != "mote" else ""
    found: dict[str, str | None] = {f"content/events/{each}.{lang}.md": None for each in NAMES for lang in LANGUAGES}
    found |= NEUTRAL
    text = event(str(edit["title"]), str(edit["day"]), f"{kept}{edit['more']}")
    found[f"content/events/{name}.{original}.md"] = text
    if edit["translated"]:
        found[f"content/events/{name}.{other}.md"] = f"---\ntranslates: {original}\ntitle: Oversatt\n---\n"
        if "deadlines" in str(edit["more"]):
            found[f"content/events/{name}.{other}.md"] = None
    found["content/events/stille.nb.md"] = event(str(edit["other"]), "2027-06-07")
    found["locales/nb/LC_MESSAGES/sitegen.po"] = HEADER + str(edit["words"])
    return found


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(edits)
def test_bytes_sequence_and_time_move_together(script: list[dict[str, object]]) -> None:
    with TemporaryDirectory() as name:
        place, before = Place(Path(name)), Versions()
        for edit in script:
            place.write(files(edit))
            told = versions(place.build())
            recorded = versions(place.build(record=True))
            assert told == recorded, "what is recorded is what was said before"
            assert versions(place.build()) == recorded, "and stays so"
            assert versions(place.build(cache="none")) == recorded, "also without a cache"
            assert_moved_together(before, recorded)
            uids = {uid for _, uid in recorded if uid in (ENTRY.format("mote"), ENTRY.format("stille"))}
            assert uids == {ENTRY.format("mote"), ENTRY.format("stille")}
            before = recorded


def one(place: Place, more: str = "", title: str = "Møte") -> tuple[bytes, int, datetime]:
    place.write({"content/events/mote.nb.md": event(title, more=more)})
    return versions(place.build(record=True))["nb", ENTRY.format("mote")]


def test_the_time_of_a_change_is_what_the_document_says(place: Place) -> None:
    assert one(place, "published: 2026-01-02\n")[1:] == (0, datetime(2026, 1, 2, tzinfo=UTC))
    assert one(place, "published: 2026-01-02\nupdated: 2026-03-04\n", "B")[1:] == (1, datetime(2026, 3, 4, tzinfo=UTC))
    again = one(place, "published: 2026-01-02\nupdated: 2026-03-04\n", "C")
    assert again[1:] == (2, datetime(2026, 3, 4, 0, 0, 1, tzinfo=UTC))


def test_the_time_of_a_change_is_else_that_of_its_newest_commit(place: Place) -> None:
    asked = []

    def tell() -> History:
        asked.append(1)
        return History({"content/events/mote.nb.md": datetime(2026, 8, 9, 10, tzinfo=UTC)})

    place.history = tell
    place.write({"calendar.ledger": "# Nothing yet.\n"})
    place.files.pop("calendar.ledger")
    assert one(place)[1:] == (0, datetime(2026, 8, 9, 10, tzinfo=UTC))
    assert len(asked) == 1
    assert one(place)[1:] == (0, datetime(2026, 8, 9, 10, tzinfo=UTC))
    assert one(place, title="B")[1:] == (1, datetime(2026, 8, 9, 10, 0, 1, tzinfo=UTC))
    place.build()
    asked.clear()
    place.build()
    one(place, "updated: 2026-09-09\n", "C")
    assert asked == [], "nothing changed, or the document says it: nothing needs the history"


def test_without_a_ledger_the_history_is_not_asked(place: Place) -> None:
    """So that the same files give the same bytes in a clone, in an export and in a shallow clone."""
    place.history = lambda: pytest.fail("it was asked")
    place.write({"content/events/mote.nb.md": event("Møte")})
    place.build()


def test_a_template_or_generator_that_writes_other_bytes_moves_them_too(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = one(place, "venue: {name: Huset, city: Oslo}\n")
    monkeypatch.setattr("sitegen.render.agenda.entries.address_line", lambda venue, view: "et annet sted")
    monkeypatch.setattr("sitegen.render.agenda.words.address_line", lambda venue, view: "et annet sted")
    monkeypatch.setattr("sitegen.pipeline.build.generator_version", lambda: "another")
    after = one(place, "venue: {name: Huset, city: Oslo}\n")
    assert b"et annet sted" in after[0]
    assert after[1:] == (before[1] + 1, before[2] + timedelta(seconds=1))


def test_a_change_in_one_language_moves_the_entry_in_all(place: Place) -> None:
    """One identity is at one revision, whichever feed holds it."""
    place.write({"content/events/mote.nb.md": event("Møte")})
    before = versions(place.build(record=True))
    place.write({"content/events/mote.sv.md": "---\ntranslates: nb\ntitle: Möte\n---\nOrd.\n"})
    after = versions(place.build(record=True))
    assert before["nb", ENTRY.format("mote")][0] == after["nb", ENTRY.format("mote")][0]
    assert before["sv", ENTRY.format("mote")][0] != after["sv", ENTRY.format("mote")][0]
    assert [after[lang, ENTRY.format("mote")][1] for lang in LANGUAGES] == [1, 1]
    assert_moved_together(before, after)


def test_a_build_that_does_not_record_says_so(place: Place) -> None:
    place.write({"content/events/mote.nb.md": event("Møte")})
    place.build()
    assert place.report is not None
    assert place.report.recording.entries == (ENTRY.format("mote"),)
    assert "nb/kalender.ics" in place.report.recording.addresses
    assert place.report.recording.missing
    assert not place.ledger.exists()
    place.build(record=True)
    assert place.report.recording.written
    place.build()
    assert not place.report.recording.missing
    recorded = place.ledger.read_bytes()
    place.build(record=True)
    assert place.ledger.read_bytes() == recorded


def test_after_recording_nothing_is_rendered_or_written(place: Place) -> None:
    place.write({"content/events/mote.nb.md": event("Møte")})
    place.build(record=True)
    place.build()
    assert place.report is not None
    assert place.report.published is not None
    assert (place.report.rendered, place.report.published.written) == ((), ())


def test_an_entry_that_comes_back_goes_on_where_it_was(place: Place) -> None:
    one(place)
    assert one(place, title="B")[1] == 1
    place.write({"content/events/mote.nb.md": None, "content/events/annet.nb.md": event("Annet")})
    place.build(record=True)
    assert one(place, title="C")[1] == 2


def test_the_ledger_has_one_sorted_line_for_each_thing(place: Place) -> None:
    one(place, "registration: {deadline: 2027-01-01}\n")
    lines = [line for line in place.ledger.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    names = [line.split()[1] for line in lines if line.startswith("entry ")]
    assert names == [ENTRY.format("mote"), ENTRY.format("mote") + "-registration"]
    outcome = parse_ledger(place.ledger.read_bytes())
    assert outcome.value is not None
    assert not outcome.diagnostics
