"""Two folders change places in one step. Knows the system call for it, and what to do without one."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(live: Path, spare: Path, old: Path) -> bool:
    """Makes each folder stand where the other did; says whether it was one step.

    Where the filesystem cannot, the live folder is moved to `old` for a moment; `recover` mends what a
    kill leaves then.
    """
    try:
        _swap(live, spare)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
        live.rename(old)
        try:
            spare.rename(live)
        except OSError:
            old.rename(live)
            raise
        old.rename(spare)
        return False
    return True


def recover(live: Path, spare: Path, old: Path) -> None:
    """Finishes an exchange in several steps that was cut short."""
    if not old.is_dir() or old.is_symlink():
        return
    if not live.exists():
        old.rename(live)
    elif not spare.exists():
        old.rename(spare)


def _swap(one: Path, other: Path) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        call = getattr(library, "renamex_np", None)
        arguments: tuple[object, ...] = (first, second, _EXCHANGE)
    else:
        call = getattr(library, "renameat2", None)
        arguments = (_HERE, first, _HERE, second, _EXCHANGE)
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if call(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one), None, str(other))
