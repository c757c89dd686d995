"""The content folder to sources and files. The one place where an editor's files are read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.content.naming import ROOT, name_of
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.digest import Digest, digest_bytes
from sitegen.foundation.text import control_character, normalised
from sitegen.kinds import BY_FOLDER
from sitegen.model.document import Source
from sitegen.model.problems import report
from sitegen.model.reference import Ref

TEXT = ".md"
TEXTS = (TEXT, ".markdown")
"""How the names of texts end, in any case; those that do not end in `TEXT` are told to."""
DRAFTS = (".txt", ".docx", ".rtf")
"""How the names of texts end that other programs have written."""
LONGEST_NAME = 200
"""Bytes of the name of a file that is published."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside a document: which document, what it is called, where it lies, and the digest of its bytes.

    The name is in NFC, as texts are; the path is that of the disk, and some disks decompose letters.
    """

    ref: Ref
    name: str
    path: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class Folder:
    """What the content folder holds, sorted by path, and what is wrong with it."""

    sources: tuple[Source, ...]
    attachments: tuple[Attachment, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_folder(site: Path) -> Folder:
    """All files below `site/content`. Hidden files and those of editors' own are passed over."""
    wrong: list[Diagnostic] = []
    paths = sorted(_walk(site / ROOT, ROOT, wrong))
    wrong += _same_names(paths)
    sources, others = [], []
    for path in paths:
        if not path.lower().endswith(TEXTS):
            others.append(path)
            continue
        try:
            data = (site / path).read_bytes()
            sources.append(Source(path, data, digest_bytes(data)))
        except OSError as error:
            wrong.append(report("unreadable-file", Span(path), reason=error.strerror))
    attachments = _attachments(site, others, _bundles(paths), wrong)
    return Folder(tuple(sources), tuple(attachments), tuple(wrong))


def _walk(folder: Path, prefix: str, wrong: list[Diagnostic]) -> Iterator[str]:
    """The paths of all files, with slashes, below the site's folder."""
    if not folder.is_dir():
        return
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError as error:
        wrong.append(report("unreadable-file", Span(prefix), reason=error.strerror))
        return
    for entry in entries:
        path = f"{prefix}/{entry.name}"
        if _is_passing(entry.name):
            continue
        if not _is_text(entry.name):
            wrong.append(report("file-name", Span(ascii(path)), name=ascii(entry.name)))
        elif entry.is_symlink():
            wrong.append(report("linked-file", Span(path)))
        elif entry.is_dir():
            yield from _walk(folder / entry.name, path, wrong)
        elif entry.is_file():
            yield path


def _is_passing(name: str) -> bool:
    """Whether a file is hidden, or one that editors make beside the file that they save."""
    return name.startswith((".", "#")) or name.endswith(("~", ".tmp")) or name == "4913"


def _is_text(name: str) -> bool:
    """Whether a file's name is text that a diagnostic can show."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return control_character(name) is None and "\n" not in name and "\t" not in name


def _same_names(paths: Iterable[str]) -> list[Diagnostic]:
    """Files that would be one on a disk that ignores case or composes letters."""
    seen: dict[str, str] = {}
    wrong = []
    for path in paths:
        first = seen.setdefault(normalised(path).casefold(), path)
        if first != path:
            wrong.append(report("same-name", Span(path), Span(first)))
    return wrong


def _bundles(paths: Iterable[str]) -> dict[str, Ref]:
    """The folders that hold a document with its files, and which document."""
    found = {}
    for path in paths:
        if path.endswith(TEXT):
            name = name_of(path)
            if not isinstance(name, Diagnostic) and name.folder:
                found[name.folder] = name.ref
    return found


def _attachments(
    site: Path, paths: Iterable[str], bundles: dict[str, Ref], wrong: list[Diagnostic]
) -> Iterator[Attachment]:
    for path in paths:
        folder, _, name = path.rpartition("/")
        name = normalised(name)
        if folder not in bundles:
            wrong.append(
                report("file-name", Span(path), name=name) if _is_draft(path) else report("stray-file", Span(path))
            )
            continue
        if "\\" in name or len(name.encode()) > LONGEST_NAME:
            wrong.append(report("attachment-name", Span(path), name=name))
            continue
        try:
            yield Attachment(bundles[folder], name, path, digest_bytes((site / path).read_bytes()))
        except OSError as error:
            wrong.append(report("unreadable-file", Span(path), reason=error.strerror))


def _is_draft(path: str) -> bool:
    """Whether a file lies where texts do, and is one by its ending, though not of a sort that is read."""
    _, folder, *below = path.split("/")
    return folder in BY_FOLDER and len(below) == 1 and path.lower().endswith(DRAFTS)


class Changed(Exception):
    """A file is no longer what it was when the build began."""


def read_attachment(site: Path, path: str, digest: Digest) -> bytes:
    """The bytes of an attachment. Raises `Changed` if they are not those that were first read."""
    data = (site / path).read_bytes()
    if digest_bytes(data) != digest:
        raise Changed(f"{path} changed while the site was built; build again")
    return data
