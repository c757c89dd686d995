"""Numbers, degrees, yes and no as they are written."""

import re
from collections.abc import Callable

from sitegen.content.values.bad import Bad


def boolean(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise Bad("yes-or-no", value=text)
    return text.lower() == "true"


def whole(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise Bad("whole-number", value=text)
    return int(text)


def number(text: str) -> float:
    if not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,12})?", text):
        raise Bad("number", value=text)
    return float(text)


def degrees(most: int) -> Callable[[str], float]:
    """A verb for a number of degrees, `most` in either direction."""

    def verb(text: str) -> float:
        if abs(number(text)) > most:
            raise Bad("degrees", value=text, most=most)
        return number(text)

    return verb
