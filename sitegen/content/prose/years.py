"""`missing-year`: a day in the text of an event without its year. The page stays when the year is long over.

A year may stand elsewhere: in the same passage, in the heading above, or with the same day in the same text. A
day of every year has none.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sitegen.content.markdown.manuscript import Passage
from sitegen.content.prose.copy import Copy, finding
from sitegen.content.prose.dates import years
from sitegen.foundation.diagnostics import Diagnostic

KINDS = ("event",)
_SENTENCE = re.compile(r"[.!?][ \n](?=[A-ZÆØÅÄÖ])")


def check(copy: Copy) -> Iterator[Diagnostic]:
    if copy.kind not in KINDS:
        return
    known = {(found.month, found.day) for _, found in copy.all_days() if found.year}
    heading = False
    for passage, days in zip(copy.passages, copy.days, strict=True):
        if passage.sort == "heading":
            heading = bool(years(passage.text))
        if not days or heading or years(passage.text):
            continue
        yearly = _yearly(passage, copy.words.yearly)
        for found in days:
            dated = found.year or (found.month, found.day) in known
            if not dated and not any(start <= found.start < end for start, end in yearly):
                yield finding("missing-year", passage, (found.start, found.end), {})


def _yearly(passage: Passage, words: re.Pattern[str]) -> list[tuple[int, int]]:
    """About the sentences that speak of every year; a point after a figure ends none."""
    if not words.search(passage.text):
        return []
    ends = [found.end() for found in _SENTENCE.finditer(passage.text) if not passage.text[found.start() - 1].isdigit()]
    bounds = [0, *ends, len(passage.text)]
    return [(start, end) for start, end in pairwise(bounds) if words.search(passage.text, start, end)]
