"""Vendors the letters that cards are drawn with: `python scripts/poster_fonts.py [--check]`.

They are those of the pages, Inter, from the same package as `scripts/design.py` takes it: two weights as TrueType,
reduced to Latin letters, without hints and features, which the drawing does not use. With `--check` nothing is
fetched: the files must be those of the manifest.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from base64 import b64encode
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from scripts.design import INTER, fetched  # noqa: E402

FOLDER = ROOT / "sitegen" / "render" / "posters" / "fonts"
MANIFEST = "manifest.json"
WEIGHTS = {"bold.ttf": "display/InterDisplay-Bold.woff2", "medium.ttf": "web/Inter-Medium.woff2"}
LETTERS = (
    "U+0020-007E,U+00A0-017F,U+018F,U+01B7,U+01E4-01EF,U+01FA-01FF,U+0218-021B,U+0259,U+0292,U+1E80-1E85,U+1EF2-1EF3"
)
SIGNS = "U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2116,U+2122,U+2212"


def vendor() -> None:
    """Writes everything anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as held:
        package = fetched(INTER, Path(held))
        for name, source in WEIGHTS.items():
            _reduce(package / source, FOLDER / name)
        (FOLDER / "licence.txt").write_bytes((package / INTER.licence).read_bytes())
    told = {
        "package": {"name": INTER.name, "version": INTER.version, "licence": INTER.terms, "integrity": INTER.integrity},
        "made with": {"fonttools": version("fonttools"), "brotli": version("brotli")},
        "files": _digests(),
    }
    (FOLDER / MANIFEST).write_text(json.dumps(told, indent=2, sort_keys=True) + "\n", "utf-8")


def check() -> bool:
    """Whether all is as the manifest has it."""
    told = json.loads((FOLDER / MANIFEST).read_text("utf-8"))
    same = (told["package"]["version"], told["package"]["integrity"]) == (INTER.version, INTER.integrity)
    return same and told["files"] == _digests()


def _reduce(source: Path, target: Path) -> None:
    from fontTools import subset

    options = subset.Options(layout_features=[], hinting=False, desubroutinize=True, notdef_outline=True)
    font = subset.load_font(str(source), options)
    font.flavor = None
    font.recalcTimestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(f"{LETTERS},{SIGNS}"))
    cutter.subset(font)
    subset.save_font(font, str(target), options)


def _digests() -> dict[str, str]:
    return {
        path.name: f"sha256-{b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()}"
        for path in sorted(FOLDER.iterdir())
        if path.name != MANIFEST and path.suffix != ".py"
    }


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--check", action="store_true", help="only compare with the manifest")
    if not given.parse_args().check:
        vendor()
    elif not check():
        sys.exit("The letters of the cards are not those of the manifest: run python scripts/poster_fonts.py")
