"""The lint of prose, as far as one text says by itself what is wrong with it, and what it states for others to check.

Knows the words of a text with their places. Knows no facts, no other documents, and not what a site silences.
`RULES` is the whole list: to add a rule, add a file and a name here, and in `model.prose`.
"""

from collections.abc import Callable, Iterator, Sequence

from sitegen.content.markdown.manuscript import Passage
from sitegen.content.prose import glued, impossible, times, weekday, years
from sitegen.content.prose.claims import claims
from sitegen.content.prose.copy import Copy, copy
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.model.prose import NO_CLAIMS, Claims

Rule = Callable[[Copy], Iterator[Diagnostic]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("weekday", weekday.check),
    ("no-such-day", impossible.check),
    ("missing-year", years.check),
    ("mixed-times", times.check),
    ("glued-word", glued.check),
)


def read_prose(passages: Sequence[Passage], kind: str, lang: str) -> tuple[Claims, list[Diagnostic]]:
    """What a text states, and what the rules find in it. Nothing, in a language of which nothing is known."""
    text = copy(tuple(passages), kind, lang)
    if text is None:
        return NO_CLAIMS, []
    return claims(text), [found for _, check in RULES for found in check(text)]
