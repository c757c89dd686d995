"""Codes and names that others have given out: CPV, countries, time zones, rules of the lint."""

import re
from functools import cache

from babel import Locale

from sitegen.content.values.bad import Bad
from sitegen.foundation.text import nearest
from sitegen.foundation.zones import is_zone, zone_names
from sitegen.model.prose import RULES

_CPV = re.compile(r"([0-9]{8})(?:-([0-9]))?")


def cpv(text: str) -> str:
    """A code of the Common Procurement Vocabulary (Regulation (EC) 213/2008), without its check digit.

    No published rule derives the check digit from the code, so the form of one that is given is checked alone.
    """
    found = _CPV.fullmatch(text)
    if found is None or int(found[1][:2]) == 0:
        raise Bad("cpv", value=text)
    return found[1]


def country(text: str) -> str:
    """An ISO 3166-1 alpha-2 code, as CLDR lists them."""
    if text not in _countries():
        raise Bad("country", value=text, near=text.upper() if text.upper() in _countries() else "")
    return text


@cache
def _countries() -> frozenset[str]:
    """CLDR's territories of two letters, without its groupings and unassigned codes."""
    groupings = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
    codes = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code)) - groupings


def zone_name(text: str) -> str:
    if not is_zone(text):
        raise Bad("time-zone", value=text, near=nearest(text, zone_names()) or "")
    return text


def rule_name(text: str) -> str:
    """The name of a rule of the lint."""
    if text not in RULES:
        raise Bad("unknown-rule", value=text, known=", ".join(RULES), near=nearest(text, RULES) or "")
    return text
