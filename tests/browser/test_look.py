"""The look arrives: the font, the colours of the scheme that a reader asks for, and paper."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Stage
from tests.browser.visiting import WIDE

EVENT = "nb/arrangementer/eksempelfrukost-2026/"
_LOADED = "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family))"
_GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def window(stage: Stage) -> Page:
    page = stage.browser.new_context(viewport=WIDE).new_page()
    page.goto(f"{stage.origin}/{EVENT}", wait_until="networkidle")
    return page


def brightness(colour: str) -> float:
    """Of "rgb(1, 2, 3)", the mean of its channels."""
    channels = [int(each) for each in colour[4:-1].split(",")[:3]]
    return sum(channels) / len(channels)


def test_the_font_is_our_own_and_is_fetched_once(window: Page) -> None:
    assert "Inter" in window.evaluate(_LOADED)
    fetched = window.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert len([each for each in fetched if each.endswith(".woff2")]) == 1
    window.context.close()


def test_a_reader_gets_the_scheme_that_they_ask_for(window: Page) -> None:
    assert brightness(window.evaluate(_GROUND)) == 255
    window.emulate_media(color_scheme="dark")
    assert brightness(window.evaluate(_GROUND)) < 40
    window.context.close()


def test_paper_is_light_and_without_menus(window: Page) -> None:
    """Also for a reader of dark pages."""
    window.emulate_media(color_scheme="dark", media="print")
    assert brightness(window.evaluate(_GROUND)) == 255
    assert not window.locator("nav.sections").is_visible()
    assert not window.locator("form.find").is_visible()
    assert window.locator("h1").is_visible()
    window.context.close()
