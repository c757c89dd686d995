"""What a first visit to a page weighs: `python -m benchmarks.weight [build/site]`.

Bytes as servers send them, compressed with Brotli at its best: the page, its style sheet, its script, the font and
small pictures of the theme. Pictures of documents are left out, as they are their editors' own. Of each sort of page
in each language the heaviest one stands for all.
"""

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli

SORTS = {"css": "css", "js": "js", "woff2": "font"}
_NAMED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="(/[^"]*assets/[^"]+)"')
_FONT = re.compile(r'url\("([^"]+\.woff2)"\)')
_PACKED = ("woff2", "png", "jpg", "webp", "avif")
"""What is compressed as it is, and sent so."""


@dataclass(frozen=True)
class Weight:
    """Bytes of a first visit by what they are for."""

    html: int
    css: int = 0
    js: int = 0
    font: int = 0
    other: int = 0

    @property
    def whole(self) -> int:
        return self.html + self.css + self.js + self.font + self.other


def weigh(page: Path, root: Path, prefix: str = "/") -> Weight:
    """What a page of the published tree `root` weighs; `prefix` is the path of the site's address."""
    text = page.read_text("utf-8")
    found = {"css": 0, "js": 0, "font": 0, "other": 0}
    named = {root / address.removeprefix(prefix) for address in _NAMED.findall(text)}
    fonts = {
        sheet.parent / font
        for sheet in named
        if sheet.suffix == ".css"
        for font in _FONT.findall(sheet.read_text("utf-8"))
    }
    for path in sorted(named | fonts):
        found[SORTS.get(path.suffix[1:], "other")] += sent(path)
    return Weight(html=sent(page), **found)


@cache
def sent(path: Path) -> int:
    """The bytes that a server sends of a file."""
    data = path.read_bytes()
    return len(data) if path.suffix[1:] in _PACKED else len(brotli.compress(data, quality=11))


def table(root: Path) -> str:
    """The heaviest page of each sort, as a table in Markdown."""
    from tests.browser.samples import samples

    heaviest: dict[str, tuple[Weight, str]] = {}
    for sample in samples(root):
        page = root / sample.address
        weight = weigh(page / "index.html" if page.is_dir() else page, root)
        if sample.sort not in heaviest or weight.whole > heaviest[sample.sort][0].whole:
            heaviest[sample.sort] = (weight, sample.address)
    lines = ["| page | html | css | js | font | other | first visit |", "|---|---:|---:|---:|---:|---:|---:|"]
    for sort, (weight, address) in sorted(heaviest.items(), key=lambda each: (-each[1][0].whole, each[0])):
        numbers = (weight.html, weight.css, weight.js, weight.font, weight.other, weight.whole)
        lines.append(f"| {sort} `/{address}` | {' | '.join(f'{each:,}' for each in numbers)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(Path(sys.argv[1] if len(sys.argv) > 1 else "build/site")))
