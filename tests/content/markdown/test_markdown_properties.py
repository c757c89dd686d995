"""Whatever an editor writes: no exception, clean HTML, no word lost in silence, every mistake told at its place."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings, strategies as st

from sitegen.content.markdown import parse_markdown
from tests.content.markdown.markdown_cases import PLACE
from tests.fuzz.bodies import SIGNS, text_of
from tests.fuzz.html import check, check_html, check_words, filled

few = settings(max_examples=200, deadline=None, derandomize=True)


@few
@given(st.integers(0, 2**32))
def test_any_mixture_of_forms(seed: int) -> None:
    """Fragments of every form, nested, cut and mixed, keep all their words or an error says why."""
    check_words(*text_of(Random(seed)))


@few
@given(st.text(alphabet=SIGNS, max_size=120))
@example('[^1]:\u00a0![](. "w")\n- ')
@example("> \u00a0\n> [x](y:z)")
def test_any_signs(text: str) -> None:
    """Markdown's own signs in any order make clean HTML, and diagnostics inside the text."""
    check(text)


@few
@given(
    st.lists(st.sampled_from(["> ", "- ", "1. ", ": ", "[^1]: ", "  "]), max_size=5), st.text("æ \\|`*é🎉", max_size=12)
)
def test_column_of_a_link(marks: list[str], before: str) -> None:
    """A bad link is told at the very place where it stands, in whatever it is nested."""
    line = "".join(marks) + "ord " + before + "\\ [æ](ond:x) og [æ](verre:x)"
    text = f"Ord\n{line}\n\n[^1]"
    told = {dict(each.values)["value"]: each.span for each in check(text).diagnostics if each.code == "link-scheme"}
    for scheme, span in told.items():
        assert span.line == 2
        assert line[span.column - 1 : span.column - 1 + span.length] == f"[æ]({scheme}x)"
    assert len(told) == 2 or "`" in before or "\\|" in before or ":" in line[:2] or "    " in line


@pytest.mark.parametrize(
    "text",
    [
        "> " * 20_000 + "ord",
        "- " * 3_000 + "ord",
        "[" * 100_000,
        "![" * 50_000 + "](x)",
        "[" * 300 + "ord" + "]{lang=en}" * 300,
        "::: x\n" * 20_000,
        "".join("  " * level + "- ord\n" for level in range(150)),
        "> " * 90 + "a\n" + "b\n" * 60_000,
    ],
    ids=["quotes", "lists", "brackets", "pictures", "spans", "blocks", "indented", "lazy"],
)
def test_too_deep(text: str) -> None:
    """What is nested past the bound is told, quickly, and is shown as it is written."""
    parsed = parse_markdown(text, PLACE)
    assert "body-too-deep" in [each.code for each in parsed.diagnostics]
    assert parsed.body.plain == text


@pytest.mark.parametrize(
    "text",
    ["<!--" * 15_000, "<a " * 20_000, "## a\n" * 4_000,
     "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n|" + "[](#)|" * 2_000,
     "".join(f"[^{n}] " for n in range(3_000)) + "\n\n" + "".join(f"[^{n}]: x\n" for n in range(3_000)),
     "[a](" * 20_000, "[^a" * 20_000, "## abcd\n" * 800 + "[x](#abce) " * 800],
    ids=["comments", "tags", "headings", "cells", "notes", "links", "marks", "anchors"],
)  # fmt: skip
def test_no_quadratic_text(text: str) -> None:
    """Texts that other parsers take minutes for are read in a breath (the suite's own time shows it)."""
    parse_markdown(text, PLACE)


def test_fields_on_one_page_share_no_id() -> None:
    """The bodies of two fields and of the document, with the same words, can stand on one page."""
    text = "## Mål\n\nOrd[^1] [til](#mal)\n\n| a |\n|---|\n| b |\n\n[^1]: Note\n"
    prefixes = ("", "registration/note", "programme/a/prose", "programme/0/prose")
    check_html("".join(filled(parse_markdown(text, replace(PLACE, prefix=prefix))) for prefix in prefixes))


def test_plain_and_outline() -> None:
    """Plain words come a paragraph a line; the outline tells headings, blocks, pictures, words and a digest."""
    text = "## Én\n\nTo *tre*\nfire\\\nfem\n\n- seks\n- ![sju](s.jpg)\n\n"
    text += "|a|b|\n|-|-|\n|c|d|\n\n::: programme\n:::\n\n```\nåtte\n```"
    parsed = parse_markdown(text, PLACE)
    assert parsed.body.plain == "Én\nTo tre fire\nfem\nseks\nsju\na\tb\nc\td\nåtte"
    outline = parsed.outline
    assert (outline.words, outline.blocks) == (12, ("programme",))
    assert [(each.level, each.anchor, each.text, each.span.line) for each in outline.headings] == [(2, "en", "Én", 1)]
    assert [(name, span.line) for name, span in outline.images] == [("s.jpg", 8)]
    assert outline.digest == parse_markdown(text + "\n", PLACE).outline.digest
    assert outline.digest != parse_markdown(text.replace("sju", "sjø"), PLACE).outline.digest


def test_a_text_of_mistakes_alone_is_not_read_to_its_end() -> None:
    """Each is told until they are too many; then that is, and the words are all there as they were written."""
    text = "[W][r]" * 60_000
    parsed = parse_markdown(text, PLACE)
    codes = [each.code for each in parsed.diagnostics]
    assert "body-too-many" in codes
    assert codes.count("unknown-definition") < 60_000
    assert parsed.body.plain == text
