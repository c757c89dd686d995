"""YAML text to `Node`s, from libyaml's events under guards.

PyYAML's loaders are not used: they turn 10:00 into 600, `no` into False and 0150 into 104, they overflow the
stack on deep nesting, and they follow anchors and merge keys that grow without bound. Events give plain strings
with places, and every refusal has its line and column.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from sitegen.content.nodes import Mapping, Node, Scalar, Sequence
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.text import control_character, normalised
from sitegen.model.problems import report

DEPTH = 8
EVENTS = 20_000
SIZE = 64 * 1024

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):
    """The text is not YAML of the sort that is allowed. Reading cannot go on past it."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def read_yaml(text: str, path: str, first_line: int) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The fields in `text`, whose first line is line `first_line` of the file, and what is wrong with them:
    fields that stand twice, and escapes that write control characters.

    Raises `Refused` at the first place that makes the rest unreadable.
    """
    reader = _Reader(path, first_line)
    if len(text.encode()) > SIZE:
        raise Refused(report("yaml-size", Span(path, first_line), bound=f"{SIZE // 1024} kB"))
    return reader.document(text), tuple(reader.wrong)


class _Reader:
    """Builds nodes from a stream of events; keeps what is wrong on the way."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.wrong: list[Diagnostic] = []
        self.lines: list[str] = []

    def document(self, text: str) -> Mapping:
        self.lines = text.split("\n")
        events = self._guarded(text)
        start = next(events, None)
        if start is None:
            return Mapping((), Span(self.path, self.first_line))
        node = self._node(start, events, 1)
        if next(events, None) is not None:
            raise Refused(report("yaml", node.span, reason="it holds more than one document"))
        if not isinstance(node, Mapping):
            raise Refused(report("not-a-mapping", node.span))
        return node

    def _guarded(self, text: str) -> Iterator[Any]:
        """The events of values and collections, refused where they go past a guard."""
        try:
            for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
                if count > EVENTS:
                    raise Refused(report("yaml-size", self._span(event), bound=f"{EVENTS} values"))
                if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                    raise Refused(report("yaml-anchor", self._span(event)))
                if isinstance(event, yaml.NodeEvent):
                    if getattr(event, "tag", None):
                        raise Refused(report("yaml-tag", self._span(event)))
                    yield event
                elif isinstance(event, yaml.CollectionEndEvent):
                    yield event
                elif isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
                    raise Refused(report("yaml-tag", self._span(event)))
        except yaml.MarkedYAMLError as error:
            raise Refused(self._syntax(error)) from error
        except yaml.reader.ReaderError as error:
            raise Refused(report("yaml", Span(self.path, self.first_line), reason=error.reason)) from error

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        if depth > DEPTH:
            raise Refused(report("yaml-depth", self._span(event), bound=DEPTH))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._until_end(events, depth)), self._span(event))
        return self._mapping(event, events, depth)

    def _until_end(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield self._node(event, events, depth + 1)

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            value = self._node(next(events), events, depth + 1)
            if key.value in entries:
                first = entries[key.value][0].span
                self.wrong.append(report("duplicate-key", key.span, first, name=key.value))
            else:
                entries[key.value] = (key, value)
        return Mapping(tuple(entries.values()), self._span(start))

    def _key(self, event: Any) -> Scalar:
        if not isinstance(event, yaml.ScalarEvent):
            raise Refused(report("key-not-text", self._span(event)))
        if event.value == "<<" and not event.style:
            raise Refused(report("yaml-merge", self._span(event)))
        return self._scalar(event)

    def _scalar(self, event: Any) -> Scalar:
        quoted = event.style in ("'", '"')
        span = self._span(event)
        at = control_character(event.value)
        if at is not None:
            self.wrong.append(report("control-character", span, code=f"{ord(event.value[at]):04X}"))
        end = event.end_mark
        after = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        comment = not event.style and after.lstrip().startswith("#")
        return Scalar(normalised(event.value), span, quoted, self._words(event, quoted), comment)

    def _words(self, event: Any, quoted: bool) -> Span | None:
        """Where the words of a scalar stand as they are: below the mark of a literal block, or on one line."""
        start, end = event.start_mark, event.end_mark
        if event.style == "|":
            said = next((line for line in event.value.split("\n") if line.strip()), "")
            written = next((line for line in self.lines[start.line + 1 :] if line.strip()), "")
            return Span(self.path, start.line + 1 + self.first_line, len(written) - len(said) + 1)
        if start.line != end.line or end.column - start.column - 2 * quoted != len(event.value):
            return None
        return Span(self.path, start.line + self.first_line, start.column + 1 + quoted)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        same_line = start.line == end.line
        length = max(1, end.column - start.column) if same_line else 1
        return Span(self.path, start.line + self.first_line, start.column + 1, length)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Diagnostic:
        mark = error.problem_mark or error.context_mark
        if mark and error.context_mark and mark.line >= len(self.lines) - 1 and mark.column == 0:
            mark = error.context_mark  # what has no end is told where it begins
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, len(self.lines[-1])
        reason = ", ".join(part for part in (error.context, error.problem) if part)
        return report("yaml", Span(self.path, line + self.first_line, column + 1), reason=reason)
