"""One publisher at a time. Knows a lock file beside a folder, who holds it, and whether the folder is ours.

The lock is the kernel's (`flock`) and goes with the process, however that ends; the file stays. It says
who holds it, and, once that was checked, that the folder was made by us.
"""

import errno
import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path

from sitegen.engine.target import PublishError
from sitegen.foundation.files import naming

PAUSE = 0.05  # seconds between two attempts
OURS = "The folder beside this file is written by its generator; anything else in it will be removed."
_held: set[int] = set()


class Lock:
    """The lock file at `path`, held from construction to `release`.

    Waits up to `wait` seconds; without end if that is None. Raises `PublishError` saying who holds it.
    """

    def __init__(self, path: Path, wait: float | None = 0.0) -> None:
        self._path = path
        self._handle = self._acquire(wait)
        _held.add(self._handle)
        self._text = ""
        try:
            self._text = self._read()
        except OSError:
            self.release()
            raise

    @property
    def ours(self) -> bool:
        """Whether the folder beside the lock was claimed, in this process or an earlier one."""
        return OURS in self._text

    def hold(self) -> None:
        """Says in the file that this process has the lock."""
        self._write(self.ours)

    def claim(self) -> None:
        """Says in the file that the folder is ours, from now on."""
        self._write(True)

    def release(self) -> None:
        if self._handle in _held:  # it is not, in a forked worker
            _held.discard(self._handle)
            with suppress(OSError):
                os.close(self._handle)

    def _acquire(self, wait: float | None) -> int:
        attempts = 0
        while True:
            handle = self._attempt()
            if handle is not None:
                return handle
            if wait is not None and attempts * PAUSE >= wait:
                raise PublishError(str(self._path), f"another build holds the lock{self._holder()}")
            time.sleep(PAUSE)
            attempts += 1

    def _attempt(self) -> int | None:
        """The open lock file, locked; None if another holds it, or has just replaced it."""
        with naming(self._path):
            flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
            handle = os.open(self._path, flags, 0o644)
            try:
                if _locked(handle) and _is_at(handle, self._path):
                    return handle
            except OSError:
                os.close(handle)
                raise
            os.close(handle)
            return None

    def _write(self, ours: bool) -> None:
        text = (f"{OURS}\n" if ours else "") + f"pid {os.getpid()}\n"
        if text != self._text:
            with naming(self._path):
                os.pwrite(self._handle, text.encode(), 0)
                os.ftruncate(self._handle, len(text.encode()))
            self._text = text

    def _read(self) -> str:
        with naming(self._path):
            return os.pread(self._handle, 4096, 0).decode("utf-8", "replace")

    def _holder(self) -> str:
        try:
            text = self._path.read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""
        pid = text.rpartition("pid ")[2].strip()
        return f" (process {pid})" if pid.isdigit() else ""


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EAGAIN, errno.EACCES):
            raise
        return False
    return True


def _is_at(handle: int, path: Path) -> bool:
    """Whether the open file is the one that others will find at the path."""
    try:
        return os.fstat(handle).st_ino == path.stat().st_ino
    except FileNotFoundError:
        return False


def _let_go() -> None:
    """In a forked worker: only the parent holds the lock, so that it is free when the parent ends."""
    while _held:
        os.close(_held.pop())


os.register_at_fork(after_in_child=_let_go)
