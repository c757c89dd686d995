"""The value types of RFC 5545 §3.3 as strict patterns: each gives what is wrong with a value, or None."""

import re
from collections.abc import Callable
from datetime import datetime

Check = Callable[[str], str | None]

_ESCAPED = re.compile(r"(?:\\[\\;,n]|[^\\;,])+")
_LIST = re.compile(r"(?:\\[\\;,n]|[^\\;,])+(?:,(?:\\[\\;,n]|[^\\;,])+)*")
_URI = re.compile(r"[a-z][a-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_RULE = re.compile(r"FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)(;[A-Z]+=[A-Z0-9+,-]+)*")
_ZONE_RULE = re.compile(r"FREQ=YEARLY(;UNTIL=\d{8}T\d{6}Z)?(;BY(DAY|MONTH|MONTHDAY)=[0-9A-Z,-]+)+")
_DURATION = re.compile(r"P(\d+W|\d+D(T\d+H)?|T\d+H(\d+M)?|T\d+M)")


def pattern(expression: str | re.Pattern[str], what: str) -> Check:
    compiled = re.compile(expression)
    return lambda value: None if compiled.fullmatch(value) else f"is not {what}"


def moment(form: str, shape: str, what: str) -> Check:
    def check(value: str) -> str | None:
        try:
            datetime.strptime(value, form)  # noqa: DTZ007
        except ValueError:
            return f"is not {what}"
        return None if re.fullmatch(shape, value) else f"is not {what}"

    return check


def geo(value: str) -> str | None:
    found = re.fullmatch(r"(-?\d+\.\d{1,6});(-?\d+\.\d{1,6})", value)
    if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
        return "is not a place"
    return None


TEXT = pattern(_ESCAPED, "escaped text")
TEXTS = pattern(_LIST, "a list of escaped text")
URI = pattern(_URI, "an absolute URI in ASCII")
RULE = pattern(_RULE, "a recurrence rule")
ZONE_RULE = pattern(_ZONE_RULE, "a yearly rule with UNTIL in UTC")
DURATION = pattern(_DURATION, "a duration")
NUMBER = pattern(r"0|[1-9]\d*", "a number from 0 up")
OFFSET = pattern(r"\+\d{4}(\d\d)?|-(?!0000)\d{4}(\d\d)?", "an offset from UTC")
UID = pattern(r"[^\s\\;,\"]{1,255}", "a UID without spaces or escapes")
DATE = moment("%Y%m%d", r"\d{8}", "a date")
LOCAL = moment("%Y%m%dT%H%M%S", r"\d{8}T\d{6}", "a wall time")
UTC_TIME = moment("%Y%m%dT%H%M%SZ", r"\d{8}T\d{6}Z", "a time in UTC")


def one_of(*words: str) -> Check:
    return lambda value: None if value in words else f"is not one of {', '.join(words)}"
