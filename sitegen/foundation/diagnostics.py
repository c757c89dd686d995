"""What is wrong, where, and how to mend it. Knows nothing about sites or how a diagnostic is shown.

A `Diagnostic` carries no sentence of its own: it names a code and the values that fill the sentence, so
that it can be cached with the document that caused it and be told in any language afterwards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file. `line` and `column` count from 1; `length` is in characters."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """A sort of mistake: the sentence that names the reason, and the one that names the mend.

    Both are message ids with `{name}` places, marked for translation where the problem is declared.
    """

    code: str
    level: Level
    reason: str
    mend: str


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One mistake at one place. `related` are other places that belong to it ("first used here")."""

    span: Span
    code: str
    level: Level
    values: tuple[tuple[str, str], ...] = ()
    related: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value, or none, with what was found wrong on the way to it."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


def diagnostic(problem: Problem, span: Span, related: tuple[Span, ...], values: Mapping[str, object]) -> Diagnostic:
    """The diagnostic that says `problem` of the place `span`; `values` fill its sentences."""
    said = tuple(sorted((name, str(value)) for name, value in values.items()))
    return Diagnostic(span, problem.code, problem.level, said, related)


def by_place(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each diagnostic once, in the order of files, lines and columns."""
    return tuple(sorted(set(diagnostics), key=_order))


def _order(found: Diagnostic) -> tuple[object, ...]:
    """The order of diagnostics as they compare, in plain values: a text can have a hundred thousand of them."""
    span = found.span
    return (span.path, span.line, span.column, span.length, found.code, found.level, found.values, found.related)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(each.level == "error" for each in diagnostics)


def sentence(template: str, values: Mapping[str, str]) -> str:
    """`template` with its `{name}` places filled, whatever the values hold."""
    return template.format_map(values)
