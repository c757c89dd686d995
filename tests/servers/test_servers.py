"""A portal behind real servers with the sample configurations: types, versions, compression, and what apps poll for."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from sitegen.foundation.digest import digest_bytes
from sitegen.pipeline.indexing import installed
from tests.calendars.sites import Place, event
from tests.servers.caddy import caddy
from tests.servers.nginx import nginx
from tests.servers.server import Server

FEED = "/nb/kalender.ics"
WORKER = "/search/nb/pagefind-worker.js"
STRICT = "default-src 'self'"
SEARCHING = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
Run = Callable[[Path, Path], AbstractContextManager[Server]]
SERVERS: dict[str, Run] = {"nginx": nginx, "caddy": caddy}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, clock=1_800_000_000_000_000_000)


@pytest.fixture(params=SERVERS)
def run(request: pytest.FixtureRequest) -> Run:
    return SERVERS[request.param]


@pytest.fixture
def server(place: Place, run: Run) -> Iterator[Server]:
    place.write({"content/events/a.nb.md": event("Blåbær, øl; æbler", more="aliases: [/nb/gammel/]\n")})
    place.build(record=True)
    with run(place.root / "output", place.root / "server") as running:
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
    assert found.headers["content-security-policy"] == STRICT
    assert lang == "en" or f'lang="{lang}"' in found.body.decode()


def test_assets_are_kept_and_all_else_is_asked_for_again(place: Place, server: Server) -> None:
    asset = next(path for path in sorted((place.root / "output/assets").rglob("*.css")))
    address = f"/{asset.relative_to(place.root / 'output').as_posix()}"
    assert "immutable" in server.get(address).headers["cache-control"]
    assert server.get(FEED).headers["cache-control"] == "no-cache"


def test_an_asset_of_the_build_before_is_there_for_those_who_read_its_pages(place: Place, server: Server) -> None:
    """A page and what it names come in requests of their own, with a build between them now and then."""
    style = place.site / "templates/assets/extra.css"
    style.parent.mkdir(parents=True)
    style.write_text("p { color: black }", "utf-8")
    place.build()
    old = next((place.root / "output/assets").glob("extra.*.css"))
    for words in ("p { color: navy }", "p { color: teal }"):
        gone = server.get(f"/assets/{old.name}")
        assert (gone.status, gone.headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
        style.write_text(words, "utf-8")
        place.build()
        before, old = old, next((place.root / "output/assets").glob("extra.*.css"))
        assert server.get(f"/assets/{before.name}").body == gone.body, "the build before"
        assert server.get(f"/assets/{old.name}").body == words.encode()
    assert server.get("/assets/extra.00000000.css").status == 404


def test_an_old_address_leads_on(server: Server) -> None:
    found = server.get("/nb/gammel/")
    assert found.status == 301
    assert found.headers["location"].endswith("/nb/arrangementer/a/")


def test_every_answer_says_what_pages_may_do(place: Place, server: Server) -> None:
    style = next((place.root / "output/assets").glob("*.css")).name
    for path in ("/nb/", FEED, "/nb/ingen/", f"/assets/{style}"):
        headers = server.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert headers["content-security-policy"] == STRICT


def test_webassembly_is_allowed_to_the_worker_that_searches_alone(place: Place, server: Server) -> None:
    """Also when a browser asks whether its copy is the present one; and to nothing where there is no worker."""
    assert server.get(WORKER).status == 404
    assert server.get(WORKER).headers["content-security-policy"] == STRICT
    place.indexer = installed()
    place.build()
    worker = server.get(WORKER)
    assert (worker.status, worker.headers["content-security-policy"]) == (200, SEARCHING)
    again = server.get(WORKER, If_None_Match=worker.headers["etag"])
    assert (again.status, again.headers["content-security-policy"]) == (304, SEARCHING)
    for path in ("/nb/sok/", "/search/nb/pagefind.js", "/search/nb/facets.json"):
        answer = server.get(path)
        assert (answer.status, answer.headers["content-security-policy"]) == (200, STRICT)
