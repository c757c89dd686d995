"""A published tree, read for one request. Knows how to stay inside: no link is followed, at any depth.

The tree is exchanged as a whole while it is served, so that it is opened anew each time, and each name below
it from the folder that was opened before (openat(2)): no path is ever looked up twice.
"""

import os
import stat
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_BELOW = _FOLDER | os.O_NOFOLLOW
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

TEXT = "; charset=utf-8"
OCTETS = "application/octet-stream"
HTML = "text/html" + TEXT
NAMED = {"atom.xml": "application/atom+xml" + TEXT, "feed.json": "application/feed+json"}
ENDINGS = {
    "avif": "image/avif",
    "css": "text/css" + TEXT,
    "csv": "text/csv" + TEXT,
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gif": "image/gif",
    "html": HTML,
    "ico": "image/x-icon",
    "ics": "text/calendar" + TEXT,
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript" + TEXT,
    "json": "application/json",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "txt": "text/plain" + TEXT,
    "webm": "video/webm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml" + TEXT,
    "zip": "application/zip",
}
"""A literal, since Python's `mimetypes` says something else on each machine."""


class Other(Enum):
    """What stands at an address where no file does."""

    NOTHING = "nothing"
    FOLDER = "folder"


def kind_of(name: str) -> str:
    """The media type of a file, by its name."""
    return NAMED.get(name) or ENDINGS.get(name.rpartition(".")[2].lower(), OCTETS)


def read(root: Path, names: Sequence[str]) -> bytes | Other:
    """The bytes of the file at `names` below `root`, or what stands there instead of one."""
    try:
        folder = os.open(root, _FOLDER)
    except OSError:
        return Other.NOTHING
    try:
        for name in names[:-1]:
            below = os.open(name, _BELOW, dir_fd=folder)
            os.close(folder)
            folder = below
        return _read(names[-1], folder) if names else Other.FOLDER
    except (OSError, ValueError):
        return Other.NOTHING
    finally:
        os.close(folder)


def _read(name: str, folder: int) -> bytes | Other:
    handle = os.open(name, _FILE, dir_fd=folder)
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISREG(mode):
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read()
        return Other.FOLDER if stat.S_ISDIR(mode) else Other.NOTHING
    finally:
        os.close(handle)
