"""A visit to a page: what a browser says of it, wide and light, narrow and dark, and with large text."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

AXE = Path(__file__).parents[2] / ".tools" / "node_modules" / "axe-core" / "axe.min.js"
WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=320, height=700)
USUAL = 16
"""The size of text that browsers begin with, in pixels."""

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size", "heading-order", "list"]
"""Rules that may fall out otherwise in another scheme or a narrow window."""

_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  violations.push(event.violatedDirective + " " + event.blockedURI));
"""
_SIDEWAYS = """() => {
  const root = document.scrollingElement;
  const out = [...document.querySelectorAll("body *")].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width && box.right > innerWidth + 1 && !each.closest(".table, pre, .ds-skip-link, .hidden");
  });
  return root.scrollWidth > innerWidth ? ["page", ...out.slice(0, 3).map(each => each.outerHTML.slice(0, 120))] : [];
}"""


@dataclass(frozen=True)
class Visit:
    """`found` are findings of axe by light and dark; `sideways` what is wider than the window, by its sort."""

    found: dict[str, tuple[str, ...]]
    sideways: dict[str, tuple[str, ...]]
    told: tuple[str, ...]
    violations: tuple[str, ...]
    requests: tuple[str, ...]
    cookies: int


class Visitor:
    """One window, in which page after page is looked at in every way."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self._origin = origin
        self._context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
        self._context.add_init_script(_WATCH)
        self._page = self._context.new_page()
        self._session = self._context.new_cdp_session(self._page)
        self._session.send("Page.enable")
        self._told: list[str] = []
        self._requests: list[str] = []
        self._page.on("console", lambda message: self._told.append(_line(message)))
        self._page.on("pageerror", lambda error: self._told.append(str(error)))
        self._page.on("request", lambda request: self._requests.append(request.url))

    def close(self) -> None:
        self._context.close()

    def visit(self, address: str) -> Visit:
        """Goes to a page, and looks at it wide and light, narrow and dark, and with large text."""
        page = self._page
        self._told.clear()
        self._requests.clear()
        self._look("light", WIDE, USUAL)
        page.goto(f"{self._origin}/{address}", wait_until="load")
        page.evaluate(_axe())
        found = {"light": _findings(page, LEVELS)}
        sideways = {"wide": _sideways(page)}
        self._look("dark", NARROW, USUAL)
        found["dark"] = _findings(page, LOOKS)
        sideways["narrow"] = _sideways(page)
        self._look("dark", WIDE, 2 * USUAL)
        sideways["large"] = _sideways(page)
        violations = tuple(page.evaluate("violations"))
        cookies = len(self._context.cookies())
        return Visit(found, sideways, tuple(self._told), violations, tuple(self._requests), cookies)

    def _look(self, scheme: Literal["light", "dark"], size: ViewportSize, text: int) -> None:
        """Sets what readers set: the scheme, the window, and the size of text (WCAG 2.2, 1.4.4), in pixels."""
        self._page.emulate_media(color_scheme=scheme)
        self._page.set_viewport_size(size)
        self._session.send("Page.setFontSizes", {"fontSizes": {"standard": text, "fixed": text}})


@cache
def _axe() -> str:
    assert AXE.is_file(), "run scripts/tools.sh, as make test does"
    return AXE.read_text("utf-8")


def _findings(page: Page, rules: list[str]) -> tuple[str, ...]:
    """What axe finds, each rule with the first places at which it is broken."""
    options = {"resultTypes": ["violations"], "runOnly": rules}
    result: dict[str, Any] = page.evaluate(f"() => axe.run(document, {json.dumps(options)})")
    return tuple(
        f"{found['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for found in result["violations"]
        for node in found["nodes"][:3]
    )


def _sideways(page: Page) -> tuple[str, ...]:
    return tuple(page.evaluate(_SIDEWAYS))


def _line(message: ConsoleMessage) -> str:
    return f"{message.type}: {message.text}"
