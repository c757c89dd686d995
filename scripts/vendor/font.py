"""Inter, reduced to what the Nordic languages and the names in them need: one file, all weights from 400 to 700."""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x1E9E)
"""Basic Latin, Latin-1 and Latin Extended-A: the Nordic and Sámi languages, and names from most of Europe."""

MARKS = tuple(map(ord, "‐‑‒–—‘’‚“”„†•…‰‹›€−←↑→↓↗✓\u2009\u202f"))
FEATURES = ("kern", "ccmp", "locl", "tnum", "case")
WEIGHTS = (400, 700)
OPTICAL_SIZE = 18
"""The axis for large and small text is fixed where running text is, in points."""


def reduced(source: Path, target: Path) -> None:
    """Writes the font; the same source gives the same bytes with the same fontTools and Brotli."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*LETTERS, *MARKS])
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": WEIGHTS})
    font.flavor = "woff2"
    font.save(target)
