"""Data blocks hold any words without ending, and prices are read only where they are certain."""

import json

import pytest
from hypothesis import given, strategies as st

from sitegen.render.jsonld.price import Price, read_price
from sitegen.render.jsonld.things import Value, thing, written


@given(st.text())
def test_no_words_end_the_block(words: str) -> None:
    text = str(written([thing("Thing", name=words)]))
    assert not {"<", ">", "&"} & set(text)
    told = json.loads(text)["@graph"][0]
    assert told == ({"@type": "Thing", "name": words} if words else {"@type": "Thing"})


def test_what_is_not_known_is_not_told() -> None:
    empty: tuple[Value, ...] = ()
    made = thing("Event", name="Møte", offers=None, image="", performer=empty, price=0, free=False)
    assert dict(made.properties) == {"name": "Møte", "price": 0, "free": False}


def test_one_of_a_list_stands_alone() -> None:
    assert dict(thing("Event", organizer=("KS",)).properties) == {"organizer": "KS"}


def test_a_page_without_things_has_no_block() -> None:
    assert written([]) == ""


@pytest.mark.parametrize(
    ("words", "country", "price"),
    [
        ("Gratis", "NO", Price(0, "NOK")),
        ("Gratis, med enkel servering", "SE", Price(0, "SEK")),
        ("Kostnadsfritt", "SE", Price(0, "SEK")),
        ("gratis", "", Price(0, "EUR")),
        ("1 200 kroner, gratis på nett", "NO", Price(1200, "NOK")),
        ("1 200 norska kronor, gratis på nätet", "NO", Price(1200, "NOK")),
        ("1.200 norske kroner", "DK", Price(1200, "NOK")),
        ("500 kr", "DK", Price(500, "DKK")),
        ("500 kr", "", None),
        ("NOK 500", "SE", Price(500, "NOK")),
        ("250 €", "DK", Price(250, "EUR")),
        ("etter avtale", "NO", None),
        ("500", "NO", None),
    ],
)
def test_a_price_is_read_where_it_is_certain(words: str, country: str, price: Price | None) -> None:
    assert read_price(words, country) == price
