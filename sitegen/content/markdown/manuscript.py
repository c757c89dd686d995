"""A text and its place in a file: turns offsets into spans, and collects what is found wrong.

The parser's rules carry one `Manuscript` through a parse (in markdown-it's `env`), so that a rule can report
a mistake at the exact character it stands on.
"""

from bisect import bisect_right
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from markdown_it.token import Token

from sitegen.content.markdown.origin import origin_of
from sitegen.foundation.diagnostics import Diagnostic, Span, diagnostic
from sitegen.model.problems import problem

KEY = "manuscript"


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of the words that readers see: a paragraph, a heading, a cell, a field of the front matter.

    `sort` is the block that holds it ("heading", "paragraph", "td", "dt", "field" …), or what it is of a picture
    ("alt", "caption"). `span` gives the place in the file of the characters from one offset to another.
    """

    text: str
    sort: str
    span: Callable[[int, int], Span] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, and of what it is a part.

    `path` is the file's, below the site's folder. `line` is the line of the file on which the text's first
    line stands; `column` the one at which each of its lines begins (more than 1 for prose in front matter).
    `kind` is that of the document. `prefix` is empty for the body, and for prose in a field the field's path:
    it keeps the ids of several texts on one page apart.
    """

    path: str
    line: int
    kind: str
    lang: str
    column: int = 1
    prefix: str = ""


class Manuscript:
    """A text being parsed. `where` answers for the inline text that was entered last."""

    def __init__(self, text: str, place: Place) -> None:
        self.text = text
        self.place = place
        self.diagnostics: list[Diagnostic] = []
        self.used_labels: set[str] = set()
        self.passages: list[Passage] = []
        self.alt_depth = 0
        self.base = 0
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._inline: Token | None = None

    def enter(self, inline: Token) -> None:
        """From now on, offsets are those of this inline text."""
        self._inline, self.base = inline, 0

    def where(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of two offsets in the inline text that was entered."""
        if self._inline is None:
            return 0, 0
        origin = origin_of(self._inline, self.text)
        first = origin.offset(self.base + start)
        return first, max(first, origin.offset(self.base + end - 1)) + 1

    def line(self, number: int) -> tuple[int, int]:
        """Where line `number` (from 0) begins, after its indentation, and ends."""
        start = self._starts[min(number, len(self._starts) - 2)]
        end = self.line_end(start)
        line = self.text[start:end]
        return end - len(line.lstrip()), end

    def line_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def span(self, start: int, end: int) -> Span:
        """The place in the file of the text from `start` to `end`, as far as it stands on one line."""
        line = bisect_right(self._starts, start) - 1
        length = min(end, self.line_end(start)) - start
        column = self.place.column + start - self._starts[line]
        return Span(self.place.path, self.place.line + line, column, max(1, length))

    def report(self, code: str, at: tuple[int, int], /, *related: Span, **values: object) -> None:
        """Tells the problem `code` of the text between two offsets."""
        self.say(code, self.span(*at), *related, **values)

    def say(self, code: str, span: Span, /, *related: Span, **values: object) -> None:
        self.diagnostics.append(diagnostic(problem(code), span, related, values))


def manuscript_of(env: MutableMapping[str, Any]) -> Manuscript:
    """The manuscript of a parse that is under way."""
    found = env[KEY]
    assert isinstance(found, Manuscript)
    return found
