"""The parser: CommonMark without HTML, with tables, footnotes, definition lists, language spans and blocks.

Every rule that differs from markdown-it's own is named in `_parser`. Links of any address become tokens here:
what may be linked to is judged afterwards, where a refusal can be told.
"""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, heading, lheading, paragraph, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, entity, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from sitegen.content.markdown.blocks import block
from sitegen.content.markdown.footnotes import footnote_ref
from sitegen.content.markdown.inline import checked_entity, in_alt, noted, raw_html
from sitegen.content.markdown.manuscript import KEY, Manuscript, manuscript_of
from sitegen.content.markdown.origin import placed, placed_table
from sitegen.content.markdown.spans import attributes, span

MAX_NESTING = 100
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


class _Blocks(ParserBlock):
    """markdown-it's block parser, which past its bound drops text: here that is told."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:
        if state.level >= MAX_NESTING:
            manuscript = manuscript_of(state.env)
            manuscript.report("body-too-deep", manuscript.line(startLine))
        super().tokenize(state, startLine, endLine)


class _Inlines(ParserInline):
    """markdown-it's inline parser, which past its bound leaves markup unread: here that is told."""

    def tokenize(self, state: StateInline) -> None:
        self._guard(state)
        super().tokenize(state)

    def skipToken(self, state: StateInline) -> None:
        self._guard(state)
        super().skipToken(state)

    def _guard(self, state: StateInline) -> None:
        if state.level >= MAX_NESTING and not state.env.get("too-deep"):
            state.env["too-deep"] = True
            manuscript = manuscript_of(state.env)
            manuscript.report("body-too-deep", manuscript.where(state.pos, state.pos + 1))


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


def _inlines(state: StateCore) -> None:
    """markdown-it's core rule `inline`, which says which text the inline rules are in."""
    manuscript = manuscript_of(state.env)
    for token in state.tokens:
        if token.type == "inline":
            manuscript.enter(token)
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


@cache
def _parser() -> _Parser:
    md = _Parser()
    md.disable(["normalize", "html_block"])
    md.core.ruler.at("inline", _inlines)
    blocks = md.block.ruler
    deflist_plugin(md)
    blocks.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    blocks.before("fence", "block", block, {"alt": _INTERRUPTS})
    blocks.at("heading", placed(heading), {"alt": ["paragraph", "reference", "blockquote"]})
    blocks.at("lheading", placed(lheading), {"alt": []})
    blocks.at("paragraph", placed(paragraph), {"alt": []})
    blocks.at("table", placed_table(table), {"alt": ["paragraph", "reference"]})
    md.enable("table")
    definitions = next(rule for rule in blocks.__rules__ if rule.name == "deflist")
    definitions.fn = placed(definitions.fn)
    inlines = md.inline.ruler
    inlines.at("link", noted(link, "["))
    inlines.at("image", noted(in_alt(image), "!"))
    inlines.at("autolink", noted(autolink, "<"))
    inlines.at("html_inline", raw_html)
    inlines.at("entity", checked_entity(entity))
    inlines.after("link", "span", span)
    inlines.after("image", "footnote_ref", footnote_ref)
    inlines.push("attributes", attributes)
    return md


def read(manuscript: Manuscript) -> tuple[list[Token], dict[str, object]]:
    """The tokens of a text, and markdown-it's notes on it (its link definitions)."""
    env: dict[str, object] = {KEY: manuscript}
    return _parser().parse(manuscript.text, env), env
