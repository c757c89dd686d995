"""The words of a text as a reader sees them, in passages: a paragraph, a heading, a cell, a field of the front matter.

Each passage knows where its characters stand in the file. Code, addresses, pictures and words in other languages
are one `OPAQUE` character each, so that no rule reads them and no words meet across them. The alternative text and
the caption of a picture are passages of their own, after the one in which it stands.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markdown_it.token import Token

from sitegen.content.markdown.captions import caption_place, defined_place, unescaped
from sitegen.content.markdown.manuscript import Manuscript, Passage
from sitegen.content.markdown.origin import origin_of
from sitegen.foundation.diagnostics import Span

OPAQUE = "\ufffc"


def passages(tokens: list[Token], manuscript: Manuscript, definitions: Mapping[str, Any]) -> Iterator[Passage]:
    """The passages of a text in the order of its tokens. `definitions` are the addresses that it names, by label."""
    sort = ""
    reader = _Reader(manuscript, definitions)
    for token in tokens:
        if token.type == "inline":
            yield from reader.read(token, sort)
        elif token.nesting == 1:
            sort = token.type.removesuffix("_open")


def field_passage(words: str, place: Span, exact: bool) -> Passage:
    """A line of words of the front matter, which begins at `place` if that is `exact`, and else is it all."""

    def span(start: int, end: int) -> Span:
        return Span(place.path, place.line, place.column + start, end - start) if exact else place

    return Passage(words, "field", span)


class _Reader:
    """Makes passages of the inline texts of one manuscript. A caption that several pictures share is read once."""

    def __init__(self, manuscript: Manuscript, definitions: Mapping[str, Any]) -> None:
        self.manuscript = manuscript
        self.definitions = definitions
        self._told: set[str] = set()

    def read(self, inline: Token, sort: str) -> Iterator[Passage]:
        """The words of an inline text, and then those of its pictures."""
        pieces = self._pieces(inline)
        yield Passage("".join(pieces.words), sort, self._places(inline, pieces, 0))
        yield from self._pictures(inline, pieces, 0)

    def _pieces(self, token: Token) -> "_Pieces":
        pieces = _Pieces(token.content, self.manuscript.place.lang)
        for child in token.children or ():
            pieces.add(child)
        return pieces

    def _places(self, inline: Token, pieces: "_Pieces", base: int) -> Callable[[int, int], Span]:
        """The places of words in pieces, whose own text begins at `base` of an inline text."""

        def span(start: int, end: int) -> Span:
            origin = origin_of(inline, self.manuscript.text)
            first = origin.offset(base + pieces.offset(start))
            last = origin.offset(base + pieces.offset(end - 1))
            return self.manuscript.span(first, max(first, last) + 1)

        return span

    def _pictures(self, inline: Token, around: "_Pieces", base: int) -> Iterator[Passage]:
        """The words of the pictures in a text that begins at `base` of an inline text."""
        for picture in around.pictures:
            start = picture.meta["before"] + len("[")
            alt = self._pieces(picture)
            if words := "".join(alt.words):
                yield Passage(words, "alt", self._places(inline, alt, base + start))
            yield from self._pictures(inline, alt, base + start)
            if place := caption_place(around.content, start + len(picture.content)):
                caption = _Pieces(around.content, around.lang)
                for piece in unescaped(around.content, *place):
                    caption.put(*piece)
                yield Passage("".join(caption.words), "caption", self._places(inline, caption, base))
            elif picture.attrs.get("title"):
                yield from self._defined(str(picture.meta["label"]))

    def _defined(self, label: str) -> Iterator[Passage]:
        """The caption that a definition gives."""
        if label in self._told:
            return
        self._told.add(label)
        definition = self.definitions[label]
        (begin, until), exact = defined_place(definition, self.manuscript)

        def span(start: int, end: int) -> Span:
            return self.manuscript.span(*((begin + start, begin + end) if exact else (begin, until)))

        yield Passage(str(definition["title"]), "caption", span)


class _Pieces:
    """Joins the words of inline tokens, and remembers where in the inline text each piece begins. Sets pictures apart.

    Tokens carry no place but what the inline rules noted: `after`, where a token ends whose source is more
    than its words, and `before`, where the words inside it begin.
    """

    def __init__(self, content: str, lang: str) -> None:
        self.content = content
        self.lang = lang
        self.words: list[str] = []
        self.pictures: list[Token] = []
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
        elif token.type == "image":
            self._picture(token)
        elif token.type in ("code_inline", "footnote_ref"):
            self._opaque()
        self._cursor = token.meta.get("after", self._cursor)

    def _enter(self, foreign: bool) -> None:
        if foreign:
            self._opaque()
        self._foreign.append(foreign)

    def _picture(self, token: Token) -> None:
        self._opaque()
        if not any(self._foreign) and not _hidden(token, self.lang):
            self.pictures.append(token)

    def _opaque(self) -> None:
        if not any(self._foreign):
            self.put(OPAQUE, self._cursor)

    def _text(self, words: str, written: str) -> None:
        at = self.content.find(written, self._cursor)
        if at < 0 or not words:
            return
        self._cursor = at + len(written)
        if not any(self._foreign):
            self.put(words, at)

    def put(self, words: str, source: int) -> None:
        """Adds words that begin at `source` of the inline text."""
        self._starts.append(self._length)
        self._sources.append(source)
        self.words.append(words)
        self._length += len(words)


def _hidden(token: Token, lang: str) -> bool:
    """Whether the words of a link, a picture or a span are no words of this text: another language, or an address."""
    said = str(token.attrs.get("lang", lang)).lower().split("-")[0]
    address = token.markup == "autolink" and not str(token.attrs.get("href", "")).startswith("mailto:")
    return said != lang.split("-")[0] or address
