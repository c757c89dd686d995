"""Every page with the keyboard alone. Templates are the same in all languages, so each sort is tried in one of them."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Stage
from tests.browser.visiting import WIDE

_REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter(each => each.checkVisibility())
  .map((each, index) => { each.dataset.place = index; return index; })"""
_FOCUSED = """() => {
  const each = document.activeElement, style = getComputedStyle(each), box = each.getBoundingClientRect();
  const middle = document.elementFromPoint(box.x + Math.min(box.width / 2, 5), box.y + box.height / 2);
  return {
    place: Number(each.dataset.place ?? -1),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: Boolean(middle) && !(each.contains(middle) || middle.contains(each)),
    what: each.outerHTML.slice(0, 120),
  };
}"""


@pytest.fixture(scope="module")
def window(stage: Stage) -> Iterator[Page]:
    context = stage.browser.new_context(viewport=WIDE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def one_of_each(stage: Stage) -> list[str]:
    """An address for each sort of page, its language another from sort to sort."""
    languages = sorted({sample.lang for sample in stage.samples})
    by_lang = [[sample for sample in stage.samples if sample.lang == lang] for lang in languages]
    addresses = {sample.address for at, found in enumerate(by_lang) for sample in found[at :: len(languages)]}
    addresses |= {sample.address for sample in stage.samples if sample.sort.startswith("event")}
    return sorted(addresses)


def test_every_link_is_reached_in_order_and_seen(stage: Stage, window: Page) -> None:
    """With the tabulator: in the order of the page, outlined, in the window and not covered."""
    wrong: list[str] = []
    pages = one_of_each(stage)
    assert len(pages) > 20
    for address in pages:
        window.goto(f"{stage.origin}/{address}")
        wanted: list[int] = window.evaluate(_REACHABLE)
        for place in wanted:
            window.keyboard.press("Tab")
            seen: dict[str, Any] = window.evaluate(_FOCUSED)
            if seen["place"] != place or not seen["outlined"] or not seen["inside"] or seen["covered"]:
                wrong.append(f"/{address} {place}: {seen}")
                break
    assert wrong == []


def test_the_first_stop_skips_to_the_content(stage: Stage, window: Page) -> None:
    wrong: list[str] = []
    for address in one_of_each(stage):
        window.goto(f"{stage.origin}/{address}")
        if window.locator(".ds-skip-link").count() == 0:
            assert window.locator("nav").count() == 0, address
            continue
        window.keyboard.press("Tab")
        window.keyboard.press("Enter")
        if window.evaluate("document.activeElement.id") != "main":
            wrong.append(address)
        window.keyboard.press("Tab")
        if not window.evaluate("document.querySelector('main').contains(document.activeElement)"):
            links = window.locator("main a").count()
            wrong += [f"{address} leaves main"] if links else []
    assert wrong == []
