"""Content lines (RFC 5545 §3.1) and the values that every component has, mended where icalendar errs.

Knows what text, addresses and folds readers understand. Knows no component.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Self

from icalendar import Component, Parameters, vGeo

from sitegen.foundation.text import control_character, normalised

FEW = 512
"""Of how many sets of parameters the line is kept: they are those of types, zones and languages, again and again."""

NONE: Mapping[str, str] = {}
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_UID = re.compile(r"[A-Za-z0-9!#$%&'()*+./:<=>?@^_`{|}~-]{1,255}")
# An octet before a cut and one after it: neither a space, the second not within a character.
_BESIDE_WORDS = re.compile(rb"[^ \t\\][^ \t\x80-\xbf]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class _Value(str):
    """A value with its parameters. icalendar's own make an object of several for them, also for none."""

    __slots__ = ("params",)
    params: Mapping[str, str]

    def __new__(cls, value: str, params: Mapping[str, str] = NONE) -> Self:
        made = super().__new__(cls, value)
        made.params = params
        return made


class Text(_Value):
    r"""A TEXT value (§3.3.11). icalendar's own makes a newline of the backslash and N in `C:\News`, and is slower."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


class Plain(_Value):
    """A value that is written as it stands: a URI (§3.3.13), a date or a time (§3.3.4, §3.3.5)."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        return self.encode()


class Place(vGeo):
    """A GEO value with the six decimals of §3.8.1.6. icalendar's own may write `1e-05`, which is no float."""

    def to_ical(self) -> str:
        return ";".join(f"{round(each, 6) + 0.0:.6f}" for each in (self.latitude, self.longitude))


def text(value: str, **parameters: str) -> Text:
    """`value` as a TEXT value: in NFC, newlines as LF, no space around it and no byte order mark in it.

    Raises ValueError for what no calendar can carry: a control character, a lone carriage return or
    surrogate. Content is refused at its source, so that here it is a bug.
    """
    plain = value.replace("\r\n", "\n").replace("\ufeff", "")
    found = control_character(plain)
    if found is not None:
        raise ValueError(f"control character U+{ord(plain[found]):04X} in calendar text {plain[:40]!r}")
    return Text(normalised(plain).strip(), params=parameters)


def uri(value: str, **parameters: str) -> Plain:
    """`value` as a URI value (§3.3.13, RFC 3986), which is never escaped.

    Raises ValueError if it is not absolute and in ASCII.
    """
    if not _URI.fullmatch(value):
        raise ValueError(f"not an absolute URI in ASCII: {value!r}")
    return Plain(value, parameters)


def uid(value: str, **parameters: str) -> Text:
    """A UID (RFC 7986 §5.3). Raises ValueError for one with a space, an umlaut or a character to escape.

    Readers compare UIDs octet by octet, and do not agree on whether they are escaped.
    """
    if not _UID.fullmatch(value):
        raise ValueError(f"not a UID that every reader takes alike: {value!r}")
    return Text(value, parameters)


def language(lang: str | None, feed_lang: str) -> dict[str, str]:
    """The `LANGUAGE` parameter (§3.2.10) of words in `lang`, where it is not the feed's."""
    if lang is None or lang.lower() == feed_lang.lower():
        return {}
    if not _LANGUAGE.fullmatch(lang):
        raise ValueError(f"not a language tag: {lang!r}")
    return {"LANGUAGE": lang}


def component(written: Component) -> bytes:
    """The component's content lines, in the order in which its properties were added.

    icalendar's `to_ical` gives the same lines, but with a copy of each value and its parameters on the
    way, and a fold by single characters: twice the time.
    """
    return b"".join(line(*each) for each in written.property_items(sorted=False))


def line(name: str, value: Any) -> bytes:
    """One property. `value` is one of icalendar's, whose parameters have one value each; or the bytes of a name after
    BEGIN and END."""
    if isinstance(value, bytes):
        return b"%s:%s\r\n" % (name.encode(), value)
    written: bytes | str = value.to_ical()
    shown = written if isinstance(written, bytes) else written.encode()
    parameters = _parameters(tuple(value.params.items())) if value.params else b""
    return fold(name.encode() + parameters + b":" + shown)


@lru_cache(FEW)
def _parameters(given: tuple[tuple[str, str], ...]) -> bytes:
    written: bytes = Parameters(given).to_ical(sorted=False)
    return b";" + written


def fold(data: bytes) -> bytes:
    """One content line, folded at 75 octets (§3.1)."""
    if len(data) <= 75:
        return data + b"\r\n"
    pieces = []
    start, room = 0, 75
    while len(data) - start > room:
        end = _cut(data, start, start + room)
        pieces.append(data[start:end])
        start, room = end, 74
    return b"\r\n ".join((*pieces, data[start:])) + b"\r\n"


def _cut(data: bytes, start: int, end: int) -> int:
    r"""The last place up to `end` that is not inside a character or an escape, nor beside a space.

    Some readers strip the lines that they join. Where there are spaces alone, nothing else can be done.
    """
    while data[end] & 0b1100_0000 == 0b1000_0000:
        end -= 1
    end -= _inside_escape(data[start:end])
    for at in range(end, max(start, end - 40), -1):
        if _BESIDE_WORDS.match(data, at - 1):
            return at
    return end


def _inside_escape(piece: bytes) -> bool:
    r"""Whether the piece ends with a backslash that escapes what follows: an odd one."""
    return bool((len(piece) - len(piece.rstrip(b"\\"))) % 2)
