"""A price as editors write it, in a number and a currency. What cannot be read with certainty is not read."""

import re
from dataclasses import dataclass

_FREE = re.compile(r"\b(gratis|kostnadsfri\w*|avgiftsfri\w*|vederlagsfri\w*|free)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+")
_NAMED = {
    "NOK": re.compile(r"\bNOK\b|\bnorske? ?(?:kroner|kr)\b|\bnorska kronor\b", re.IGNORECASE),
    "SEK": re.compile(r"\bSEK\b|\bsvenske? kroner\b|\bsvenska kronor\b", re.IGNORECASE),
    "DKK": re.compile(r"\bDKK\b|\bdanske? kroner\b|\bdanska kronor\b", re.IGNORECASE),
    "EUR": re.compile(r"\bEUR\b|\beuro\b|€", re.IGNORECASE),
}
_CROWNS = re.compile(r"\bkr(?:oner|onor)?\b", re.IGNORECASE)
_OF_COUNTRY = {"NO": "NOK", "SE": "SEK", "DK": "DKK"}


@dataclass(frozen=True, slots=True)
class Price:
    """An amount in whole units of a currency (ISO 4217)."""

    amount: int
    currency: str


def read_price(words: str, country: str) -> Price | None:
    """The first amount that the words name; crowns are those of the country. None where it stays unsaid."""
    currency = next((code for code, name in _NAMED.items() if name.search(words)), "")
    own = _OF_COUNTRY.get(country, "")
    amount = _AMOUNT.search(words)
    if amount is None:
        return Price(0, own or "EUR") if _FREE.search(words) else None
    if not currency and _CROWNS.search(words):
        currency = own
    return Price(int(re.sub(r"\D", "", amount[0])), currency) if currency else None
