"""Pages are complete without a script; with one, they stay right after the day of the build."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.engine.rendering import Workers
from sitegen.pipeline.build import Job, build
from tests.browser.conftest import Stage
from tests.browser.serving import served
from tests.portal.conftest import NOW, REPOSITORY

EVENT = "nb/arrangementer/eksempelfrukost-2026/"
"""Its registration closes with 4 December 2026, which the portal's own day is thirteen days before."""


@contextmanager
def window(browser: Browser, *, scripts: bool) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=scripts)
    yield context.new_page()
    context.close()


def test_a_page_has_the_same_words_without_a_script(stage: Stage) -> None:
    """On the day of the build, one page of each sort; scripts add tools, and take away what is said without them."""
    addresses = sorted({sample.address for sample in stage.samples if sample.lang == "sv"})
    with window(stage.browser, scripts=True) as page:
        page.clock.set_fixed_time(NOW)
        complete = {address: _words(page, f"{stage.origin}/{address}") for address in addresses}
    with window(stage.browser, scripts=False) as page:
        plain = {address: _words(page, f"{stage.origin}/{address}") for address in addresses}
    assert len(complete) > 15
    assert plain == complete


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("later")


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 24, 12, tzinfo=UTC),
        datetime(2026, 12, 3, 12, tzinfo=UTC),
        datetime(2026, 12, 4, 12, tzinfo=UTC),
        datetime(2026, 12, 4, 22, 59, tzinfo=UTC),
        datetime(2026, 12, 4, 23, 0, tzinfo=UTC),
    ],
    ids=str,
)
def test_the_script_says_what_a_build_of_that_instant_would(stage: Stage, now: datetime, folder: Path) -> None:
    """What of registration is seen on yesterday's page and list, and on those that are built right then."""
    report = build(Job(REPOSITORY, folder / "site", folder / "cache", now, 0, Workers(2)))
    assert report.published is not None
    with window(stage.browser, scripts=True) as page:
        page.clock.set_fixed_time(now)
        kept = _seen(page, stage.origin)
    with served(folder / "site") as origin, window(stage.browser, scripts=False) as page:
        built = _seen(page, origin)
    assert kept == built


def _words(page: Page, url: str) -> str:
    """What a reader sees of a page, but for tools that scripts add, and for what is said of their lack."""
    page.goto(url, wait_until="load")
    page.evaluate("document.querySelectorAll('[data-tool], noscript').forEach(each => each.remove())")
    return page.locator("body").inner_text()


def _seen(page: Page, origin: str) -> tuple[str | None, list[str], list[str]]:
    page.goto(f"{origin}/{EVENT}", wait_until="load")
    box = page.locator(".registration")
    state, said = box.get_attribute("data-state"), box.inner_text().split()
    page.goto(f"{origin}/nb/arrangementer/", wait_until="load")
    return state, said, page.locator(".entry", has=page.locator(f'a[href="/{EVENT}"]')).inner_text().split()
