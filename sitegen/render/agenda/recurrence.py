"""How an event recurs, as a calendar has it (RFC 5545 §3.8.5)."""

from datetime import UTC, date, datetime, time

from sitegen.kinds.event import Event, Repeats


def rule(repeats: Repeats | None, start: date) -> str | None:
    """The recurrence rule with its end: in UTC for times, a date for days (RFC 5545 §3.3.10)."""
    if repeats is None:
        return None
    until = repeats.until
    if until is None or until.day is None or "COUNT=" in repeats.rule:
        return repeats.rule
    if not isinstance(start, datetime):
        return f"{repeats.rule};UNTIL={until.day:%Y%m%d}"
    last = datetime.combine(until.day, until.clock or time(23, 59, 59), start.tzinfo)
    return f"{repeats.rule};UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def exceptions(event: Event, site_zone: str) -> tuple[date, ...]:
    """The starts by the rule that do not take place."""
    given = event.repeats.except_ if event.repeats else ()
    return tuple(event.start_on(each).at(event.timezone or site_zone) for each in given)
