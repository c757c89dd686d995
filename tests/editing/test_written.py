"""Changes are made at the places that reading names, and every other byte stays."""

import re

from hypothesis import given, strategies as st

from sitegen.content.frontmatter import decode
from sitegen.content.nodes import Scalar, Sequence
from sitegen.content.yaml_nodes import read_yaml
from sitegen.editing.scalars import scalar
from sitegen.editing.written import Change, Written
from sitegen.foundation.diagnostics import Span
from sitegen.foundation.text import control_character, normalised

LETTERS = st.sampled_from(["a", "å", "a\u030a", "o\u0308", "é", " ", "😀", "1"])
LINES = st.lists(st.lists(LETTERS, max_size=8).map("".join), min_size=1, max_size=6)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.data())
def test_a_change_is_where_reading_says(lines: list[str], newline: str, mark: bool, data: st.DataObject) -> None:
    raw = (b"\xef\xbb\xbf" if mark else b"") + newline.join(lines).encode()
    read = (decode(raw, "x").value or "").split("\n")
    line = data.draw(st.integers(1, len(read)))
    start = data.draw(st.integers(0, len(read[line - 1])))
    end = data.draw(st.integers(start, len(read[line - 1])))
    written = Written(raw)
    at = written.between(Span("x", line, start + 1, end - start))
    changed = decode(written.changed((Change(*at, "@"),)), "x").value
    wanted = [*read[: line - 1], read[line - 1][:start] + "@" + read[line - 1][end:], *read[line:]]
    assert changed == "\n".join(wanted)
    assert written.changed(()) == raw


@given(st.text(max_size=20).map(normalised), st.booleans())
def test_words_as_yaml_are_read_as_themselves(words: str, in_list: bool) -> None:
    if control_character(words) is not None or re.search("[\x85\r]", words):
        return
    written = scalar(words, in_list)
    fields, wrong = read_yaml(f"a: [{written}]" if in_list else f"a: {written}", "x", 1)
    found = fields.get("a")
    if in_list:
        assert isinstance(found, Sequence)
        (found,) = found.items
    assert isinstance(found, Scalar)
    assert (found.value, wrong) == (words, ())
    assert "\n" not in written
