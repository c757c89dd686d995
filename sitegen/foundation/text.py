"""Plain text: what may stand in a file, and which known word is nearest to a misspelt one."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def control_character(text: str) -> int | None:
    """Where the first character stands that no feed, page or calendar can carry; None if there is none.

    These are the control characters but for tab and line feed (XML 1.0 §2.2 forbids most, RFC 5545 §3.1
    the rest), the two Unicode line separators, and the two noncharacters that XML forbids.
    """
    found = _CONTROL.search(text)
    return found.start() if found else None


def normalised(text: str) -> str:
    """`text` in Unicode's form NFC, in which equal-looking Nordic letters are equal."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was most likely meant to be, or None if none is near."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else None
