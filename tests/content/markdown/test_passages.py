"""What pictures say is read as other words are: each as a passage of its own, whose words are where it says."""

import re

import pytest

from sitegen.content.markdown import Place, parse_markdown
from sitegen.content.markdown.manuscript import Passage

PICTURES = {
    "alone, with a caption": (
        '![Et kart *over* ruten](rute.png "Slik går ruten")',
        [("alt", "Et kart over ruten"), ("caption", "Slik går ruten")],
    ),
    "in a sentence, over lines": (
        "Se ![ruten\nog målet](<rute.png>\n'Et kart') der, og ![en til](to.png).",
        [("alt", "ruten\nog målet"), ("caption", "Et kart"), ("alt", "en til")],
    ),
    "in a quotation in a list": (
        "- > Se ![ruten\n  > over to](rute.png\n  > (Et kart))",
        [("alt", "ruten\nover to"), ("caption", "Et kart")],
    ),
    "in a cell, with escapes": (
        '| A | B |\n|---|---|\n| x | ![rute\\|kart og mål](r.png "til\\|fra &amp; rett hjem") |',
        [("alt", "rute|kart og mål"), ("caption", "til|fra & rett hjem")],
    ),
    "in the text of another": (
        '![ytre ![indre bilde](b.png "indre tekst") slutt](a.png "ytre tekst")',
        [("alt", "ytre \ufffc slutt"), ("alt", "indre bilde"), ("caption", "indre tekst"), ("caption", "ytre tekst")],
    ),
    "in a link": ('[![ruten](rute.png "Et kart")](https://example.org/)', [("alt", "ruten"), ("caption", "Et kart")]),
    "with a language": (
        '![a route](a.png "A map"){lang=en} [![a route](b.png "A map")]{lang=en} ![ruten](c.png "Et kart"){lang=nb}',
        [("alt", "ruten"), ("caption", "Et kart")],
    ),
    "by a definition, which is read once": (
        'Se ![ruten][kart] og ![den igjen][kart].\n\n[kart]: rute.png "Et kart"',
        [("alt", "ruten"), ("caption", "Et kart"), ("alt", "den igjen")],
    ),
    "with code, and without words": ("![ruten `a b`](a.png) ![](b.png)", [("alt", "ruten \ufffc")]),
}


def of_pictures(text: str) -> list[Passage]:
    parsed = parse_markdown(text, Place("content/news/a/index.nb.md", 1, "news", "nb"))
    return [each for each in parsed.passages if each.sort in ("alt", "caption")]


@pytest.mark.parametrize(("text", "wanted"), PICTURES.values(), ids=PICTURES)
def test_words_of_pictures_are_passages(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(each.sort, each.text) for each in of_pictures(text)] == wanted


@pytest.mark.parametrize("text", [text for text, _ in PICTURES.values()], ids=PICTURES)
def test_each_word_of_a_picture_is_at_its_place(text: str) -> None:
    lines = text.split("\n")
    for passage in of_pictures(text):
        for found in re.finditer(r"\w+", passage.text):
            span = passage.span(found.start(), found.end())
            begin = span.column - 1
            assert lines[span.line - 1][begin : begin + span.length] == found[0]


def test_a_caption_that_cannot_be_found_again_is_at_its_definition() -> None:
    (_, caption) = of_pictures('![ruten][kart]\n\n[kart]: rute.png "Et &quot;kart&quot;"')
    span = caption.span(0, 2)
    assert (caption.text, span.line, span.column, span.length) == ('Et "kart"', 3, 1, 38)
