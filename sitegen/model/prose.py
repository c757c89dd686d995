"""What the words of a text state, so that it can be held against the facts; and where it asks the lint for silence."""

from dataclasses import dataclass
from datetime import time
from typing import Literal

from sitegen.foundation.diagnostics import Span

SPELLING = "misspelt"
"""The rule that needs dictionaries, and runs when it is asked for."""

RULES = (
    "weekday",
    "no-such-day",
    "missing-year",
    "mixed-times",
    "glued-word",
    "stated-time",
    "stated-place",
    "missing-contact",
    "heading-level",
    "empty-section",
    "empty-link-text",
    "long-summary",
    SPELLING,
)
"""The rules of the lint, each by the code of its warning: what can be silenced."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names. `year` is None where the text leaves it out; Monday is weekday 0."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Spell:
    """A day with the times from which and until which something lasts on it."""

    day: Day
    start: time
    end: time
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A line such as “Sted: Rådhuset” or “Tid: onsdag 4. mars kl. 10:00”, with what was read in it."""

    sort: Literal["when", "where", "deadline"]
    words: str
    days: tuple[Day, ...]
    times: tuple[time, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail address, and the name of the person whose it seems to be: words of the text, or of the address."""

    address: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claims:
    """All that the texts of one file state."""

    days: tuple[Day, ...] = ()
    spells: tuple[Spell, ...] = ()
    statements: tuple[Statement, ...] = ()
    mails: tuple[Mail, ...] = ()

    def also(self, other: "Claims") -> "Claims":
        return Claims(
            self.days + other.days,
            self.spells + other.spells,
            self.statements + other.statements,
            self.mails + other.mails,
        )


NO_CLAIMS = Claims()


@dataclass(frozen=True, slots=True)
class Silence:
    """That a rule is silent from line `first` to line `last` of a file; `span` is where that is said."""

    rule: str
    first: int
    last: int
    span: Span

    def covers(self, code: str, place: Span) -> bool:
        return code == self.rule and place.path == self.span.path and self.first <= place.line <= self.last
