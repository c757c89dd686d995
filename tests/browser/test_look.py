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


def test_with_forced_colours_only_the_current_item_of_a_menu_is_underlined(window: Page) -> None:
    """A border that is transparent is painted then, unless it has the colour of the ground."""
    window.emulate_media(forced_colors="active")
    ground = window.evaluate(_GROUND)
    for menu in ("sections", "tongues"):
        links = window.locator(f".{menu} a")
        colours = links.evaluate_all("all => all.map(each => getComputedStyle(each).borderBottomColor)")
        current = links.evaluate_all("all => all.map(each => each.hasAttribute('aria-current'))")
        assert current.count(True) == 1
        assert [colour != ground for colour in colours] == current
    window.context.close()


def test_the_card_of_registration_is_as_high_as_what_is_on_it(stage: Stage, window: Page) -> None:
    window.goto(f"{stage.origin}/nb/arrangementer/nordisk-eksempelkonferanse-2027/")
    free = "e => e.getBoundingClientRect().bottom - e.lastElementChild.getBoundingClientRect().bottom"
    assert window.locator(".registration").evaluate(free) < 40
    window.context.close()


def test_narrower_topics_are_links_that_look_like_links(stage: Stage, window: Page) -> None:
    window.goto(f"{stage.origin}/nb/temaer/offentlige-anskaffelser/")
    links = window.locator(".sheet .below a")
    assert links.count() == 4
    assert links.evaluate_all("all => all.every(e => getComputedStyle(e).textDecorationLine === 'underline')")
    assert links.evaluate_all("all => all.every(e => e.getClientRects().length === 1)")
    window.context.close()


@pytest.mark.parametrize("address", ["nb/arrangementer/", "nb/land/no/"])
def test_no_choice_is_hidden_in_a_box_that_scrolls(stage: Stage, window: Page, address: str) -> None:
    window.goto(f"{stage.origin}/{address}")
    window.locator(".sieve summary").click()
    sets = window.locator(".sieve fieldset")
    assert sets.count() > 1
    assert sets.evaluate_all("all => all.every(e => e.scrollHeight <= e.clientHeight)")
    window.context.close()


def test_a_clock_does_not_break_after_its_dash(stage: Stage, window: Page) -> None:
    """From the narrowest phone to a wide one."""
    window.goto(f"{stage.origin}/da/arrangementer/")
    clocks = window.locator(".entry time > span")
    assert clocks.count() > 5
    for width in range(320, 440, 10):
        window.set_viewport_size({"width": width, "height": 800})
        assert clocks.evaluate_all("all => all.every(e => e.getClientRects().length === 1)"), width
    window.context.close()


_CUT = """all => all.flatMap(each => [...each.firstChild.data.matchAll(/\\S+/g)].filter(word => {
  const range = document.createRange();
  range.setStart(each.firstChild, word.index);
  range.setEnd(each.firstChild, word.index + word[0].length);
  return new Set([...range.getClientRects()].map(box => box.top)).size > 1;
})).map(word => word[0])"""


@pytest.mark.parametrize("address", ["nb/kalender/2027/04/", "sv/kalender/2024/03/", "da/kalender/2027/02/"])
def test_a_month_has_room_for_long_words(stage: Stage, window: Page, address: str) -> None:
    """This browser has no dictionaries to part words with."""
    window.goto(f"{stage.origin}/{address}")
    assert window.locator(".month-table li a").count() > 0
    assert window.locator(".month-table :is(thead th:first-child, li a)").evaluate_all(_CUT) == []
    window.context.close()
