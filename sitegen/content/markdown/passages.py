"""The words of a text as a reader sees them, in passages: a paragraph, a heading, a cell, a field of the front matter.

Each passage knows where its characters stand in the file. Code, addresses, pictures and words in other languages
are one `OPAQUE` character each, so that no rule reads them and no words meet across them.
"""

from bisect import bisect_right
from collections.abc import Iterator

from markdown_it.token import Token

from sitegen.content.markdown.manuscript import Manuscript, Passage
from sitegen.content.markdown.origin import origin_of
from sitegen.foundation.diagnostics import Span

OPAQUE = "\ufffc"


def passages(tokens: list[Token], manuscript: Manuscript) -> Iterator[Passage]:
    """The passages of a text in the order of its tokens."""
    sort = ""
    for token in tokens:
        if token.type == "inline":
            yield _passage(token, sort, manuscript)
        elif token.nesting == 1:
            sort = token.type.removesuffix("_open")


def field_passage(words: str, place: Span, exact: bool) -> Passage:
    """A line of words of the front matter, which begins at `place` if that is `exact`, and else is it all."""

    def span(start: int, end: int) -> Span:
        return Span(place.path, place.line, place.column + start, end - start) if exact else place

    return Passage(words, "field", span)


def _passage(inline: Token, sort: str, manuscript: Manuscript) -> Passage:
    pieces = _Pieces(inline.content, manuscript.place.lang)
    for token in inline.children or ():
        pieces.add(token)

    def span(start: int, end: int) -> Span:
        origin = origin_of(inline, manuscript.text)
        first = origin.offset(pieces.offset(start))
        return manuscript.span(first, max(first, origin.offset(pieces.offset(end - 1))) + 1)

    return Passage("".join(pieces.words), sort, span)


class _Pieces:
    """Joins the words of inline tokens, and remembers where in the inline text each piece begins.

    Tokens carry no place but what the inline rules noted: `after`, where a token ends whose source is more
    than its words, and `before`, where the words inside it begin.
    """

    def __init__(self, content: str, lang: str) -> None:
        self.content = content
        self.lang = lang
        self.words: list[str] = []
        self._length = 0
        self._cursor = 0
        self._foreign: list[bool] = []
        self._starts: list[int] = []
        self._sources: list[int] = []

    def offset(self, at: int) -> int:
        """The offset in the inline text of a character of the passage."""
        piece = max(0, bisect_right(self._starts, at) - 1)
        return self._sources[piece] + at - self._starts[piece] if self._starts else 0

    def add(self, token: Token) -> None:
        if token.type == "text":
            self._text(token.content, token.content)
        elif token.type == "text_special":
            self._text(token.content, token.markup)
        elif token.type in ("softbreak", "hardbreak"):
            self._text("\n", "\n")
        elif token.type in ("link_open", "span_open"):
            self._cursor = token.meta.get("before", self._cursor)
            self._enter(_hidden(token, self.lang))
        elif token.type in ("link_close", "span_close"):
            self._foreign.pop()
        elif token.type in ("code_inline", "image", "footnote_ref"):
            self._opaque()
        self._cursor = token.meta.get("after", self._cursor)

    def _enter(self, foreign: bool) -> None:
        if foreign:
            self._opaque()
        self._foreign.append(foreign)

    def _opaque(self) -> None:
        if not any(self._foreign):
            self._put(OPAQUE, self._cursor)

    def _text(self, words: str, written: str) -> None:
        at = self.content.find(written, self._cursor)
        if at < 0 or not words:
            return
        self._cursor = at + len(written)
        if not any(self._foreign):
            self._put(words, at)

    def _put(self, words: str, source: int) -> None:
        self._starts.append(self._length)
        self._sources.append(source)
        self.words.append(words)
        self._length += len(words)


def _hidden(token: Token, lang: str) -> bool:
    """Whether the words of a link or span are no words of this text: another language, or an address."""
    said = str(token.attrs.get("lang", lang)).lower().split("-")[0]
    address = token.markup == "autolink" and not str(token.attrs.get("href", "")).startswith("mailto:")
    return said != lang.split("-")[0] or address
