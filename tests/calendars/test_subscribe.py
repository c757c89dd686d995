"""The page that explains how to subscribe: every calendar that there is, with links that apps understand."""

from urllib.parse import parse_qs, unquote, urlsplit

import html5lib
import pytest

from tests.calendars.sites import Place, event

PAGES = {"nb": "nb/kalender/", "sv": "sv/kalender/"}


@pytest.fixture
def links(place: Place) -> dict[str, list[str]]:
    place.write(
        {
            "content/topics/bygg.md": "---\nname: Bygg\n---\n",
            "content/topics/tomt.md": "---\nname: Tomt\n---\n",
            "content/events/a.nb.md": event(
                "A", more="topics: [bygg]\ncountries: [SE]\nseries: rekke\nregistration: {deadline: 2027-01-01}\n"
            ),
        }
    )
    place.build()
    found = {}
    for lang, address in PAGES.items():
        page = html5lib.parse(
            (place.root / "output" / address / "index.html").read_text("utf-8"), namespaceHTMLElements=False
        )
        main = page.find(".//main")
        assert main is not None
        found[lang] = [str(link.get("href")) for link in main.iter("a")]
    return found


@pytest.mark.parametrize("lang", PAGES)
def test_every_calendar_of_the_language_is_there(place: Place, links: dict[str, list[str]], lang: str) -> None:
    root = place.root / "output"
    feeds = {path.relative_to(root).as_posix() for path in (root / lang).rglob("*.ics")}
    single = {address for address in feeds if address.endswith("/a.ics")}
    webcal = {link.removeprefix("webcal://example.org/") for link in links[lang] if link.startswith("webcal:")}
    archive = {f"{lang}/kalender/2027.ics"}
    assert webcal == feeds - single - archive
    assert {f"https://example.org/{each}" for each in archive} <= set(links[lang])


@pytest.mark.parametrize("lang", PAGES)
def test_links_say_the_address_as_each_app_wants_it(links: dict[str, list[str]], lang: str) -> None:
    """Google takes webcal, Outlook https; nobody takes webcals."""
    google = [parse_qs(urlsplit(link).query)["cid"][0] for link in links[lang] if "calendar.google.com" in link]
    outlook = [parse_qs(urlsplit(link).query)["url"][0] for link in links[lang] if "addfromweb" in link]
    assert f"webcal://example.org/{lang}/kalender.ics" in google
    assert f"https://example.org/{lang}/kalender.ics" in outlook
    assert all(each.startswith("webcal://") for each in google)
    assert all(each.startswith("https://") for each in outlook)
    assert not [link for link in links[lang] if "webcals" in unquote(link)]


def test_the_page_is_in_the_readers_language(place: Place, links: dict[str, list[str]]) -> None:
    assert "Sverige" in (place.root / "output/nb/kalender/index.html").read_text("utf-8")
    assert "Prenumerera på kalendrar" in (place.root / "output/sv/kalender/index.html").read_text("utf-8")


def test_without_events_the_page_is_there_all_the_same(place: Place) -> None:
    place.write({})
    place.build()
    assert (place.root / "output/nb/kalender/index.html").is_file()
