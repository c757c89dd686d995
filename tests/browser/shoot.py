"""Pictures of pages, to be looked at: `python -m tests.browser.shoot <site> <folder> [address…]`.

Each page wide and narrow, light and dark, and on paper.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.samples import samples
from tests.browser.serving import served
from tests.browser.visiting import NARROW, WIDE


def shoot(site: Path, folder: Path, addresses: list[str]) -> None:
    """Takes the pictures; of one page of each sort in each language, if none is named."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_page(viewport=WIDE)
        for address in addresses or sorted({sample.address for sample in samples(site)}):
            name = address.strip("/").replace("/", "-") or "root"
            page.goto(f"{origin}/{address}")
            for scheme, size, called in (("light", WIDE, "wide"), ("light", NARROW, "narrow"), ("dark", WIDE, "dark")):
                page.emulate_media(color_scheme=scheme, media="screen")  # type: ignore[arg-type]
                page.set_viewport_size(size)
                page.screenshot(path=folder / f"{name}.{called}.png", full_page=True)
            page.emulate_media(media="print")
            page.pdf(path=folder / f"{name}.pdf", format="A4")
        browser.close()


if __name__ == "__main__":
    shoot(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
