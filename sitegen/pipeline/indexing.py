"""Indexes for searching, made by Pagefind, a program of its own. Knows how it is run, and nothing of sites.

Pagefind reads pages from a folder and writes a folder; both are temporary. Its filters are not used, as their order
in its files changes from run to run: what it writes without them is a pure function of the pages
(docs/decisions/0013-search.md).
"""

import gzip
import importlib.util
import json
import subprocess
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sitegen.foundation.digest import Digest, digest_bytes

PACKAGE = "pagefind_bin"
STEMS = {"nb": "no", "nn": "no"}
"""The language whose inflections Pagefind knows, where it does not know the page's own: one for both of Norway's."""

ENGINE = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
SORTS = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")
"""What is needed to search; Pagefind writes faces of its own besides."""

STEMLESS = "wasm.unknown.pagefind"
"""The engine for languages whose inflections it does not know; only those need it."""

LONGEST = 900
"""Seconds after which Pagefind is taken to hang. It needs about four for a thousand pages."""

_MAGIC = b"pagefind_dcd"


class IndexingFailed(OSError):
    """Pagefind could not be run, or wrote what is not understood."""

    def __str__(self) -> str:
        return self.strerror or ""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The files of an index by their paths, and of each page, by its name, the one under which a search finds it."""

    files: Mapping[str, bytes]
    found_as: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Indexer:
    """Pagefind as it is installed here."""

    program: Path
    version: str

    def index(self, lang: str, pages: Mapping[str, str]) -> Indexed:
        """The index of pages in one language: HTML by name, whatever that is. Raises `IndexingFailed`."""
        called = {digest_bytes(name.encode()): name for name in sorted(pages)}
        with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
            source, target = Path(folder, "pages"), Path(folder, "index")
            source.mkdir()
            for digest, name in sorted(called.items()):
                page = _page(STEMS.get(lang, lang), pages[name])
                source.joinpath(f"{digest}.html").write_text(page, encoding="utf-8")
            self._run("--silent", "--site", str(source), "--output-path", str(target))
            files = {path.relative_to(target).as_posix(): path.read_bytes() for path in sorted(target.rglob("*.*"))}
        needed = {path: data for path, data in files.items() if path in ENGINE or path.endswith(SORTS)}
        if sum(path.endswith(".pagefind") for path in needed) > 1:
            needed.pop(STEMLESS, None)
        return Indexed(needed, _found_as(needed, called))

    def _run(self, *arguments: str) -> None:
        try:
            command = [str(self.program), *arguments]
            done = subprocess.run(command, capture_output=True, check=False, env={}, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            raise IndexingFailed(0, f"Pagefind did not end within {LONGEST} seconds") from None
        except OSError as error:
            raise IndexingFailed(error.errno, f"Pagefind could not be run: {error.strerror}") from error
        if done.returncode != 0:
            said = " ".join((done.stderr or done.stdout).decode(errors="replace").split()) or f"exit {done.returncode}"
            raise IndexingFailed(0, f"Pagefind failed: {said[-500:]}")


def installed() -> Indexer | None:
    """Pagefind, if it is installed beside this package."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        return None
    program = Path(found.origin).with_name("pagefind")
    try:
        return Indexer(program, version(PACKAGE)) if program.is_file() else None
    except PackageNotFoundError:
        return None


def _page(lang: str, words: str) -> str:
    return f'<!doctype html><html lang="{lang}"><head><title></title></head><body>{words}</body></html>'


def _found_as(files: Mapping[str, bytes], called: Mapping[Digest, str]) -> dict[str, str]:
    """Under which name a search finds each page: that of the file which holds its words."""
    fragments = {path: data for path, data in files.items() if path.endswith(".pf_fragment")}
    try:
        return {called[_page_of(data)]: Path(path).stem for path, data in fragments.items()}
    except (EOFError, KeyError, TypeError, ValueError, zlib.error) as error:
        raise IndexingFailed(0, "this version of Pagefind writes files that are not understood") from error


def _page_of(data: bytes) -> Digest:
    """The file that a fragment was made of, by its name."""
    whole = gzip.decompress(data)
    if not whole.startswith(_MAGIC):
        raise IndexingFailed(0, "this version of Pagefind writes files that are not understood")
    url: str = json.loads(whole[len(_MAGIC) :])["url"]
    return Digest(url.strip("/").removesuffix(".html"))
