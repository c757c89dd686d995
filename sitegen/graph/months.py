"""What stands in the calendar of a month, and which month it is."""

from sitegen.graph.answers import TakesPlace
from sitegen.graph.occurrences import in_month, months, touching
from sitegen.graph.site import Site
from sitegen.graph.timely import is_expired
from sitegen.model.moment import first_day

__all__ = ["current_month", "month_events", "months"]


def month_events(site: Site, month: str) -> tuple[TakesPlace, ...]:
    """Each time that an event takes place in a month, by its first day, then by the order of lists."""
    shown = (ref for ref in touching(site, month) if not is_expired(site, site.entities[ref]))
    found = (TakesPlace(ref, start, last) for ref in shown for start, last in in_month(site, ref, month))
    return tuple(sorted(found, key=lambda each: (first_day(each.start), site.order.rank[each.ref], each.last)))


def current_month(site: Site) -> str:
    """The month of the build; the first or the last with an event, where that is before or after all of them."""
    known = months(site)
    return min(max(f"{site.today:%Y-%m}", known[0]), known[-1]) if known else ""
