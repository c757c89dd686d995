"""Vendors what the look is made of into templates/assets/design: `python scripts/design.py [--check]`.

Designsystemet's style sheets and Inter are fetched with npm in the versions below, held against their checksums,
and reduced. With `--check`, nothing is fetched: the files that lie there must be those that the manifest names.
"""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "templates" / "assets"
FOLDER = ASSETS / "design"
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Package:
    """A package in one version; `integrity` as npm states it, `licence` the file that holds its terms."""

    name: str
    version: str
    terms: str
    licence: str
    integrity: str


DESIGNSYSTEMET = Package(
    "@digdir/designsystemet-css",
    "1.22.0",
    "MIT",
    "LICENSE",
    "sha512-f/+YOK1Gvl7ypdeRh0TDGs28eu8DkOPDAR+T8yLpnys9FxNWX05UNuhXJwYwRuzF9WUgjAhpJ5JKdodTDxWMEA==",
)
INTER = Package(
    "inter-ui",
    "4.1.1",
    "OFL-1.1",
    "LICENSE.txt",
    "sha512-451h0J29HyOmA+JXgSi/6M12tL7ZCZ8arYKZUXiOXTJpJbAKqJvFh3k5SiV3x7tKe0C0KyrKUUiQIvvZ2PQDcA==",
)


def vendor() -> None:
    """Makes everything anew, and then puts it in the place of what was there."""
    with tempfile.TemporaryDirectory() as held, tempfile.TemporaryDirectory() as given:
        made = Path(given)
        system, inter = (fetched(package, Path(held)) for package in (DESIGNSYSTEMET, INTER))
        _stylesheet(system, made)
        _font(inter, made)
        shutil.copyfile(system / DESIGNSYSTEMET.licence, made / "designsystemet-licence.txt")
        shutil.copyfile(inter / INTER.licence, made / "inter-licence.txt")
        (made / MANIFEST).write_text(_manifest(made), "utf-8")
        _replace(FOLDER, made)


def _manifest(made: Path) -> str:
    told = {
        "packages": [
            {"name": each.name, "version": each.version, "licence": each.terms, "integrity": each.integrity}
            for each in (DESIGNSYSTEMET, INTER)
        ],
        "made with": {name: version(name) for name in ("brotli", "fonttools", "tinycss2")},
        "files": _digests(made),
    }
    return json.dumps(told, indent=2, sort_keys=True) + "\n"


def _replace(old: Path, new: Path) -> None:
    """Gives a folder the files of another; those that are the same are not touched."""
    old.mkdir(exist_ok=True)
    for path in new.iterdir():
        there = old / path.name
        if not there.is_file() or there.read_bytes() != path.read_bytes():
            shutil.copyfile(path, there)
    for path in old.iterdir():
        if not (new / path.name).is_file():
            path.unlink()


def check() -> list[str]:
    """What is not as the manifest has it."""
    told = json.loads((FOLDER / MANIFEST).read_text("utf-8"))
    wrong = [
        f"{path}: {told['files'].get(path, 'not in the manifest')} became {found}"
        for path, found in _digests(FOLDER).items()
        if told["files"].get(path) != found
    ]
    wrong += [f"{path} is missing" for path in told["files"] if not (FOLDER / path).is_file()]
    pinned = [[each["name"], each["version"], each["integrity"]] for each in told["packages"]]
    stated = [[each.name, each.version, each.integrity] for each in (DESIGNSYSTEMET, INTER)]
    return wrong + (["the manifest has other packages than this script"] if pinned != stated else [])


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.name: f"sha256-{b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()}"
        for path in sorted(folder.iterdir())
        if path.name != MANIFEST
    }


def fetched(package: Package, held: Path) -> Path:
    """The package's folder, unpacked, once its bytes are known to be the right ones."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(held), f"{package.name}@{package.version}"]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    data = (held / name).read_bytes()
    found = f"sha512-{b64encode(hashlib.sha512(data).digest()).decode()}"
    if found != package.integrity:
        raise SystemExit(f"{package.name} {package.version} has the checksum {found}, not {package.integrity}")
    folder = held / name.removesuffix(".tgz")
    with tarfile.open(held / name) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def _stylesheet(package: Path, made: Path) -> None:
    from scripts.vendor.stylesheet import COMPONENTS, reduced

    sources = {name: (package / "dist" / "src" / f"{name}.css").read_text("utf-8") for name in COMPONENTS}
    ours = "".join(path.read_text("utf-8") for path in sorted(ASSETS.rglob("*.css")) if path.parent != FOLDER)
    result = reduced(sources, re.findall(r"var\(\s*(--[\w-]+)", ours))
    head = f"/*! Designsystemet {DESIGNSYSTEMET.version}, MIT, reduced: see designsystemet-licence.txt */\n"
    (made / "design.css").write_text(head + result.css + "\n", "utf-8")
    for name, drawn in result.pictures.items():
        (made / name).write_text(drawn + "\n", "utf-8")


def _font(package: Path, made: Path) -> None:
    from scripts.vendor.font import reduced

    reduced(package / "variable" / "InterVariable.woff2", made / "inter.woff2")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare what lies there with the manifest")
    if parser.parse_args().check:
        found = check()
        print(*found, sep="\n", file=sys.stderr)
        sys.exit(bool(found))
    sys.path.insert(0, str(ROOT))
    vendor()
