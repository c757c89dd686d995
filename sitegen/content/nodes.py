"""Front matter as a tree of plain strings, each with its place."""

from dataclasses import dataclass
from typing import TypeAlias

from sitegen.foundation.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as written. `line`, `indent`: where a block text's own first line stands, for prose."""

    value: str
    span: Span
    quoted: bool = False
    block: bool = False

    @property
    def empty(self) -> bool:
        return not self.quoted and self.value.strip() in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Sequence:
    items: "tuple[Node, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields in the order in which they were written; no name stands here twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span


Node: TypeAlias = Scalar | Sequence | Mapping
