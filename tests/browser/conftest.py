"""A browser for the whole room, and what it saw on one page of each sort in each language."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.samples import Sample, samples
from tests.browser.serving import served
from tests.browser.visiting import Visit, Visitor
from tests.portal.conftest import Portal, portal

__all__ = ["portal"]

CHROMIUM = shutil.which("chromium") or "chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Stage:
    """The portal on a loopback address, and a browser to look at it."""

    browser: Browser
    origin: str
    samples: tuple[Sample, ...]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, which scripts/tools.sh installs; its profile is a new folder that goes with it.

    It is closed with this room: while it is open, an event loop runs, and the preview's tests begin one of their own.
    """
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def stage(browser: Browser, portal: Portal) -> Iterator[Stage]:
    with served(portal.root) as origin:
        yield Stage(browser, origin, samples(portal.root))


@pytest.fixture(scope="package")
def visits(stage: Stage) -> dict[Sample, Visit]:
    """Each sample, wide and light, then narrow and dark, then with text of twice the size."""
    addresses = sorted({sample.address for sample in stage.samples})
    visitor = Visitor(stage.browser, stage.origin)
    made = {address: visitor.visit(address) for address in addresses}
    visitor.close()
    return {sample: made[sample.address] for sample in stage.samples}
