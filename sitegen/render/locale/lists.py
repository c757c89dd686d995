"""Several things in a row: "a, b og c" (CLDR's list patterns "standard" and "or")."""

from collections.abc import Iterable

from babel.lists import format_list

from sitegen.render.locale.cldr import locale


def all_of(items: Iterable[str], lang: str) -> str:
    """ "a, b og c"; nothing of nothing."""
    return format_list(tuple(items), "standard", locale(lang))


def one_of(items: Iterable[str], lang: str) -> str:
    """ "a, b eller c"; nothing of nothing."""
    return format_list(tuple(items), "or", locale(lang))
