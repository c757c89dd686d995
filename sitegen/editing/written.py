"""A file as it lies on the disk, and changes to it at the places that diagnostics and references name.

Places are those of the text as it is read: without byte order mark, with plain newlines, in NFC. All that is not
changed keeps its bytes.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.foundation.diagnostics import Span
from sitegen.foundation.text import normalised

_LINE = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Instead of the characters from `start` to `end`, `words`."""

    start: int
    end: int
    words: str


class Written:
    """The text of a file. Raises UnicodeDecodeError where it is not UTF-8."""

    def __init__(self, data: bytes) -> None:
        self._mark = data.startswith(codecs.BOM_UTF8)
        self.text = data.decode("utf-8-sig")
        self._starts = [0, *(found.end() for found in _LINE.finditer(self.text))]
        ending = _LINE.search(self.text)
        self.newline = ending[0] if ending else "\n"

    def line(self, number: int) -> str:
        """A line, counted from 1, without its end; empty past the last."""
        if number > len(self._starts):
            return ""
        return _LINE.split(self.text[self._starts[number - 1] :], maxsplit=1)[0]

    def start(self, number: int) -> int:
        """Where line `number`, counted from 1, begins."""
        return self._starts[number - 1] if number <= len(self._starts) else len(self.text)

    def offset(self, line: int, column: int) -> int:
        """Where the character stands that is read at this line and column."""
        words = self.line(line)
        if words.isascii() or normalised(words) == words:
            return self.start(line) + column - 1
        before = (at for at in range(len(words) + 1) if len(normalised(words[:at])) < column)
        return self.start(line) + max(before, default=0)

    def between(self, span: Span) -> tuple[int, int]:
        """Where the characters of a place begin and end."""
        start = self.offset(span.line, span.column)
        return start, self.offset(span.line, span.column + span.length)

    def changed(self, changes: Iterable[Change]) -> bytes:
        """The bytes of the file with these changes, none of which may overlap."""
        text = self.text
        for change in sorted(set(changes), reverse=True):
            text = text[: change.start] + change.words + text[change.end :]
        return (codecs.BOM_UTF8 if self._mark else b"") + text.encode()
