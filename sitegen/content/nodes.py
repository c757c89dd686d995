"""Front matter as a tree of plain strings, each with its place."""

from dataclasses import dataclass
from typing import TypeAlias

from sitegen.foundation.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as written.

    `words` is where it stands word for word, each of its lines from the same column on; None where it is folded
    or holds escapes, so that places in it cannot be told. `comment`: a comment follows it, as one may have meant
    “#3” as a part of it.
    """

    value: str
    span: Span
    quoted: bool = False
    words: Span | None = None
    comment: bool = False

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

    def get(self, name: str) -> "Node | None":
        """The value of a field, if it was written."""
        return next((value for key, value in self.entries if key.value == name), None)


Node: TypeAlias = Scalar | Sequence | Mapping
