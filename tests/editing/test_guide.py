"""The editors' guide: what its pages show as files is a site without a mistake, and what they link to is there."""

import importlib.util
import re
import struct
import sys
import zlib
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.kinds import KINDS

from .stage import sitegen

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted((DOCS / "kinds").glob("*.md"))
GUIDE = [*PAGES, DOCS / "editors.md", DOCS / "translating.md", DOCS / "prose.md", DOCS / "checking.md"]
SITE = """\
title: {nb: Eksempel, nn: Eksempel, sv: Exempel, da: Eksempel}
url: https://example.org/
timezone: Europe/Oslo
languages:
  nb: {reads: [nn], fallback: [da, sv]}
  nn: {reads: [nb], fallback: [da, sv]}
  sv: {fallback: [nb, da, nn]}
  da: {fallback: [nb, nn, sv]}
"""
_FILE = re.compile(r"^`(content/[^`]+)`\n\n```(?:markdown|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([\w-]+))?\)")


def picture() -> bytes:
    """A PNG of one pixel."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(bytes(4))), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def examples() -> dict[str, bytes]:
    """Every file that the pages show, with a real picture where one is meant."""
    found = {}
    for page in PAGES:
        for path, text in _FILE.findall(page.read_text("utf-8")):
            assert path not in found, f"{path} is shown twice"
            found[path] = picture() if path.endswith(".png") else text.encode()
    return found


def test_the_examples_of_the_guide_are_a_good_site(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text(SITE, "utf-8")
    for path, data in examples().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    checked = sitegen(tmp_path, "check", "--strict")
    assert checked.output.splitlines()[-1].startswith("no mistakes in "), checked.output
    assert sitegen(tmp_path, "build").exit_code == 0
    pages = tmp_path / "build" / "site"
    assert "Verkstad om tilldelningskriterier" in (
        pages / "sv/evenemang/eksempelmote-hamar/index.html"
    ).read_text("utf-8")  # fmt: skip
    assert "Eksempelkaffe for indkøbere" in (pages / "da/kalender.ics").read_text("utf-8")


def test_every_kind_has_its_page_and_an_example() -> None:
    folders = {path.split("/")[1] for path in examples()}
    assert folders == {kind.folder for kind in KINDS}
    assert {page.stem for page in PAGES} == {"README", *(kind.name for kind in KINDS)}


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    text = re.sub(r"^```.*?^```$|^ {4}.*$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target, anchor in _LINK.findall(text):
        there = (page.parent / target).resolve() if target else page
        assert there.is_file(), f"{page.name} links to {target}"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.MULTILINE)
            assert anchor in {_anchor(heading) for heading in headings}, f"{page.name} links to {target}#{anchor}"


def _anchor(heading: str) -> str:
    """As forges make it of a heading's words."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_the_tables_of_fields_are_up_to_date() -> None:
    script = _script()
    for path, made in script.pages():
        assert path.read_text("utf-8") == script.with_table(path.read_text("utf-8"), made)


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kinds_script", ROOT / "scripts" / "kinds.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
