"""Colours as they are written, and whether they can be told from what lies behind them."""

from collections.abc import Callable

from sitegen.content.values.bad import Bad
from sitegen.model.colour import HEX, READABLE, contrast, readable


def colour(text: str) -> str:
    """A colour in sRGB: six hexadecimal digits, with or without the # that YAML wants in quotes."""
    found = HEX.fullmatch(text)
    if found is None:
        raise Bad("colour", value=text)
    return f"#{found[1].lower()}"


def told_from(ground: str, code: str) -> Callable[[str], str]:
    """A verb for a colour that can be read on `ground`; the problem `code` says that it cannot."""

    def verb(text: str) -> str:
        found = colour(text)
        ratio = contrast(found, ground)
        if ratio < READABLE:
            # Rounded down: a ratio that falls short is not told as one that does not.
            told = f"{int(ratio * 100) / 100:.2f}"
            raise Bad(code, value=text, ratio=told, ground=ground, better=readable(found, ground))
        return found

    return verb
