"""Folds and escapes: what is written can be joined and read again, whatever the text."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, strategies as st

from sitegen.foundation.text import control_character, normalised
from sitegen.render.ical.lines import fold, language, line, text, uid, uri

_TEXTS = st.text(
    st.one_of(st.sampled_from("\\,;:\nnN \tå👍🏽"), st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])),
    max_size=400,
).filter(lambda value: control_character(value) is None)


def _joined(data: bytes) -> bytes:
    return data.removesuffix(b"\r\n").replace(b"\r\n ", b"")


def _read(escaped: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], escaped)


@given(_TEXTS)
@example("\\N and \\n and \\\\n\n")
@example("\\" * 200)
@example(" " * 200 + ".")
@example("\ufeffa\ufeff")
@example("👩🏽‍🚀" * 40)
def test_a_text_comes_back_from_its_line(value: str) -> None:
    joined = _joined(line("SUMMARY", text(value))).decode()
    assert _read(joined.removeprefix("SUMMARY:")) == normalised(value.replace("\ufeff", "")).strip()


@given(_TEXTS)
def test_an_escaped_text_has_no_bare_separator(value: str) -> None:
    assert re.fullmatch(r"(\\[\\;,n]|[^\\;,\n])*", text(value).to_ical().decode())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=400))
def test_a_fold_keeps_every_octet_and_cuts_no_character(value: str) -> None:
    data = value.encode()
    folded = fold(data)
    assert _joined(folded) == data
    for piece in folded.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(piece) <= 75
        piece.decode()


@given(st.text("ab \\,", min_size=1, max_size=300).filter(lambda value: "  " not in value and "\\\\\\" not in value))
def test_a_fold_is_not_beside_a_space_or_inside_an_escape(value: str) -> None:
    pieces = fold(value.encode()).removesuffix(b"\r\n").split(b"\r\n ")
    for before, after in pairwise(pieces):
        assert not before.endswith(b" ")
        assert not after.startswith(b" ")
        assert (len(before) - len(before.rstrip(b"\\"))) % 2 == 0


@pytest.mark.parametrize("length", range(70, 80))
def test_a_line_is_folded_only_past_75_octets(length: int) -> None:
    assert (b"\r\n " in fold(b"x" * length)) == (length > 75)


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\x7f", "\x85", "\x0b", "\r", "a\rb", "\u2028", "\ufffe", "\ud800"])
def test_what_no_calendar_can_carry_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"control character|surrogates"):
        line("SUMMARY", text(f"a{bad}b"))


@pytest.mark.parametrize(
    "bad",
    ["", "a.pdf", "/a.pdf", "//example.org/", "https:", "https://example.org/ø", "https://a b", 'https://a"', "x:\n"],
)
def test_an_address_is_an_absolute_uri_in_ascii(bad: str) -> None:
    with pytest.raises(ValueError, match="not an absolute URI"):
        uri(bad)


@pytest.mark.parametrize("bad", ["", "a b", "å@example.org", "a,b", "a;b", "a\\b", "a\nb", "x" * 256])
def test_a_uid_is_read_alike_by_all(bad: str) -> None:
    with pytest.raises(ValueError, match="not a UID"):
        uid(bad)


def test_a_language_is_named_where_it_is_not_the_feeds() -> None:
    assert language(None, "nb") == language("NB", "nb") == {}
    assert language("en-GB", "nb") == {"LANGUAGE": "en-GB"}
    with pytest.raises(ValueError, match="language tag"):
        language('en";X="', "nb")
