"""A tree of files on the disk, and what is known of its bytes without reading them.

Knows files by their inode, size and times, wherever their tree has been moved: a file whose four numbers
were seen before has the bytes that it had then. Does not write anything.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen.engine.output import folders_of
from sitegen.foundation.digest import Digest, digest_bytes
from sitegen.foundation.files import read


class Mark(NamedTuple):
    """What the disk says of a file. Any write to it changes `changed` (ctime), which nobody can set."""

    inode: int
    size: int
    modified: int
    changed: int


class File(NamedTuple):
    """A regular file. `digest` is None if its bytes are unknown and were not read."""

    mark: Mark
    digest: Digest | None


_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
NO_TWIN: Mapping[str, File] = {}

Known = dict[str, tuple[File, ...]]
"""What files were when their bytes were known, by path; mostly the same in the live tree and in the spare one."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands below a folder. `folders` have their mode; `strangers` are neither file nor folder.

    `remembered` is how many of the files were known.
    """

    files: dict[str, File] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    remembered: int = 0

    @property
    def empty(self) -> bool:
        return not (self.files or self.folders or self.strangers)

    def is_exactly(self, manifest: Mapping[str, Digest]) -> bool:
        """Whether these files, the folders that they need, and nothing else are here."""
        if self.strangers or len(self.files) != len(manifest):
            return False
        if {path: file.digest for path, file in self.files.items()} != manifest:
            return False
        return self.folders.keys() == folders_of(manifest)


def scan(root: Path, known: Known, *, reading: bool, twin: Mapping[str, File] = NO_TWIN) -> Tree:
    """The tree at `root`, empty if there is none. With `reading`, the bytes of unknown files are read.

    `twin` has the files of a tree beside it that was looked at: of one that is the very same there, by a hard link,
    nothing more need be asked.
    """
    files: dict[str, File] = {}
    folders: dict[str, int] = {}
    strangers: list[str] = []
    unknown = 0
    for path, entry, folder in _below(root):
        same = twin.get(path)
        if same is not None and entry.inode() == same.mark.inode and entry.is_file(follow_symlinks=False):
            files[path] = same
            continue
        try:
            status = os.stat(entry.name, dir_fd=folder, follow_symlinks=False)
        except OSError as error:
            error.filename = f"{root}/{path}"
            raise
        numbers = numbers_of(status)
        for file in known.get(path, ()):
            if file.mark == numbers:
                files[path] = file
                break
        else:
            if stat.S_ISDIR(status.st_mode):
                folders[path] = stat.S_IMODE(status.st_mode)
            elif stat.S_ISREG(status.st_mode) and (path.isascii() or _is_text(path)):
                unknown += 1
                files[path] = File(Mark(*numbers), digest_bytes(read(root / path)) if reading else None)
            else:
                strangers.append(path)
    return Tree(files, folders, tuple(sorted(strangers)), len(files) - unknown)


def _below(root: Path) -> Iterator[tuple[str, os.DirEntry[str], int]]:
    """All that is below a folder, each folder before what is in it; with the folder that is open meanwhile, since
    a file is found faster from there.
    """
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            folder = os.open(f"{root}/{prefix}", _FOLDER)
        except FileNotFoundError:
            continue
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    path = prefix + entry.name
                    yield path, entry, folder
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{path}/")
        except OSError as error:
            error.filename = f"{root}/{prefix}"
            raise
        finally:
            os.close(folder)


def _is_text(path: str) -> bool:
    try:
        return bool(path.encode())
    except UnicodeEncodeError:
        return False


def mark_of(status: os.stat_result) -> Mark:
    return Mark(*numbers_of(status))


def numbers_of(status: os.stat_result) -> tuple[int, int, int, int]:
    """The mark as a bare tuple, which is compared with a known one as it is, and made faster."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


_decoder = msgspec.msgpack.Decoder(Known)
_encoder = msgspec.msgpack.Encoder()


def encode(known: Known) -> bytes:
    return _encoder.encode(known)


def decode(data: bytes | None) -> Known:
    """What `encode` wrote, and nothing of anything else."""
    try:
        return _decoder.decode(data) if data else {}
    except (msgspec.MsgspecError, ValueError):
        return {}
