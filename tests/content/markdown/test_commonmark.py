"""All examples of the CommonMark Spec: the HTML is the spec's, but for the examples that are named here with a reason.

Two things are not counted as differences, as most examples would have them and none is about them: addresses such as
`/url` are made whole, and a heading of the first level, which is a mistake here, is shown as one of the second.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.content.markdown import Parsed, parse_markdown
from tests.content.markdown.markdown_cases import PLACE, hole_text

EXAMPLES = json.loads((Path(__file__).parent / "commonmark" / "examples.json").read_text("utf-8"))


def numbers(said: str) -> frozenset[int]:
    """Of "1 3-5": 1, 3, 4, 5."""
    spans = (part.partition("-") for part in said.split())
    return frozenset(number for first, _, last in spans for number in range(int(first), int(last or first) + 1))


HTML = numbers("21 31 148-155 159-179 181 183-191 201 308 309 344 475-477 491 494 524 536 613-617 623 625-631 642 643")
DIFFERENT: Mapping[str, tuple[str, frozenset[int]]] = {
    "raw-html": ("HTML is refused, and shown as it is written", HTML),
    "link-form": (
        "an address is a whole one, a reference, or a file of the site, without spaces and backslashes in it",
        numbers("20 194 195 200 202-204 206 217 484-487 489 492 495 496 498-500 502-504 507 520 522 567 603"),
    ),
    "link-scheme": ("an address has one of the schemes that are allowed", numbers("596 598 599 601")),
    "dangling-anchor": ("an anchor is that of a heading in the text", numbers("501")),
    "file-in-bundle": (
        "a picture is a file beside the text, with words, and its title is its caption",
        numbers("572 574 575 579-589 591"),
    ),
    "code-language": ("the language of code is one plain word", numbers("24 34 143 144 146")),
}
"""Examples with other HTML than the spec's, by the mistake that is told: none of these differences is silent."""
UNTOLD: Mapping[str, frozenset[int]] = {
    "what begins like HTML and is none, or none to this parser, is text": numbers("156-158 180 182"),
    "a picture has a hole where its sizes come, and its title is its caption": numbers("517 531 573 576-578"),
}
"""Examples with other HTML of which nothing is told, as nothing is wrong with them; all their words are shown."""

_ADDRESS = re.compile(r"(?<![\w/.:<])/(?=url|f|(?:uri|bar|train|my)\b)")


def whole(text: str) -> str:
    """With addresses that begin with a slash made whole."""
    return _ADDRESS.sub("https://a.no/", text)


def ours(parsed: Parsed) -> str:
    html = "".join(part if isinstance(part, str) else hole_text(part) for part in parsed.body.segments)
    html = re.sub(r'<(h\d) id="[^"]*">', r"<\1>", html)
    return normal(html.replace('<pre tabindex="0">', "<pre>"))


def theirs(html: str) -> str:
    return normal(whole(html).replace("h1>", "h2>").replace(" />", ">"))


def normal(html: str) -> str:
    """With one space for each run of them, and none between tags."""
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", html)).strip()


def named(number: int) -> list[str]:
    """The reasons that name an example."""
    return [code for code, (_, which) in DIFFERENT.items() if number in which] + [
        reason for reason, which in UNTOLD.items() if number in which
    ]


def test_all_examples_are_there() -> None:
    assert [example["example"] for example in EXAMPLES] == list(range(1, 653))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['example']} {example['section']}")
def test_an_example_of_the_spec(example) -> None:
    parsed = parse_markdown(whole(example["markdown"]), PLACE)
    reasons = named(example["example"])
    same = ours(parsed) == theirs(example["html"])
    assert len(reasons) == (0 if same else 1), (ours(parsed), theirs(example["html"]))
    for code in set(reasons) & DIFFERENT.keys():
        assert code in {each.code for each in parsed.diagnostics if each.level == "error"}


@pytest.mark.parametrize("number", sorted(number for which in UNTOLD.values() for number in which))
def test_no_word_of_an_untold_difference_is_lost(number: int) -> None:
    example = EXAMPLES[number - 1]
    shown = ours(parse_markdown(whole(example["markdown"]), PLACE))
    words = re.sub(r"^\[.*\]:.*$|\]\[\w+\]", "", example["markdown"], flags=re.MULTILINE)
    for word in re.findall(r"[a-z]{3,}", words.replace("(/uri)", "")):
        assert word in shown
