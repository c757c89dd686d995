"""A diagnostic in the words of a language: place, reason, the line in question, and the mend."""

from dataclasses import dataclass, replace

from sitegen.foundation.diagnostics import Diagnostic, Level, Span, sentence
from sitegen.model.problems import sentences
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling.excerpt import WIDEST, excerpt
from sitegen.render.telling.lines import Lines
from sitegen.render.telling.printable import printable, shortened
from sitegen.render.telling.reasons import in_words

ENGLISH = Catalogue("en", ())


@dataclass(frozen=True, slots=True)
class Told:
    """A diagnostic to be shown. `span` and `others` end where their lines do.

    `line` is the line of the source as it is shown, and `pointer` the marks below it, both empty where there is no
    such line; characters `start` to `end` of `line` are meant, which `words` is in the source.
    """

    span: Span
    level: Level
    code: str
    reason: str
    mend: str
    values: tuple[tuple[str, str], ...] = ()
    others: tuple[Span, ...] = ()
    line: str = ""
    pointer: str = ""
    start: int = 0
    end: int = 0

    @property
    def place(self) -> str:
        """`file:line:column`."""
        return place(self.span)

    @property
    def number(self) -> int:
        """Which line it is."""
        return self.span.line

    @property
    def related(self) -> tuple[str, ...]:
        """The other places, each as `file:line:column`."""
        return tuple(place(span) for span in self.others)


def tell(found: Diagnostic, lines: Lines, words: Catalogue = ENGLISH, widest: int = WIDEST) -> Told:
    """The diagnostic in `words`; `lines` gives those of a file, `widest` the cells that an excerpt may take."""
    values = {name: in_words(name, value, words) for name, value in found.values}
    reason, mend = (shortened(printable(sentence(words.gettext(template), values))) for template in sentences(found))
    shown = excerpt(found.span, lines(found.span.path), widest)
    return Told(
        span=_within(found.span, lines),
        level=found.level,
        code=found.code,
        reason=reason,
        mend=mend,
        values=found.values,
        others=tuple(_within(span, lines) for span in found.related),
        line=shown.line,
        pointer=shown.pointer,
        start=shown.start,
        end=shown.end,
    )


def place(span: Span) -> str:
    """`file:line:column`, with nothing in it that a terminal obeys."""
    return f"{printable(span.path)}:{span.line}:{span.column}"


def _within(span: Span, lines: Lines) -> Span:
    """The span, no longer than its line; at least one character, as at the end of a line."""
    known = lines(span.path)
    if not 1 <= span.line <= len(known):
        return replace(span, length=1)
    left = len(known[span.line - 1]) - (span.column - 1)
    return replace(span, length=max(1, min(span.length, left)))
