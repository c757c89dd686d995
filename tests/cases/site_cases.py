"""Whole sites as text: what their files hold, and what is said of them. `README.md` explains the form.

`python -m tests.cases.site_cases --accept` writes what is said now into the case files, to be read in
the diff; `--tell` prints every message as an editor gets it.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from sitegen.content.configuration import PATH
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.site import Site
from sitegen.pipeline.load import Loaded, load
from sitegen.render.telling import lines_below, place, tell, text
from tests.drawn import in_words

FOLDER = Path(__file__).parent
BASE = FOLDER / "base.txt"
NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
SAID = "said"

_CASE = re.compile(r"^=== (.+)\n", re.MULTILINE)
_FILE = re.compile(r"^@ (.+)\n", re.MULTILINE)
_BYTE = re.compile(rb"\\x([0-9A-Fa-f]{2})")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028]")
_REPEAT = re.compile("⟪(.*?)×(\\d+)⟫", re.DOTALL)


@dataclass(frozen=True)
class File:
    """A file of a case: its bytes, or the place that it is a link to; with neither it is taken away."""

    path: bytes
    data: bytes | None = None
    link: str = ""


@dataclass(frozen=True)
class Case:
    """A sentence, the files that a site has besides those of the base, and what is said of it."""

    name: str
    files: tuple[File, ...]
    said: str


def read_cases(path: Path) -> Iterator[Case]:
    _, *parts = _CASE.split(path.read_text(encoding="utf-8"))
    for name, rest in zip(parts[::2], parts[1::2], strict=True):
        _, *pieces = _FILE.split(rest)
        pairs = list(zip(pieces[::2], pieces[1::2], strict=True))
        said = [content for head, content in pairs if head == SAID]
        files = tuple(_file(head, content) for head, content in pairs if head != SAID)
        yield Case(name, files, said[0].rstrip("\n") if said else "")


def site_of(text: str) -> tuple[File, ...]:
    """The files that `@ path` lines and what follows them describe."""
    _, *pieces = _FILE.split(text)
    return tuple(_file(head, content) for head, content in zip(pieces[::2], pieces[1::2], strict=True))


def _file(head: str, content: str) -> File:
    path, _, rest = head.partition(" ")
    if rest == "(gone)":
        return File(path.encode())
    if rest.startswith("-> "):
        return File(path.encode(), link=rest.removeprefix("-> "))
    content = content.rstrip("\n") + "\n"
    if rest != "(escaped)":
        return File(path.encode(), in_words(path, content) or content.encode())
    content = _REPEAT.sub(lambda found: found[1] * int(found[2]), content.removesuffix("\n"))
    return File(_unescaped(path), _unescaped(content))


def _unescaped(text: str) -> bytes:
    return _BYTE.sub(lambda found: bytes([int(found[1], 16)]), text.encode())


@cache
def base() -> tuple[File, ...]:
    """The small site that every case adds to."""
    return next(read_cases(BASE)).files


def lay_out(files: Iterable[File], folder: Path) -> None:
    """Writes the base, and over it the files of a case."""
    root = bytes(folder)
    for file in (*base(), *files):
        path = Path((root + b"/" + file.path).decode("utf-8", "surrogateescape"))
        path.parent.mkdir(parents=True, exist_ok=True)
        if file.link:
            path.symlink_to(file.link)
        elif file.data is None:
            path.unlink()
        else:
            path.write_bytes(file.data)


def loaded(folder: Path, now: datetime = NOW) -> Loaded:
    """What the pipeline makes of a folder. Templates are not looked at: cases are about content."""
    with Store(folder / "cache.sqlite") as store, patch("sitegen.pipeline.load.read_theme", _no_theme):
        return load(folder, now, store, Workers(1))


def _no_theme(*_: object) -> tuple[None, tuple[Diagnostic, ...]]:
    return None, ()


def site_in(folder: Path, text: str, now: datetime = NOW) -> Site:
    """The site of the base and of these files, which must be free of mistakes."""
    lay_out(site_of(text), folder)
    made = loaded(folder, now)
    assert made.diagnostics == (), said_text(made.diagnostics, folder)
    assert made.site is not None
    return made.site


def said_text(diagnostics: Iterable[Diagnostic], folder: Path) -> str:
    """Each diagnostic as `path:line:column level code`, the word it offers, the line, its marks, other places."""
    lines = []
    for found in diagnostics:
        told = tell(found, lines_below(folder))
        near = dict(found.values).get("near")
        lines.append(f"{told.place} {told.level} {told.code}" + (f", did you mean {near}" if near else ""))
        if told.line.strip():
            start = max(0, len(told.pointer) - len(told.pointer.lstrip()) - 60)
            shown = _INVISIBLE.sub("\ufffd", told.line[start : start + 110].rstrip())
            lines += [f"    | {shown}", f"    | {told.pointer[start : start + 110]}"]
        lines += [f"    see {place(span)}" for span in found.related]
    return "\n".join(lines)


def all_files() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*.txt") if path != BASE)


def all_cases() -> Iterator[tuple[Path, Case]]:
    for path in all_files():
        for case in read_cases(path):
            yield path, case


def accept(path: Path) -> None:
    """Writes what is said now of each case into its file."""
    source = path.read_text(encoding="utf-8")
    head, *parts = _CASE.split(source)
    out = [head]
    for name, rest, case in zip(parts[::2], parts[1::2], read_cases(path), strict=True):
        with TemporaryDirectory() as folder:
            lay_out(case.files, Path(folder))
            said = said_text(loaded(Path(folder)).diagnostics, Path(folder))
        files = rest.partition(f"\n@ {SAID}\n")[0].rstrip("\n") + "\n"
        ending = f"@ {SAID}\n{said}\n" if said else f"@ {SAID}\n"
        out.append(f"=== {name}\n{files}{ending}\n")
    path.write_text("".join(out).rstrip("\n") + "\n", encoding="utf-8")


def _tell(path: Path) -> None:
    for case in read_cases(path):
        print(f"\n=== {case.name}")
        with TemporaryDirectory() as folder:
            lay_out(case.files, Path(folder))
            for found in loaded(Path(folder)).diagnostics:
                print(text(tell(found, lines_below(Path(folder)))))


if __name__ == "__main__":
    named = [FOLDER / name for name in sys.argv[2:]] or all_files()
    for each in named:
        {"--accept": accept, "--tell": _tell}[sys.argv[1]](each)

__all__ = ["NOW", "PATH", "Case", "File", "all_cases", "lay_out", "loaded", "read_cases", "said_text", "site_in"]
