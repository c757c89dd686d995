"""Where the characters of an inline text stand in the source. markdown-it's inline tokens carry no positions.

A leaf block's text is made of the tails of source lines, or is a cell of a table's row. While the block
rule's state still knows where each line's container markers end, `placed` and `placed_table` put those
offsets on the tokens; an `Origin` makes a mapping of them when something in the text asks for its place.
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import Protocol

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

BlockRule = Callable[[StateBlock, int, int, bool], bool]


class Origin(Protocol):
    def offset(self, at: int) -> int:
        """The offset in the source of the character at `at` of the inline text."""


class Lines:
    """An inline text of whole lines, each of which begins in the source at its mark."""

    def __init__(self, content: str, marks: list[int], source: str) -> None:
        while len(marks) > 1 and not _line(source, marks[0]).strip(MD_TRIM_CHARS):
            marks = marks[1:]
        self.starts: list[int] = []
        self.sources: list[int] = []
        at = 0
        for number, line in enumerate(content.split("\n")[: len(marks)]):
            indent = len(line) - len(line.lstrip(" \t"))
            mark = marks[number]
            if number == 0:
                mark = max(mark, source.find(line, mark, mark + len(_line(source, mark))))
            self.starts.append(at + indent)
            self.sources.append(mark)
            at += len(line) + 1

    def offset(self, at: int) -> int:
        line = max(0, bisect_right(self.starts, at) - 1)
        return self.sources[line] + max(0, at - self.starts[line])


class Cell:
    """A cell of a table's row: begins at `start`; the backslashes of its `\\|` are gone from the text."""

    def __init__(self, start: int, dropped: list[int]) -> None:
        self.start = start
        self.dropped = [at - start - count for count, at in enumerate(dropped)]

    def offset(self, at: int) -> int:
        return self.start + at + bisect_right(self.dropped, at)


class Row:
    """A row of a table, taken apart once for all its cells."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.cells: list[Cell] = []

    def cell(self, index: int, source: str) -> Cell:
        if not self.cells:
            self.cells = _cells(source, self.start)
        return self.cells[min(index, len(self.cells) - 1)]

    def extra(self, columns: int, source: str) -> tuple[int, int] | None:
        """Where the row goes on past the table's last column, if it has words there."""
        cell = self.cell(columns, source)
        end = self.start + len(_line(source, self.start))
        beyond = len(self.cells) > columns and source[cell.start : end].strip("|" + MD_TRIM_CHARS)
        return (cell.start, end) if beyond else None


def _cells(source: str, start: int) -> list[Cell]:
    """The cells of the row at `start`, divided as markdown-it's `escapedSplit` divides them."""
    line = _line(source, start)
    row = line.strip(MD_TRIM_CHARS)
    begin = start + len(line) - len(line.lstrip(MD_TRIM_CHARS))
    bounds, dropped = [-1], []
    for at, char in enumerate(row):
        if char == "|":
            if at and row[at - 1] == "\\":
                dropped.append(begin + at - 1)
            else:
                bounds.append(at)
    edges = [(a + 1, b) for a, b in zip(bounds, [*bounds[1:], len(row)], strict=True)]
    if edges[0][0] == edges[0][1] and len(edges) > 1:
        edges.pop(0)
    cells, taken = [], 0
    for a, b in edges:
        text = row[a:b]
        inside = begin + a + len(text) - len(text.lstrip(MD_TRIM_CHARS))
        until = bisect_right(dropped, begin + b)
        cells.append(Cell(inside, dropped[taken:until]))
        taken = until
    return cells


def _line(source: str, start: int) -> str:
    end = source.find("\n", start)
    return source[start : len(source) if end < 0 else end]


def origin_of(inline: Token, source: str) -> Origin:
    """The mapping of an inline token's text, made at the first question."""
    found: Origin | None = inline.meta.get("origin")
    if found is None:
        if "row" in inline.meta:
            row, index = inline.meta["row"]
            found = row.cell(index, source)
        else:
            found = Lines(inline.content, inline.meta["marks"], source)
        inline.meta["origin"] = found
    return found


def placed(rule: BlockRule) -> BlockRule:
    """A block rule made to remember where in the source each line of its inline text begins."""

    def remember(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            for token in state.tokens[first:]:
                if token.type in ("inline", "heading_open") and token.map and "marks" not in token.meta:
                    line, after = token.map
                    lines = range(line, max(after, line + 1))
                    token.meta["marks"] = [state.bMarks[at] + state.tShift[at] for at in lines]
        return True

    return remember


def placed_table(rule: BlockRule) -> BlockRule:
    """The table rule made to remember where each row begins, and which of its cells an inline text is."""

    def remember(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            row, index = Row(0), 0
            for token in state.tokens[first:]:
                if token.type == "tr_open" and token.map:
                    line = token.map[0]
                    row, index = Row(state.bMarks[line] + state.tShift[line]), 0
                elif token.type == "inline":
                    token.meta["row"] = (row, index)
                    index += 1
        return True

    return remember
