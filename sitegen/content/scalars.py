"""What one written value means, by the sort of its field: a table of small verbs, text in, value out.

Each takes the words as written and returns the value, or raises `Bad` with the problem's code.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from babel import Locale
from dateutil.rrule import rrulestr
from icalendar import vRecur

from sitegen.foundation.text import nearest
from sitegen.foundation.zones import is_zone, zone_names
from sitegen.model import fields
from sitegen.model.colour import HEX, READABLE, WHITE, contrast, readable
from sitegen.model.moment import Moment
from sitegen.model.prose import RULES
from sitegen.model.reference import ID

LONGEST_SEGMENT = 200
"""Bytes between two slashes of a path."""
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_OFFSET = re.compile(r"(?: ?(?P<utc>Z)| ?(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2}))$")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_EMAIL = re.compile(r"[^\s@<>,;:()\[\]\"\\]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{3,24}")
_PATH = re.compile(r"/[\w.~+,@=&/-]*")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.[A-Za-z0-9]+")
_CPV = re.compile(r"([0-9]{8})(?:-([0-9]))?")


YEARS = range(1900, 2200)
"""Years that a document can be about; others are slips of the keyboard, and past what calendars can hold."""


class Bad(Exception):
    """The words are no value of this sort."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def day(text: str) -> date:
    found = _DATE.fullmatch(text)
    try:
        written = date(*map(int, found.groups()))  # type: ignore[union-attr]
    except (AttributeError, ValueError):
        raise Bad("date", value=text) from None
    if written.year not in YEARS:
        raise Bad("date", value=text)
    return written


def moment(text: str) -> Moment:
    """A day, or a day and time: `2020-03-04`, `2020-03-04 10:00`, also with T, seconds or an offset."""
    head, tail = text[:10], text[10:]
    try:
        written = day(head)
        if not tail:
            return Moment(written)
        if tail[0] not in "Tt ":
            raise Bad("moment", value=text)
        clock, offset = _clock_and_offset(tail[1:].lstrip(" "))
    except (Bad, ValueError):
        raise Bad("moment", value=text) from None
    return Moment(written, clock, offset)


def slot(text: str) -> fields.Slot:
    """A time alone, or what `moment` takes."""
    try:
        if _CLOCK.fullmatch(text):
            return fields.Slot(Moment(None, _clock_and_offset(text)[0]))
        return fields.Slot(moment(text))
    except (Bad, ValueError):
        raise Bad("slot", value=text) from None


def _clock_and_offset(text: str) -> tuple[time, int | None]:
    written = _OFFSET.search(text)
    clock = _CLOCK.fullmatch(text[: written.start()] if written else text)
    if clock is None:
        raise ValueError(text)
    hour, minute, second = (int(part or 0) for part in clock.groups())
    at = time(hour, minute, second)
    if written is None:
        return at, None
    if written["utc"]:
        return at, 0
    minutes = int(written["hours"]) * 60 + int(written["minutes"])
    if minutes > 14 * 60 or int(written["minutes"]) > 59:
        raise ValueError(text)
    return at, -minutes if written["sign"] == "-" else minutes


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


