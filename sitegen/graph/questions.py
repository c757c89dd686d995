"""The questions that outputs may ask of the site. Each is a pure function of the site and of strings.

To add a question, write the function in the file of its concern and name it in `QUESTIONS`. One whose answer depends
on the instant of the build is named in `TIMELY` as well; a test holds the others to not looking at it. One that follows
from its document and the configuration alone may be named in `grounds.LOCAL`; what it looks at must be in the ground.
"""

from collections.abc import Callable, Mapping

from sitegen.foundation.digest import Digest
from sitegen.graph.calendars import calendar_events, calendar_order, calendars
from sitegen.graph.countries import countries, country_ties
from sitegen.graph.facets import facets, search_years
from sitegen.graph.feeds import feeds
from sitegen.graph.kin import kin
from sitegen.graph.lists import (
    documents,
    event_years,
    events_in,
    feed_documents,
    latest_news,
    news_in,
    news_years,
    projects_by_status,
    series,
    ties,
    upcoming,
)
from sitegen.graph.months import current_month, month_events, months
from sitegen.graph.pictures import media, pictured
from sitegen.graph.posters import poster
from sitegen.graph.readers import (
    anchor,
    blocks,
    body,
    body_digest,
    card,
    editions,
    facts,
    facts_digest,
    frame,
    link,
    recorded,
    recorded_digest,
    shown,
)
from sitegen.graph.staleness import stale
from sitegen.graph.timely import contacts, expired, in_calendars, next_time, over, registration, sign_up

QUESTIONS: Mapping[str, Callable[..., object]] = {
    "anchor": anchor,
    "blocks": blocks,
    "body": body,
    "calendar_events": calendar_events,
    "calendar_order": calendar_order,
    "calendars": calendars,
    "card": card,
    "contacts": contacts,
    "countries": countries,
    "country_ties": country_ties,
    "current_month": current_month,
    "documents": documents,
    "editions": editions,
    "event_years": event_years,
    "events_in": events_in,
    "expired": expired,
    "facets": facets,
    "facts": facts,
    "feed_documents": feed_documents,
    "feeds": feeds,
    "frame": frame,
    "in_calendars": in_calendars,
    "kin": kin,
    "latest_news": latest_news,
    "link": link,
    "media": media,
    "month_events": month_events,
    "months": months,
    "news_in": news_in,
    "news_years": news_years,
    "next_time": next_time,
    "over": over,
    "pictured": pictured,
    "poster": poster,
    "projects_by_status": projects_by_status,
    "recorded": recorded,
    "registration": registration,
    "search_years": search_years,
    "series": series,
    "shown": shown,
    "sign_up": sign_up,
    "stale": stale,
    "ties": ties,
    "upcoming": upcoming,
}

TIMELY = frozenset(
    {
        "calendar_events",
        "calendar_order",
        "calendars",
        "contacts",
        "country_ties",
        "current_month",
        "events_in",
        "expired",
        "feed_documents",
        "feeds",
        "in_calendars",
        "kin",
        "latest_news",
        "month_events",
        "news_in",
        "next_time",
        "over",
        "projects_by_status",
        "registration",
        "series",
        "sign_up",
        "ties",
        "upcoming",
    }
)
"""Questions whose answers depend on the instant of the build."""

DIGESTS: Mapping[str, Callable[..., Digest]] = {
    "body": body_digest,
    "facts": facts_digest,
    "recorded": recorded_digest,
}
"""Cheaper ways to the digest of an answer that is large or must be loaded."""
