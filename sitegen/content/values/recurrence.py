"""Rules of recurrence as they are written (RFC 5545 §3.3.10)."""

import re
from datetime import UTC, datetime

from dateutil.rrule import rrulestr
from icalendar import vRecur

from sitegen.content.values.bad import Bad


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
