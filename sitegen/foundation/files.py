"""Writing files so that no one ever sees half of one. Knows the disk, and not what is written.

Every call to the disk goes through `os`, and every failure is an `OSError` that names its file.
"""

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_NO_LINKS = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Gives an `OSError` that names no file the name of this one."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def write_new(path: Path, data: bytes, modified: int | None = None, *, sync: bool = False) -> None:
    """Writes a file that must not exist, readable by all whatever the umask.

    `modified` is its time of modification in nanoseconds; `sync` waits for the disk.
    """
    with naming(path):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE)
        try:
            _fill(handle, data)
            os.fchmod(handle, FILE_MODE)
            if modified is not None:
                os.utime(handle, ns=(modified, modified))
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)


def _fill(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def read(path: Path) -> bytes:
    """All bytes of a file; a link is not followed."""
    parts = []
    with naming(path):
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            while part := os.read(handle, 1 << 20):
                parts.append(part)
        finally:
            os.close(handle)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file, or writes it anew: a reader, or a power cut, finds the old bytes or the new ones."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with suppress(FileNotFoundError):
            draft.unlink()
        write_new(draft, data, sync=True)
        draft.replace(path)
        sync_path(path.parent)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def link(source: Path | str, target: Path | str) -> bool:
    """Makes `target` the same file as `source`; says whether there can be links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return False
    return True


def make_folder(path: Path) -> None:
    """Makes one folder, open to all readers whatever the umask."""
    path.mkdir(FOLDER_MODE)
    path.chmod(FOLDER_MODE)


def sync_path(path: Path) -> None:
    """Waits until a file, or the entries of a folder, are on the disk."""
    with naming(path):
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_all(path: Path) -> None:
    """Waits until all of the filesystem that holds `path` is on the disk."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    with naming(path):
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            if syncfs(handle) != 0:
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
        finally:
            os.close(handle)
