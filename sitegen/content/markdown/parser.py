"""The parser: CommonMark without HTML, with tables, footnotes, definition lists, language spans and blocks.

Every rule that differs from markdown-it's own is named in `_parser`. Links of any address become tokens here:
what may be linked to is judged afterwards, where a refusal can be told.
"""

from collections.abc import MutableMapping
from functools import cache
from typing import Any, NoReturn

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, blockquote, heading, lheading, paragraph, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from sitegen.content.markdown.blocks import block
from sitegen.content.markdown.footnotes import footnote_ref
from sitegen.content.markdown.inline import (
    apart_link,
    broken_link,
    checked_entity,
    in_alt,
    noted,
    raw_html,
    unknown_definition,
)
from sitegen.content.markdown.manuscript import KEY, Manuscript, manuscript_of
from sitegen.content.markdown.origin import BlockRule, placed, placed_table
from sitegen.content.markdown.passages import passages
from sitegen.content.markdown.spans import attributes, span

MAX_NESTING = 100
MAX_LINES = 500_000
MAX_TOKENS = 100_000
"""Of a text: two seconds' work. A table of 2,000 rows and 10 columns has fewer."""
PART = 16
"""How many characters of an address or a caption count as a part."""
MISTAKE = 2
"""How many parts a mistake counts for, as it takes longer to tell."""
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


class TooMuch(Exception):
    """The text is nested past the bound, or has more parts, which is told; what it means is not found out."""


class _Blocks(ParserBlock):
    """markdown-it's block parser, which past its bound would drop text."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:
        if state.level >= MAX_NESTING:
            manuscript = manuscript_of(state.env)
            manuscript.report("body-too-deep", manuscript.line(startLine))
            raise TooMuch
        _bound(len(state.tokens), startLine, state.env)
        super().tokenize(state, startLine, endLine)


class _Inlines(ParserInline):
    """markdown-it's inline parser, which past its bound would leave markup unread."""

    def tokenize(self, state: StateInline) -> None:
        self._guard(state)
        super().tokenize(state)

    def skipToken(self, state: StateInline) -> None:
        self._guard(state)
        super().skipToken(state)

    def _guard(self, state: StateInline) -> None:
        manuscript = manuscript_of(state.env)
        if state.level >= MAX_NESTING:
            manuscript.report("body-too-deep", manuscript.where(state.pos, state.pos + 1))
            raise TooMuch
        if len(state.tokens) + MISTAKE * len(manuscript.diagnostics) > MAX_TOKENS:
            _too_many(manuscript.where(state.pos, state.pos + 1), manuscript)


class _Parser(MarkdownIt):
    """Takes addresses as they are written; none is refused or rewritten while parsing."""

    def __init__(self) -> None:
        super().__init__("zero")
        self.block = _Blocks()
        self.inline = _Inlines()
        options = {"html": False, "maxNesting": MAX_NESTING, "xhtmlOut": False, "store_labels": True}
        self.configure("commonmark", options_update=options)

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


def _counted(rule: BlockRule) -> BlockRule:
    """The rule of block quotes, which reads the lines of a quote again for each quote that it is in."""

    def count(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if not silent and state.parentType == "blockquote":
            state.env["read-again"] = state.env.get("read-again", 0) + end - start
            if state.env["read-again"] > MAX_LINES:
                manuscript = manuscript_of(state.env)
                manuscript.report("body-too-deep", manuscript.line(start))
                raise TooMuch
        return rule(state, start, end, silent)

    return count


def _inlines(state: StateCore) -> None:
    """markdown-it's core rule `inline`, which says which text the inline rules are in."""
    manuscript = manuscript_of(state.env)
    parts = len(state.tokens)
    for token in state.tokens:
        if token.type == "inline":
            manuscript.enter(token)
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
            parts += len(token.children) + _repeated(token.children) // PART
            _bound(parts, token.map[0] if token.map else 0, state.env)
    manuscript.passages += passages(state.tokens, manuscript, state.env.get("references", {}))


def _repeated(tokens: list[Token]) -> int:
    """The characters of all addresses and captions: those of one definition are written out at each use."""
    return sum(len(value) for token in tokens for value in token.attrs.values() if isinstance(value, str))


def _bound(parts: int, line: int, env: MutableMapping[str, Any]) -> None:
    """Ends the reading of a text that has too many parts; they have come to `line`, counted from 0."""
    if parts > MAX_TOKENS:
        manuscript = manuscript_of(env)
        _too_many(manuscript.line(line), manuscript)


def _too_many(at: tuple[int, int], manuscript: Manuscript) -> NoReturn:
    manuscript.report("body-too-many", at, bound=MAX_TOKENS)
    raise TooMuch


@cache
def _parser() -> _Parser:
    md = _Parser()
    md.disable(["normalize", "html_block"])
    md.core.ruler.at("inline", _inlines)
    blocks = md.block.ruler
    deflist_plugin(md)
    blocks.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    blocks.before("fence", "block", block, {"alt": _INTERRUPTS})
    blocks.at("blockquote", _counted(blockquote), {"alt": _INTERRUPTS})
    blocks.at("heading", placed(heading), {"alt": ["paragraph", "reference", "blockquote"]})
    blocks.at("lheading", placed(lheading), {"alt": []})
    blocks.at("paragraph", placed(paragraph), {"alt": []})
    blocks.at("table", placed_table(table), {"alt": ["paragraph", "reference"]})
    md.enable("table")
    definitions = next(rule for rule in blocks.__rules__ if rule.name == "deflist")
    definitions.fn = placed(definitions.fn)
    inlines = md.inline.ruler
    inlines.at("backticks", noted(backtick, "`"))
    inlines.at("link", noted(link, "["))
    inlines.at("image", noted(in_alt(image), "!"))
    inlines.at("autolink", noted(autolink, "<"))
    inlines.at("html_inline", raw_html)
    inlines.at("entity", checked_entity(entity))
    inlines.after("link", "span", span)
    inlines.after("image", "footnote_ref", footnote_ref)
    inlines.push("attributes", attributes)
    inlines.push("broken_link", broken_link)
    inlines.push("apart_link", apart_link)
    inlines.push("unknown_definition", unknown_definition)
    return md


def read(manuscript: Manuscript) -> tuple[list[Token], dict[str, object]]:
    """The tokens of a text, and markdown-it's notes on it (its link definitions). Raises `TooMuch`."""
    env: dict[str, object] = {KEY: manuscript}
    return _parser().parse(manuscript.text, env), env
