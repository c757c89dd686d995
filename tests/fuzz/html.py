"""What must hold of every parse, whatever the text: checks shared by the property tests and the long fuzz run."""

import re
import warnings
from html import escape

import html5lib

from sitegen.content.markdown import Parsed, parse_markdown
from sitegen.foundation.diagnostics import Diagnostic, has_errors
from sitegen.model.body import Hole
from tests.content.markdown.markdown_cases import PLACE

ELEMENTS = frozenset(
    """
    a aside blockquote br code dd div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre section span strong
    sup table tbody td th thead tr ul
    """.split()  # noqa: SIM905
)
ATTRIBUTES = {
    "class",
    "href",
    "id",
    "lang",
    "role",
    "scope",
    "src",
    "start",
    "tabindex",
    "title",
    "alt",
    "aria-labelledby",
}
SCHEMES = ("http:", "https:", "mailto:", "tel:", "#", "hole:")
FILLED = {"link": '<a href="hole:x">', "file": '<a href="hole:x">', "title": "T", "block": "<div></div>"}
LINK_CODES = ("link-form", "link-scheme", "dangling-anchor", "file-in-bundle", "no-alt", "empty-link-text")
_CLASS = re.compile(r"(?:quote|note|label|caption|table|footnotes|left|right|center|language-[\w+#.-]+)")


def filled(parsed: Parsed) -> str:
    """The HTML with something in every hole."""
    return "".join(part if isinstance(part, str) else _fill(part) for part in parsed.body.segments)


def _fill(hole: Hole) -> str:
    return FILLED.get(hole.sort, f'<img src="hole:x" alt="{escape(hole.text)}">')


def check(text: str) -> Parsed:
    """Parses `text`; raises AssertionError where the result is not what it must be for every text."""
    parsed = parse_markdown(text, PLACE)
    assert parsed == parse_markdown(text, PLACE)
    check_html(filled(parsed))
    for each in parsed.diagnostics:
        check_span(text, each)
    for ref in parsed.references:
        line = text.split("\n")[ref.span.line - 1]
        assert line[ref.span.column - 1] in "[<", (ref, line)
    return parsed


def check_html(html: str) -> None:
    """Well-formed, of allowed elements, attributes and schemes alone, and with no id twice."""
    parser = html5lib.HTMLParser()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = parser.parseFragment(html, container="main")
    assert not parser.errors, (parser.errors, html)
    ids = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag.rpartition("}")[2] in ELEMENTS, html
        assert set(element.attrib) <= ATTRIBUTES, html
        assert _CLASS.fullmatch(element.attrib.get("class", "note")), html
        address = element.attrib.get("href", element.attrib.get("src", "#"))
        assert address.startswith(SCHEMES), address
        ids += [element.attrib["id"]] if "id" in element.attrib else []
    assert len(ids) == len(set(ids)), html
    for element in tree.iter():
        address = element.attrib.get("href", "") if isinstance(element.tag, str) else ""
        assert not address.startswith("#") or address[1:] in ids, (address, html)


def check_span(text: str, said: Diagnostic) -> None:
    """The span lies in the text; for a link's problem, the text there is the link."""
    line = text.split("\n")[said.span.line - 1]
    start, end = said.span.column - 1, said.span.column - 1 + said.span.length
    assert 0 <= start < max(1, len(line)), (said, line)
    assert end <= max(1, len(line)), (said, line)
    there = line[start:end]
    if said.code in LINK_CODES:
        assert there.startswith(("[", "![", "<", "](")), (said, there)
    whole = there.startswith("<") or ("](" in there and there.endswith(")"))  # and not the first of its lines
    if said.code == "link-scheme" and dict(said.values)["value"].startswith("zw") and whole and not said.related:
        assert dict(said.values)["value"] in there, (said, there)
    if said.code == "raw-html":
        assert there.startswith("<"), (said, there)
    if said.code in ("unknown-footnote", "unused-footnote"):
        assert there.startswith("[^"), (said, there)
    if said.code in ("attribute", "language-tag"):
        assert dict(said.values).get("name", "")[:1] in there, (said, there)


def check_words(text: str, words: list[str]) -> None:
    """Every word of the text is among the plain words and on the page, unless an error was told."""
    parsed = check(text)
    if not has_errors(parsed.diagnostics):
        for made in (parsed.body.plain, filled(parsed)):
            missing = [word for word in words if word not in made]
            assert not missing, (missing, text, made)
