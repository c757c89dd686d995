"""What scripts add to lists and addresses: picking out entries, and copying."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Stage

LISTS = {
    "events": "nb/arrangementer/",
    "archive": "nb/nyheter/2026/",
    "news": "sv/nyheter/",
    "projects": "da/projekter/",
    "country": "nn/land/no/",
}


@pytest.fixture
def page(stage: Stage) -> Iterator[Page]:
    context = stage.browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    """The titles of the entries that are seen."""
    return page.locator("main .entry:visible a").all_inner_texts()


@pytest.mark.parametrize("name", ["events", "news", "projects", "country"])
def test_entries_are_picked_out_with_the_keyboard(stage: Stage, page: Page, name: str) -> None:
    """A choice leaves as many entries as it says; a second of another sort leaves fewer still, or as many."""
    page.goto(f"{stage.origin}/{LISTS[name]}")
    whole = shown(page)
    page.locator(".sieve summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    box = page.locator(".sieve label").first
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    picked = page.locator("main .entry:visible").count()
    assert picked == int(box.get_attribute("data-count") or "0")
    assert picked < len(page.locator("main .entry").all())
    assert str(picked) in page.locator(".sieve .told").inner_text()
    headings = page.locator("main section:has(.entry):visible")
    assert all(headings.nth(at).locator(".entry:visible").count() for at in range(headings.count()))
    page.reload()
    assert page.locator("main .entry:visible").count() == picked
    page.go_back()
    expect(page.locator("main .entry[hidden]")).to_have_count(0)
    assert shown(page) == whole


def test_choices_of_two_sorts_go_together(stage: Stage, page: Page) -> None:
    page.goto(f"{stage.origin}/{LISTS['events']}")
    page.locator(".sieve summary").click()
    page.get_by_label("Sverige").check()
    swedish = set(shown(page))
    page.get_by_label("Danmark").check()
    either = set(shown(page))
    page.get_by_label("2027").check()
    both = set(shown(page))
    assert swedish < either
    assert both < either
    assert parse_qs(urlsplit(page.url).query) == {"countries": ["DK", "SE"], "year": ["2027"]}
    page.get_by_role("button", name="Nullstill alle valg").click()
    assert set(shown(page)) > either


def test_a_list_is_whole_without_a_script(stage: Stage) -> None:
    context = stage.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{stage.origin}/{LISTS['events']}?countries=SE")
    assert page.locator(".sieve").is_hidden()
    assert page.locator("main .entry:visible").count() == page.locator("main .entry").count() > 0
    context.close()


def test_an_address_is_copied(stage: Stage, page: Page) -> None:
    """With the keyboard; what was done is told, also to those who hear the page."""
    page.goto(f"{stage.origin}/nb/kalender/")
    button = page.locator(".copy").first
    wanted = page.locator("[data-copy]").first.inner_text()
    words = button.inner_text()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).not_to_have_text(words)
    assert page.evaluate("navigator.clipboard.readText()") == wanted
    assert page.locator("body > [role=status]").inner_text() == button.inner_text()
    assert wanted.startswith("https://example.org/nb/")


def test_every_calendar_has_a_button_of_its_own_name(stage: Stage, page: Page) -> None:
    page.goto(f"{stage.origin}/nb/kalender/")
    buttons = page.locator(".copy")
    names = [buttons.nth(at).get_attribute("aria-label") for at in range(buttons.count())]
    assert len(names) == page.locator("[data-copy]").count() > 10
    assert len(set(names)) == len(names)


def test_no_button_without_a_script(stage: Stage) -> None:
    context = stage.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{stage.origin}/nb/kalender/")
    assert page.locator("[data-copy]").first.inner_text().startswith("https://")
    assert page.locator(".copy").count() == 0
    context.close()