def url(text: str) -> str:
    """An absolute http or https address (RFC 3986)."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not False
    except ValueError:
        known = False
    if not known or re.search(r"[\s<>\"\\^`{|}]", text):
        raise Bad("url", value=text)
    return _ascii(text)


def _ascii(text: str) -> str:
    """The address in ASCII (RFC 3987 §3.1), as calendars must have it."""
    if text.isascii():
        return text
    parts = urlsplit(text)
    try:
        host = parts.netloc.encode("idna").decode("ascii")
    except UnicodeError:
        raise Bad("url", value=text) from None
    return urlunsplit((parts.scheme, host, *(quote(part, safe="/%:@!$&'()*+,;=~?-._") for part in parts[2:])))


def url_path(text: str) -> str:
    """A path on this site, as an alias has it."""
    segments = text.split("/")
    if not _PATH.fullmatch(text) or text.startswith("//") or {".", ".."} & set(segments) or text == "/":
        raise Bad("url-path", value=text)
    if any(segment.startswith(".") or len(segment.encode()) > LONGEST_SEGMENT for segment in segments):
        raise Bad("url-path", value=text)
    return text


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


def matching(pattern: re.Pattern[str], code: str) -> Callable[[str], str]:
    """A verb that takes the words as they are when all of them match `pattern`."""

    def verb(text: str) -> str:
        if not pattern.fullmatch(text):
            raise Bad(code, value=text)
        return text

    return verb


def repeat_rule(text: str) -> str:
    """A recurrence rule (RFC 5545 §3.3.10) without UNTIL, which a field of its own says."""
    if "UNTIL" in text:
        raise Bad("repeat-rule", value=text, reason="its last day is said by the field until")
    if not re.fullmatch(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*", text):
        raise Bad("repeat-rule", value=text, reason="FREQ= comes first, then parts joined by ;")
    names = re.findall(r"([A-Z]+)=", text)
    if len(set(names)) < len(names):
        raise Bad("repeat-rule", value=text, reason="each part may be there once")
    for name in ("INTERVAL", "COUNT"):
        if re.search(rf"{name}=(?!0*[1-9]\d{{0,3}}(?:;|$))", text):
            raise Bad("repeat-rule", value=text, reason=f"{name} must be from 1 to 9999")
    if not _counts_days(text):
        raise Bad("repeat-rule", value=text, reason="invalid 'BYDAY'")
    try:
        rrulestr(text, dtstart=datetime(2000, 1, 1, tzinfo=UTC))
        vRecur.from_ical(text)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Bad("repeat-rule", value=text, reason=str(error)) from None
    return text


def _counts_days(rule: str) -> bool:
    """Whether the numbers before weekdays are those of a month or a year: 2TU in a month, and nowhere an eleventh.

    dateutil takes any number, and fails in the month that does not have so many.
    """
    days = re.search("BYDAY=([^;]*)", rule)
    numbers = [abs(int(number)) for number in re.findall(r"[+-]?\d+", days[1])] if days else []
    yearly = rule.startswith("FREQ=YEARLY") and "BYMONTH=" not in rule
    most = 53 if yearly else 5 if rule.startswith(("FREQ=YEARLY", "FREQ=MONTHLY")) else 0
    return all(0 < number <= most for number in numbers)


def rule_name(text: str) -> str:
    """The name of a rule of the lint."""
    if text not in RULES:
        raise Bad("unknown-rule", value=text, known=", ".join(RULES), near=nearest(text, RULES) or "")
    return text


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


VERBS: Mapping[Any, Callable[[str], Any]] = {
    date: day,
    Moment: moment,
    fields.Slot: slot,
    bool: boolean,
    int: whole,
    float: number,
    fields.Line: str,
    fields.Identifier: matching(ID, "identifier"),
    fields.LangTag: matching(_LANG, "language-tag"),
    fields.UrlPath: url_path,
    fields.Url: url,
    fields.Email: matching(_EMAIL, "email"),
    fields.Phone: matching(_PHONE, "phone"),
    fields.Country: country,
    fields.Cpv: cpv,
    fields.ZoneName: zone_name,
    fields.Latitude: degrees(90),
    fields.Longitude: degrees(180),
    fields.Uid: matching(re.compile(r"[A-Za-z0-9._@:/+~=-]{3,200}"), "uid"),
    fields.RepeatRule: repeat_rule,
    fields.RuleName: rule_name,
    fields.Colour: colour,
    fields.DeepColour: told_from(WHITE, "colour-too-light"),
    fields.PaleColour: told_from(fields.DARK_PAGE, "colour-too-dark"),
    fields.FileName: matching(_FILE, "file-in-bundle"),
    fields.Fingerprint: matching(re.compile("[0-9a-f]{8,32}(?: [0-9a-f]{4})*"), "fingerprint"),
    fields.TedNumber: matching(re.compile(r"[0-9]{1,8}-[0-9]{4}"), "ted-number"),
    fields.DoffinNumber: matching(re.compile(r"[0-9]{4}-[0-9]{1,8}"), "doffin-number"),
}
