"""Pictures of pages, to be looked at: `python -m tests.browser.shoot <site> <folder> [address…]`.

Each page wide and narrow, light and dark, and on paper; of one page of each sort in each language, if none is named.
"""

import sys
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.samples import samples
from tests.browser.serving import served
from tests.browser.visiting import WIDE

PHONE = ViewportSize(width=360, height=740)
PAPER = ViewportSize(width=680, height=960)
"""A4 between margins of 15 mm, at 96 pixels an inch."""


class View(NamedTuple):
    """One way to look at a page."""

    name: str
    size: ViewportSize
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


VIEWS = (View("wide", WIDE), View("narrow", PHONE), View("dark", WIDE, "dark"), View("print", PAPER, media="print"))


def shoot(site: Path, folder: Path, addresses: list[str]) -> None:
    """Takes the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_page(viewport=WIDE)
        for address in addresses or sorted({sample.address for sample in samples(site)}):
            name = address.strip("/").replace("/", "-") or "root"
            page.goto(f"{origin}/{address}", wait_until="networkidle")
            for view in VIEWS:
                page.emulate_media(color_scheme=view.scheme, media=view.media)
                page.set_viewport_size(view.size)
                page.screenshot(path=folder / f"{name}.{view.name}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    shoot(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
