"""iCalendar octets of ours as jCal (RFC 7265): the same components, properties, parameters and values, as JSON.

Knows the types of the properties that our feeds have. Reads content lines as `lines` writes them.
"""

import re
from functools import lru_cache
from typing import Any

import msgspec

_FOLD = b"\r\n "
_PARAMETER = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";:]*)')
_ESCAPE = re.compile(r"\\(.)")
_COMMA = re.compile(r"(?<!\\)((?:\\\\)*),")
_TIMES = ("CREATED", "DTEND", "DTSTAMP", "DTSTART", "EXDATE", "LAST-MODIFIED", "RECURRENCE-ID")
_TYPES = {
    **dict.fromkeys(_TIMES, "date-time"),
    **dict.fromkeys(("ATTACH", "URL"), "uri"),
    **dict.fromkeys(("TZOFFSETFROM", "TZOFFSETTO"), "utc-offset"),
    "GEO": "float",
    "RRULE": "recur",
    "SEQUENCE": "integer",
}
_COUNTS = (
    "COUNT",
    "INTERVAL",
    "BYSECOND",
    "BYMINUTE",
    "BYHOUR",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYMONTH",
    "BYSETPOS",
)

SAME, SHORT = 4096, 64
"""How many lines, and names with parameters, are kept as they are in jCal, and how many characters such a line has."""

Property = tuple[Any, ...]
Component = list[Any]


def jcal(data: bytes) -> bytes:
    """The feed as jCal: UTF-8, without white space between values."""
    root: Component = ["", [], []]
    stack = [root]
    for line in data.replace(_FOLD, b"").decode().split("\r\n"):
        name, _, rest = line.partition(":")
        if name == "BEGIN":
            stack.append([rest.lower(), [], []])
        elif name == "END":
            ended = stack.pop()
            stack[-1][2].append(ended)
        elif line:
            stack[-1][1].append(_same(line) if len(line) <= SHORT else _property(line))
    return msgspec.json.encode(root[2][0]) + b"\n"


@lru_cache(SAME)
def _same(line: str) -> Property:
    """A short line as jCal, which others share; most of a feed are in it many times."""
    return _property(line)


def _property(line: str) -> Property:
    """Name, parameters, type, and one value or several (RFC 7265 §3.4)."""
    head, _, value = line.partition(":")
    if '"' in head:  # in quotes, a colon belongs to a parameter
        head = line[: _end_of_head(line)]
        value = line[len(head) + 1 :]
    name, parameters, sort = _head(head)
    return (name, parameters, sort, *_values(name, sort, value))


def _end_of_head(line: str) -> int:
    at = line.index(";")
    while found := _PARAMETER.match(line, at):
        at = found.end()
    return at


@lru_cache(SAME)
def _head(head: str) -> tuple[str, dict[str, str], str]:
    """The name of a property, its parameters but for its type, and that."""
    name, *_ = head.split(";", 1)
    parameters = {found[1].lower(): found[2].strip('"') for found in _PARAMETER.finditer(head, len(name))}
    sort = parameters.pop("value", "").lower() or _TYPES.get(name, "unknown" if name.startswith("X-") else "text")
    return name.lower(), parameters, sort


def _values(name: str, sort: str, value: str) -> list[Any]:
    if name == "categories":
        return [_unescaped(each) for each in _COMMA.sub("\\1\0", value).split("\0")]
    if sort == "text":
        return [_unescaped(value)]
    if sort in ("date", "date-time"):
        return [_moment(value)]
    if sort == "recur":
        return [_rule(value)]
    if sort == "float":
        return [[float(each) for each in value.split(";")]]
    if sort == "integer":
        return [int(value)]
    return [f"{value[:3]}:{value[3:]}"] if sort == "utc-offset" else [value]


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text) if "\\" in text else text


def _moment(value: str) -> str:
    """`20240319` and `20240319T090000Z` in the form of ISO 8601 that jCal has (RFC 7265 §3.6.4, §3.6.5)."""
    day = f"{value[:4]}-{value[4:6]}-{value[6:8]}"
    return f"{day}T{value[9:11]}:{value[11:13]}:{value[13:]}" if "T" in value else day


def _rule(value: str) -> dict[str, Any]:
    """A rule as an object (RFC 7265 §3.6.10): numbers as such, and several values as a list."""
    parts: dict[str, Any] = {}
    for part in value.split(";"):
        name, _, given = part.partition("=")
        values = [_part(name, each) for each in given.split(",")]
        parts[name.lower()] = values if len(values) > 1 else values[0]
    return parts


def _part(name: str, value: str) -> str | int:
    if name == "UNTIL":
        return _moment(value)
    return int(value) if name in _COUNTS else value
