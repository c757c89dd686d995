"""The linter sees each planted defect, and nothing in what the encoder writes."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.render.ical.linter import lint
from tests.render.ical.torture import ENTRIES, RECURRING, SOUND, written

_NAMED = {b"<CR>": b"\r", b"<LF>": b"\n", b"<NL>": b"\r\n", b"<TAB>": b"\t"}
_OCTET = re.compile(rb"<(?:CR|LF|NL|TAB|x[0-9A-F]{2})>")


def _octets(text: str) -> bytes:
    return _OCTET.sub(lambda found: _NAMED.get(found[0]) or bytes([int(found[0][2:4], 16)]), text.encode())


def _defects() -> list[tuple[str, bytes, bytes, str]]:
    text = Path(__file__).with_name("defects.txt").read_text(encoding="utf-8")
    defects = []
    for block in text.split("\n== ")[1:]:
        name, old, new, finding = block.strip().split("\n")
        defects.append((name, _octets(old[2:]), _octets(new[2:]), finding[2:]))
    return defects


DEFECTS = _defects()


def test_a_sound_feed_has_no_findings() -> None:
    assert lint(SOUND) == []


def test_every_hard_entry_together_has_no_findings() -> None:
    assert lint(written(*ENTRIES, *RECURRING)) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.uid)
def test_a_feed_of_one_hard_entry_has_no_findings(entry) -> None:
    assert lint(written(entry)) == []


def test_a_feed_without_entries_has_no_findings() -> None:
    assert lint(written()) == []


def test_there_are_many_defects() -> None:
    assert len({name for name, *_ in DEFECTS}) == len(DEFECTS) >= 80


@pytest.mark.parametrize(("old", "new", "finding"), [each[1:] for each in DEFECTS], ids=[each[0] for each in DEFECTS])
def test_a_planted_defect_is_found(old: bytes, new: bytes, finding: str) -> None:
    assert old in SOUND
    assert finding in "\n".join(lint(SOUND.replace(old, new, 1)))


@settings(deadline=None)
@given(at=st.integers(0, len(SOUND) - 1), size=st.integers(0, 40), junk=st.binary(max_size=12))
def test_any_octets_are_judged_without_a_crash(at: int, size: int, junk: bytes) -> None:
    assert isinstance(lint(SOUND[:at] + junk + SOUND[at + size :]), list)
