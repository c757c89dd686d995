"""Things of schema.org as frozen values, and how they are written into a page. Knows no document."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

from markupsafe import Markup

CONTEXT = "https://schema.org"

Value = Union[str, int, float, bool, "Thing", tuple["Value", ...]]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a type with its properties, in the order in which they are written."""

    type: str
    properties: tuple[tuple[str, Value], ...]


def thing(type_: str, **properties: Value | None) -> Thing:
    """A thing with those properties that have a value; a list of one is the one."""
    told = ((name, _alone(value)) for name, value in properties.items() if value not in (None, "", ()))
    return Thing(type_, tuple(told))


def written(things: Sequence[Thing]) -> Markup:
    """The things as a data block may hold them: nothing in it can end the block or begin a comment."""
    if not things:
        return Markup()
    whole = {"@context": CONTEXT, "@graph": [_plain(each) for each in things]}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _alone(value: Value | None) -> Value:
    if isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value if value is not None else ""


def _plain(value: Value) -> object:
    if isinstance(value, Thing):
        return {"@type": value.type, **{name: _plain(each) for name, each in value.properties}}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
