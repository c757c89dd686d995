"""Every page of the portal, as browsers and search engines have it."""

import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import pytest

from tests.portal.conftest import REPOSITORY, Portal

BASE = "https://example.org/"
VNU = REPOSITORY / ".tools" / "vnu.jar"
LINKS = {"a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "source": "src"}


def address(portal: Portal, page: Path) -> str:
    """The whole address of a page."""
    return BASE + page.relative_to(portal.root).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module")
def documents(portal: Portal) -> dict[str, object]:
    """Every page by its address, parsed as browsers do."""
    return {
        address(portal, page): html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
        for page in portal.pages
    }


def target(portal: Portal, url: str) -> Path:
    path = portal.root / unquote(urlsplit(url).path).lstrip("/")
    return path / "index.html" if url.endswith("/") else path


def test_no_link_and_no_anchor_is_broken(portal: Portal, documents: dict[str, object]) -> None:
    """Links, pictures, scripts, alternates: all that leads to the site itself."""
    anchors = {url: {each.get("id") for each in page.iter()} for url, page in documents.items()}
    broken = []
    checked = 0
    for url, page in documents.items():
        for element in page.iter():
            link = element.get(LINKS.get(element.tag, ""))
            if link is None:
                continue
            whole, anchor = urldefrag(urljoin(url, link))
            if not whole.startswith(BASE):
                continue
            checked += 1
            if not target(portal, whole).is_file() or (anchor and anchor not in anchors.get(whole, ())):
                broken.append(f"{url} → {link}")
    assert checked > 5000
    assert broken == []


def test_every_page_is_valid_html(portal: Portal) -> None:
    """By the Nu HTML checker, which also checks the stylesheets."""
    assert VNU.is_file(), "run scripts/tools.sh, as make test does"
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", str(VNU), "--skip-non-html", "--also-check-css", "--stdout", str(portal.root)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "error" not in done.stdout, done.stdout[:4000]
    assert done.returncode == 0, done.stderr[:4000]


def test_pages_need_no_one_else_and_no_inline_code(portal: Portal, documents: dict[str, object]) -> None:
    """A content security policy of `default-src 'self'` breaks nothing."""
    wrong = []
    for url, page in documents.items():
        for element in page.iter():
            if element.tag in ("style", "iframe") or element.get("style"):
                wrong.append((url, element.tag))
            if any(str(name).startswith("on") for name in element.attrib):
                wrong.append((url, element.tag))
            if element.tag == "script" and element.get("type") != "application/ld+json" and not element.get("src"):
                wrong.append((url, "script"))
            source = element.get("src") or (element.get("href") if element.get("rel") == "stylesheet" else None)
            if source and urlsplit(urljoin(url, source)).netloc != "example.org":
                wrong.append((url, source))
    assert wrong == []


def test_alternates_are_reciprocal_whole_and_name_themselves(documents: dict[str, object]) -> None:
    named = {
        url: {(link.get("hreflang"), link.get("href")) for link in page.iter("link") if link.get("hreflang")}
        for url, page in documents.items()
    }
    with_alternates = {url: pairs for url, pairs in named.items() if pairs}
    assert len(with_alternates) > 200
    for url, pairs in with_alternates.items():
        assert url in {href for _, href in pairs}, url
        assert "x-default" in {lang for lang, _ in pairs}, url
        for lang, href in pairs:
            if lang != "x-default":
                assert named[href] == pairs, (url, href)


def test_a_fallback_page_stands_for_the_original(documents: dict[str, object]) -> None:
    page = documents[f"{BASE}sv/nyheter/eksempelguide-innovationsindkob/"]
    canonical = [link.get("href") for link in page.iter("link") if link.get("rel") == "canonical"]
    assert canonical == [f"{BASE}da/nyheder/eksempelguide-innovationsindkob/"]
    assert not [link for link in page.iter("link") if link.get("hreflang")]
    assert any(each.get("lang") == "da" for each in page.iter())


def test_each_page_has_one_main_heading_and_a_title_of_its_own(documents: dict[str, object]) -> None:
    titles: Counter[tuple[str, str]] = Counter()
    for url, page in documents.items():
        if any(meta.get("http-equiv") for meta in page.iter("meta")):
            continue
        assert len(list(page.iter("h1"))) == 1, url
        title = page.findtext("head/title").strip()
        assert title, url
        if url != BASE and not url.endswith("404.html"):
            titles[page.get("lang"), title] += 1
    assert [each for each, count in titles.items() if count > 1] == []


def test_the_language_switch_leads_to_the_same_document(documents: dict[str, object]) -> None:
    page = documents[f"{BASE}nb/arrangementer/innspillmote-hamar/"]
    switch = {link.get("hreflang"): link.get("href") for link in page.iter("a") if link.get("hreflang")}
    assert switch["sv"] == "/sv/evenemang/innspillmote-hamar/"
    assert switch["da"] == "/da/arrangementer/innspillmote-hamar/"
    assert switch["nn"] == "/nn/arrangement/innspillmote-hamar/"


def test_no_address_shows_a_file_name(portal: Portal) -> None:
    names = [page.relative_to(portal.root).as_posix() for page in portal.pages]
    assert not [name for name in names if ".nb" in name or ".sv" in name or name.endswith(".md")]
