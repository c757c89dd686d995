"""How an event recurs, as a calendar has it (RFC 5545 §3.8.5)."""

from datetime import UTC, date, datetime

from sitegen.kinds.event import Event, Repeats
from sitegen.model.recurrence import last, wall


def rule(repeats: Repeats | None, start: date) -> str | None:
    """The recurrence rule with its end: in UTC for times, a date for days (RFC 5545 §3.3.10).

    A rule cannot both count and have an end, so that of these two the one that comes first becomes its end.
    """
    if repeats is None:
        return None
    latest, parts = repeats.latest, repeats.rule.split(";")
    if latest and any(part.startswith("COUNT=") for part in parts):
        latest = last(repeats.rule, wall(start), latest)
        parts = [part for part in parts if not part.startswith("COUNT=")]
    if latest is None:
        return repeats.rule
    if not isinstance(start, datetime):
        return ";".join([*parts, f"UNTIL={latest:%Y%m%d}"])
    return ";".join([*parts, f"UNTIL={latest.replace(tzinfo=start.tzinfo).astimezone(UTC):%Y%m%dT%H%M%SZ}"])


def exceptions(event: Event, site_zone: str) -> tuple[date, ...]:
    """The starts by the rule that do not take place."""
    given = event.repeats.except_ if event.repeats else ()
    return tuple(event.start_on(each).at(event.timezone or site_zone) for each in given)
