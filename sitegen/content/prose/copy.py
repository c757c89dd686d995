"""A text as the rules get it: its passages, and the days and times in them, each looked for once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.content.markdown.manuscript import Passage
from sitegen.content.prose.clocks import Clock, clocks
from sitegen.content.prose.dates import Found, dates
from sitegen.content.prose.words import Vocabulary, vocabulary
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.model.problems import report


@dataclass(frozen=True, slots=True)
class Copy:
    """One text of a document of a kind, in a language of which the `words` are known."""

    passages: tuple[Passage, ...]
    kind: str
    lang: str
    words: Vocabulary
    days: tuple[tuple[Found, ...], ...]
    clocks: tuple[tuple[Clock, ...], ...]

    def all_days(self) -> Iterator[tuple[Passage, Found]]:
        for passage, found in zip(self.passages, self.days, strict=True):
            for each in found:
                yield passage, each

    def all_clocks(self) -> Iterator[tuple[Passage, Clock]]:
        for passage, found in zip(self.passages, self.clocks, strict=True):
            for each in found:
                yield passage, each


def copy(passages: tuple[Passage, ...], kind: str, lang: str) -> Copy | None:
    """The text of these passages; None if nothing is known of its language."""
    words = vocabulary(lang)
    if words is None:
        return None
    american = lang.split("-")[0] == "en"
    days = tuple(tuple(dates(each.text, words, american)) for each in passages)
    return Copy(passages, kind, lang, words, days, tuple(tuple(clocks(each.text)) for each in passages))


def said(passage: Passage, start: int, end: int) -> str:
    """Words of a passage, on one line."""
    return " ".join(passage.text[start:end].split())


def finding(
    code: str, passage: Passage, at: tuple[int, int], values: Mapping[str, object], related: tuple[Span, ...] = ()
) -> Diagnostic:
    """The diagnostic that says `code` of the words from one offset to another, which are its `value`."""
    return report(code, passage.span(*at), *related, **{"value": said(passage, *at), **values})


def calendar_day(year: int, month: int, day: int) -> date | None:
    """That day, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
