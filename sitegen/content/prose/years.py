"""`missing-year`: a day in the text of an event without its year. The page stays when the year is long over.

A year may stand elsewhere: in the same passage, in the heading above, or with the same day in the same text. A
day of every year has none.
"""

import re
from collections.abc import Iterator

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
        for found in days:
            dated = found.year or (found.month, found.day) in known
            if not dated and not copy.words.yearly.search(_sentence(passage, found.start, found.end)):
                yield finding("missing-year", passage, (found.start, found.end), {})


def _sentence(passage: Passage, start: int, end: int) -> str:
    """About the sentence in which some words stand: a point after a figure ends none."""
    ends = [found.end() for found in _SENTENCE.finditer(passage.text) if not passage.text[found.start() - 1].isdigit()]
    first = max((each for each in ends if each <= start), default=0)
    return passage.text[first : min((each for each in ends if each >= end), default=len(passage.text))]
