"""The page of components: each from the built pages, with the site's own style sheet, and nothing inline."""

from pathlib import Path

import pytest

from sitegen.preview.address import Address
from sitegen.preview.answers import Answer, Asked, answer
from sitegen.preview.gallery import COMPONENTS, gallery
from sitegen.preview.standing import Standing
from tests.portal.conftest import Portal, portal
from tests.preview.test_session import Links

__all__ = ["portal"]

PAGE = Address(("_preview", "components"), folder=False)


@pytest.fixture(scope="module")
def said(portal: Portal) -> Answer:
    return answer(
        Asked(Address(("_preview", "components"), folder=False), ("sv",)), Standing(state="good"), portal.root
    )


def test_the_portal_shows_every_component(portal: Portal) -> None:
    found = gallery(portal.root, (), "nb")
    missing = [each.name for each in found.shown if not each.source]
    assert missing == []
    assert len(found.shown) == len(COMPONENTS)


def test_it_is_a_page_under_the_strictest_policy(said: Answer, portal: Portal) -> None:
    text = said.body.decode()
    links = Links(text)
    assert said.status == 200
    assert links.inline == []
    sheets = [each for each in links.found if each.endswith(".css")]
    assert len(sheets) == 1
    assert (portal.root / sheets[0].lstrip("/")).is_file()


def test_it_is_in_the_language_that_was_asked_for(said: Answer) -> None:
    assert '<div lang="sv">' in said.body.decode()
    assert 'href="/sv/evenemang/' in said.body.decode()


def test_a_site_without_pages_has_a_page_all_the_same(tmp_path: Path) -> None:
    said = answer(Asked(PAGE), Standing(state="good"), tmp_path)
    assert said.status == 200
    assert "no page has one now" in said.body.decode()
