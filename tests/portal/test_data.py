"""What machines are told on every page of the portal: each thing with all properties that its type asks for.

The table has the required and the recommended properties of Google's structured data documentation (Event,
Article, Organization, Breadcrumb, Site name), read in 2026, and for types that it does not treat the
properties by which schema.org says what such a thing is. A recommended one that only some have (a picture, a
price) is asked of those whose documents have it.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from html5lib import parse

from tests.portal.conftest import Portal

BASE = "https://example.org/"
REQUIRED: dict[str, set[str]] = {
    "Event": {"name", "startDate", "location"},
    "NewsArticle": {"headline", "author", "datePublished", "dateModified"},
    "Organization": {"name", "url"},
    "Person": {"name"},
    "Project": {"name", "url"},
    "ProfilePage": {"mainEntity"},
    "WebPage": {"name", "url", "inLanguage", "publisher"},
    "CollectionPage": {"name", "url", "inLanguage", "publisher", "mainEntity"},
    "WebSite": {"name", "url", "inLanguage"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Place": {"name", "address"},
    "VirtualLocation": {"url"},
    "Offer": {"price", "priceCurrency", "availability", "url"},
}
RECOMMENDED: dict[str, set[str]] = {
    "Event": {
        "description",
        "endDate",
        "eventStatus",
        "eventAttendanceMode",
        "image",
        "organizer",
        "inLanguage",
        "url",
    },
    "NewsArticle": {"description", "image", "publisher", "mainEntityOfPage", "inLanguage", "url"},
}
STATES = {"EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled"}
PRIVATE = {"email", "telephone", "contactPoint"}


@pytest.fixture(scope="module")
def told(portal: Portal) -> dict[str, list[dict[str, Any]]]:
    """The things of each page by its address."""
    found = {}
    for path in portal.pages:
        page = parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        blocks = [each.text for each in page.iter("script") if each.get("type") == "application/ld+json"]
        address = path.relative_to(portal.root).as_posix().removesuffix("index.html")
        if blocks:
            assert len(blocks) == 1, address
            found[address] = json.loads(blocks[0])["@graph"]
    return found


def within(value: object) -> Iterator[dict[str, Any]]:
    """Every thing in a value, itself first."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from within(each)


def of_type(told: dict[str, list[dict[str, Any]]], name: str) -> list[tuple[str, dict[str, Any]]]:
    return [(address, each) for address, things in told.items() for each in within(things) if each["@type"] == name]


def test_every_thing_has_what_its_type_requires(told: dict[str, list[dict[str, Any]]]) -> None:
    seen = set()
    wrong = []
    for address, things in told.items():
        for each in within(things):
            seen.add(each["@type"])
            top = each in things
            asked = REQUIRED.get(each["@type"], {"name"} if each["@type"] in ("Thing", "DefinedTerm") else set())
            if each["@type"] == "Organization" and not top:
                asked = {"name"}
            wrong += [(address, each["@type"], name) for name in sorted(asked - each.keys())]
    assert set(REQUIRED) <= seen
    assert wrong == []


@pytest.mark.parametrize("name", RECOMMENDED)
def test_every_thing_has_what_is_recommended(told: dict[str, list[dict[str, Any]]], name: str) -> None:
    found = of_type(told, name)
    assert len(found) > 30
    assert [
        (address, RECOMMENDED[name] - each.keys()) for address, each in found if RECOMMENDED[name] - each.keys()
    ] == []


def test_every_page_that_has_a_place_says_the_way_to_it(portal: Portal, told: dict[str, list[dict[str, Any]]]) -> None:
    for path in portal.pages:
        page = path.read_text("utf-8")
        address = path.relative_to(portal.root).as_posix().removesuffix("index.html")
        crumbs = re.findall('<li aria-current="page">', page)
        if not crumbs or address.endswith("404.html"):
            continue
        way = next(each for each in told[address] if each["@type"] == "BreadcrumbList")["itemListElement"]
        assert [each["position"] for each in way] == list(range(1, len(way) + 1))
        assert len(way) > 1
        assert all(each["item"].startswith(BASE) for each in way)


