"""Feeds from a real nginx with the sample configuration: type, versions, compression, and what apps poll for."""

import gzip
from collections.abc import Iterator

import pytest

from sitegen.foundation.digest import digest_bytes
from tests.calendars.nginx import Server, nginx
from tests.calendars.sites import Place, event

FEED = "/nb/kalender.ics"


@pytest.fixture
def server(place: Place) -> Iterator[Server]:
    place.write({"content/events/a.nb.md": event("Blåbær, øl; æbler")})
    place.build(record=True)
    with nginx(place.root / "output", place.root / "nginx") as running:
        yield running


def test_a_feed_is_a_calendar_in_utf_8(place: Place, server: Server) -> None:
    found = server.get(FEED)
    assert (found.status, found.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert found.body == (place.root / f"output{FEED}").read_bytes()
    assert server.get("/nb/kalender.jcal").headers["content-type"] == "application/calendar+json"
    assert server.get("/nb/").headers["content-type"] == "text/html; charset=utf-8"


def test_an_app_that_polls_gets_a_feed_again_when_it_has_changed(place: Place, server: Server) -> None:
    first = server.get(FEED)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert server.get(FEED, If_None_Match=tag).status == 304
    place.build()
    assert server.get(FEED, If_None_Match=tag).status == 304, "a build that changes nothing"
    place.write({"content/events/a.nb.md": event("Blåbær, øl; eplet")})
    place.build(record=True)
    again = server.get(FEED, If_None_Match=tag)
    assert again.status == 200
    assert again.headers["etag"] != tag
    assert again.headers["last-modified"] != first.headers["last-modified"]
    assert "eplet" in again.body.decode()


def test_a_feed_travels_compressed(server: Server) -> None:
    plain, packed = server.get(FEED), server.get(FEED, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert digest_bytes(gzip.decompress(packed.body)) == digest_bytes(plain.body)
    assert server.get(FEED, If_None_Match=packed.headers["etag"], Accept_Encoding="gzip").status == 304


def test_a_feed_that_is_empty_is_a_calendar_still(place: Place, server: Server) -> None:
    """An address that answers with a page makes apps drop the subscription."""
    place.write({"content/events/a.nb.md": None, "content/events/b.nb.md": event("B")})
    place.build(record=True)
    kept = server.get("/nb/arrangementer/a.ics")
    assert (kept.status, kept.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert b"VEVENT" not in kept.body


@pytest.mark.parametrize(("path", "lang"), [("/nb/ingen.ics", "nb"), ("/sv/ingen/", "sv"), ("/ingen", "en")])
def test_what_is_not_there_is_told_in_the_language_of_its_place(server: Server, path: str, lang: str) -> None:
    found = server.get(path)
    assert found.status == 404
    assert found.headers["content-security-policy"].startswith("default-src 'self'")
    assert lang == "en" or f'lang="{lang}"' in found.body.decode()


def test_assets_are_kept_and_all_else_is_asked_for_again(place: Place, server: Server) -> None:
    asset = next(path for path in sorted((place.root / "output/assets").rglob("*.css")))
    address = f"/{asset.relative_to(place.root / 'output').as_posix()}"
    assert "immutable" in server.get(address).headers["cache-control"]
    assert server.get(FEED).headers["cache-control"] == "no-cache"
    assert server.get(address).headers["content-security-policy"].startswith("default-src 'self'")


def test_an_old_address_leads_on(place: Place) -> None:
    place.write({"content/events/a.nb.md": event("A", more="aliases: [/nb/gammel/]\n")})
    place.build()
    with nginx(place.root / "output", place.root / "nginx") as running:
        found = running.get("/nb/gammel/")
    assert (found.status, found.headers["location"].rpartition(":")[2].partition("/")[2]) == (
        301,
        "nb/arrangementer/a/",
    )
