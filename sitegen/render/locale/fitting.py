"""Whether a translation fits its message: the same places to fill, and nothing that breaks the filling.

Templates' messages have places `%(name)s` (Jinja's new style fills them with %), Python's have `{name}`
(`str.format_map`). A translation that lacks a place loses a fact; one with a place too many would stop the
page at the worst of times, so it is refused when the catalogue is read.
"""

import re
import string
from collections.abc import Sequence
from typing import Literal

Style = Literal["percent", "brace", "none"]
_PERCENT = re.compile(r"%(?:\((\w+)\)([sd])|(.?))", re.DOTALL)


def misfit(ids: Sequence[str], texts: Sequence[str]) -> str | None:
    """Why `texts` cannot stand for the message `ids` (singular, or singular and plural); None if they fit.

    Of several plurals, each has the places that both forms of the message have, and at most those that
    either has: "one day" may leave out the number.
    """
    kinds = {_style(each) for each in ids} - {"none"}
    style: Style = kinds.pop() if len(kinds) == 1 else "none"
    known = [_places(each, style) or frozenset[str]() for each in ids]
    needed, allowed = frozenset.intersection(*known), frozenset.union(*known)
    for text in texts:
        has = _places(text, style)
        if has is None:
            return f"“{text}” has a % or a brace that opens no place"
        if not needed <= has <= allowed:
            wrong = sorted(needed - has) or sorted(has - allowed)
            return f"“{text}” {'lacks' if needed - has else 'adds'} {', '.join(wrong)}"
    return None


def _style(message: str) -> Style:
    if re.search(r"%\(\w+\)[sd]|%%", message):
        return "percent"
    return "brace" if re.search(r"\{\w*\}", message) else "none"


def _places(text: str, style: Style) -> frozenset[str] | None:
    """The places of a text, written as they stand there; None if it cannot be filled.

    A text without places must be fillable either way, as it does not show which one it will be.
    """
    percent, brace = _percent_places(text), _brace_places(text)
    if style == "percent":
        return percent
    if style == "brace":
        return brace
    return None if percent is None or brace is None else percent | brace


def _percent_places(text: str) -> frozenset[str] | None:
    found = list(_PERCENT.finditer(text))
    if any(each[3] is not None and each[3] != "%" for each in found):
        return None
    return frozenset(f"%({each[1]}){each[2]}" for each in found if each[1])


def _brace_places(text: str) -> frozenset[str] | None:
    try:
        return frozenset(f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return None
