"""Numbers, with the language's separators of thousands and decimals (CLDR's number symbols)."""

from decimal import Decimal

from babel.numbers import format_decimal

from sitegen.render.locale.cldr import locale


def number(value: int | Decimal, lang: str) -> str:
    """ "1 234,5" with a no-break space, "1.234,5": at most three decimals. Floats are not taken."""
    return format_decimal(value, locale=locale(lang))
