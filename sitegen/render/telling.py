"""A diagnostic as people are told it: place, reason, the line in question, and the mend."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sitegen.foundation.diagnostics import Diagnostic, Level, Span, sentence
from sitegen.model.problems import sentences

WIDEST = 160
"""Characters of a line that are shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """`place` is file:line:column; `line` the line as it stands and `pointer` the marks below it, both empty
    where there is no such line; `related` the other places.
    """

    place: str
    level: Level
    code: str
    reason: str
    mend: str
    line: str = ""
    pointer: str = ""
    number: int = 1
    related: tuple[str, ...] = ()


Lines = Callable[[str], tuple[str, ...]]


def tell(found: Diagnostic, lines: Lines, translate: Callable[[str], str] = str) -> Told:
    """The diagnostic in words; `lines` gives those of a file, `translate` the message ids in a language."""
    values = dict(found.values)
    reason, mend = (sentence(translate(template), values) for template in sentences(found))
    line, pointer = _excerpt(found.span, lines(found.span.path))
    return Told(
        place=place(found.span),
        level=found.level,
        code=found.code,
        reason=reason,
        mend=mend,
        line=line,
        pointer=pointer,
        number=found.span.line,
        related=tuple(place(span) for span in found.related),
    )


def place(span: Span) -> str:
    return f"{span.path}:{span.line}:{span.column}"


def _excerpt(span: Span, lines: tuple[str, ...]) -> tuple[str, str]:
    """The line of a span with tabs as single spaces, and carets below it; a long line is cut around them."""
    if not 1 <= span.line <= len(lines):
        return "", ""
    line = lines[span.line - 1].replace("\t", " ")
    start = max(0, min(span.column - 1, len(line)))
    length = max(1, min(span.length, len(line) - start))
    first = max(0, start - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[first : first + WIDEST]
    return shown, " " * (start - first) + "^" * min(length, max(1, WIDEST - (start - first)))


def text(told: Told) -> str:
    """The diagnostic as lines of plain text."""
    parts = [f"{told.place}: {told.level}: {told.reason} [{told.code}]"]
    if told.line:
        margin = " " * len(str(told.number))
        parts += [f"  {told.number} | {told.line}", f"  {margin} | {told.pointer}"]
    parts += [f"  see also: {other}" for other in told.related]
    parts.append(f"  mend: {told.mend}")
    return "\n".join(parts)


def lines_below(folder: Path) -> Lines:
    """Gives the lines of files below a site's folder, each file read once; none for what cannot be read."""

    @cache
    def lines(path: str) -> tuple[str, ...]:
        try:
            return tuple((folder / path).read_bytes().decode("utf-8-sig", "replace").splitlines())
        except (OSError, ValueError):
            return ()

    return lines


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors and warnings there are."""
    levels = [each.level for each in diagnostics]
    errors, warnings = levels.count("error"), levels.count("warning")
    named = [_count(errors, "error"), _count(warnings, "warning")]
    return ", ".join(each for each in named if each) or "no mistakes"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""