def test_times_have_an_offset_and_ends_come_after_starts(told: dict[str, list[dict[str, Any]]]) -> None:
    for address, event in of_type(told, "Event"):
        start, end = event["startDate"], event["endDate"]
        if "T" in start:
            first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
            assert first.tzinfo is not None, address
            assert last.tzinfo is not None, address
            assert first <= last, address
        else:
            assert date.fromisoformat(start) <= date.fromisoformat(end), address


def test_states_are_those_of_the_documents(told: dict[str, list[dict[str, Any]]]) -> None:
    states = {address: event["eventStatus"].rpartition("/")[2] for address, event in of_type(told, "Event")}
    assert set(states.values()) <= STATES
    assert states["nb/arrangementer/eksempel-leverandordag-bodo-2027/"] == "EventCancelled"
    moved = {address for address, event in of_type(told, "Event") if "previousStartDate" in event}
    assert moved
    assert {states[address] for address in moved} <= {"EventRescheduled", "EventPostponed"}


def test_the_meeting_in_hamar(told: dict[str, list[dict[str, Any]]]) -> None:
    event = next(each for each in told["nb/arrangementer/innspillmote-hamar/"] if each["@type"] == "Event")
    assert event["startDate"] == "2020-03-04T10:00:00+01:00"
    assert event["endDate"] == "2020-03-04T14:00:00+01:00"
    assert event["location"]["address"]["addressLocality"] == "Hamar"
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert "offers" not in event


def test_an_offer_is_there_where_one_can_sign_up_at_a_price(told: dict[str, list[dict[str, Any]]]) -> None:
    offers = {address: event["offers"] for address, event in of_type(told, "Event") if "offers" in event}
    assert offers["nb/arrangementer/eksempelfrukost-2026/"]["price"] == "0"
    conference = offers["sv/evenemang/nordisk-eksempelkonferanse-2027/"]
    assert (conference["price"], conference["priceCurrency"]) == ("1200", "NOK")


def test_a_picture_is_the_documents_own_or_its_card_and_is_there(
    portal: Portal, told: dict[str, list[dict[str, Any]]]
) -> None:
    pictures = {address: each["image"] for name in ("Event", "NewsArticle") for address, each in of_type(told, name)}
    assert all((portal.root / url.removeprefix(BASE)).is_file() for url in pictures.values())
    own = {address for address, url in pictures.items() if url.endswith(".jpg")}
    assert "sv/evenemang/exempelvecka-visby-2026/" in own
    assert pictures["nb/arrangementer/innspillmote-hamar/"].startswith(f"{BASE}media/event/innspillmote-hamar/nb.")


def test_a_logo_is_a_logo_and_never_a_card(told: dict[str, list[dict[str, Any]]]) -> None:
    logos = {address: each["logo"] for address, each in of_type(told, "Organization") if "logo" in each}
    assert logos
    assert {url.rpartition(".")[2] for url in logos.values()} == {"svg"}


def test_how_to_reach_a_person_stays_out(told: dict[str, list[dict[str, Any]]]) -> None:
    people = of_type(told, "Person")
    assert len(people) > 20
    assert [address for address, person in people if PRIVATE & person.keys()] == []
    whole = json.dumps(told)
    assert "tel:" not in whole
    assert "mailto:" not in whole


def test_a_fallback_page_is_told_as_the_page_that_it_stands_for(told: dict[str, list[dict[str, Any]]]) -> None:
    article = next(
        each for each in told["sv/nyheter/eksempelguide-innovationsindkob/"] if each["@type"] == "NewsArticle"
    )
    assert article["url"] == f"{BASE}da/nyheder/eksempelguide-innovationsindkob/"
    assert article["inLanguage"] == "da"
