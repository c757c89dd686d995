"""What has changed in the folders that a site is made of. Knows files by size and times, not by content.

The events of the system are only a reason to look. What changed is the difference of two looks, since events
get lost (watchfiles drops the one that tells of a queue's overflow, and a folder that is moved away takes its
watch along) and come too early (the first of a slow save's leaves an empty file). So one also looks every few
seconds without any event.
"""

import asyncio
import os
import re
import stat
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from watchfiles import awatch

SITE = ("content", "locales", "site.yaml", "templates")
"""What a site is made of, by name below its folder."""
QUIET = 0.06
"""Seconds without a change after which a save is taken to be complete."""
EMPTY = 1.0
"""Seconds that an emptied file is waited for."""
LONGEST = 3.0
"""Seconds after which one builds, however restless the folders are."""
EVERY = 4.0
"""Seconds between two looks without an event."""
_PASSED_OVER = re.compile(
    r"\..*"  # hidden: Vim's .x.swp, Emacs' .#x, .git, .DS_Store
    r"|.*~"
    r"|#.*#"
    r"|4913"  # Vim tries with it whether the folder can be written
    r"|.*\.(?:tmp|temp|sw[a-px]|part|crdownload|py[co])"
    r"|.*___jb_(?:old|tmp)___"
    r"|__pycache__"
)


class Mark(NamedTuple):
    size: int
    modified: int
    changed: int
    inode: int


Look = dict[str, Mark]
"""All files, by the path that people know them by."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The folder of a site, and others that its pages depend on."""

    site: Path
    others: tuple[Path, ...] = ()

    @property
    def roots(self) -> tuple[Path, ...]:
        return (*(self.site / name for name in SITE), *self.others)


def is_passed_over(name: str) -> bool:
    """Whether a file, or folder, of this name is an editor's own: its drafts, locks and backups."""
    return _PASSED_OVER.fullmatch(name) is not None


def look(watched: Watched) -> Look:
    """All files of the roots as they are now."""
    found: Look = {}
    for root in watched.roots:
        shown = root.relative_to(watched.site) if root.is_relative_to(watched.site) else root
        for path, status in _walk(str(root), shown.as_posix()):
            found[path] = Mark(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return found


def _walk(path: str, shown: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        status = os.stat(path)  # noqa: PTH116 (ten thousand of them, several times a second)
        if not stat.S_ISDIR(status.st_mode):
            yield shown, status
            return
        names = sorted(os.listdir(path))  # noqa: PTH208
    except OSError:
        return
    for name in names:
        if not is_passed_over(name):
            yield from _walk(f"{path}/{name}", f"{shown}/{name}")


def difference(old: Look, new: Look) -> tuple[str, ...]:
    """The paths that are new, gone, or other than they were."""
    return tuple(sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path)))


def is_emptied(old: Look, new: Look) -> bool:
    """Whether a file has just lost all that it held, or is new and holds nothing yet."""
    return any(new[path].size == 0 for path in difference(old, new) if path in new)


class Watcher:
    """Watches, as an asynchronous context, from its entry on. `heard` is told, in a line, why events fail."""

    def __init__(self, watched: Watched, heard: Callable[[str], None], every: float = EVERY) -> None:
        self._watched = watched
        self._heard = heard
        self._every = every
        self._woken = asyncio.Event()
        self._ears: list[_Ear] = []
        self._heard_at: tuple[tuple[Path, int], ...] = ()
        self._seen: Look = {}

    async def __aenter__(self) -> "Watcher":
        self._seen = await self._look()
        self._ears = [_Ear([self._watched.site], False, self._woken.set, self._failed)]
        await self._listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for ear in self._ears:
            await ear.close()

    async def changes(self) -> AsyncIterator[tuple[str, ...]]:
        """The paths that changed, whenever some did and all are quiet again."""
        while True:
            await self._wait(self._every)
            self._woken.clear()
            await self._listen()
            if await self._look() == self._seen:
                continue
            new = await self._settled()
            changed, self._seen = difference(self._seen, new), new
            if changed:
                yield changed

    async def _settled(self) -> Look:
        """A look like the one before; an emptied file is waited for, but nothing is for ever."""
        waited = 0.0
        old = await self._look()
        while True:
            await asyncio.sleep(QUIET)
            waited += QUIET
            new = await self._look()
            hasty = waited < EMPTY and is_emptied(self._seen, new)
            if (new == old and not hasty) or waited > LONGEST:
                return new
            old = new

    async def _look(self) -> Look:
        return await asyncio.to_thread(look, self._watched)

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return

    async def _listen(self) -> None:
        """Listens to the folders that there are now: those that came, or were replaced, have no watch yet."""
        folders = [root for root in self._watched.roots if root.is_dir()]
        identities = tuple((root, root.stat().st_ino) for root in folders)
        if identities == self._heard_at:
            return
        self._heard_at = identities
        for ear in self._ears[1:]:
            await ear.close()
        self._ears[1:] = [_Ear(folders, True, self._woken.set, self._failed)] if folders else []

    def _failed(self, error: Exception) -> None:
        self._every = min(self._every, 1.0)
        self._heard(f"changes are looked for every {self._every:g} s, as the system does not tell them: {error}")


class _Ear:
    """Listens to the system's events in some folders, in a task of its own."""

    def __init__(
        self,
        folders: Sequence[Path],
        recursive: bool,
        wake: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._stop = asyncio.Event()
        self._wake = wake
        self._failed = failed
        self._task = asyncio.create_task(self._hear(folders, recursive))

    async def close(self) -> None:
        self._stop.set()
        await self._task

    async def _hear(self, folders: Sequence[Path], recursive: bool) -> None:
        events = awatch(
            *folders,
            watch_filter=lambda _change, path: not is_passed_over(os.path.basename(path)),  # noqa: PTH119
            debounce=200,
            step=20,
            stop_event=self._stop,
            recursive=recursive,
        )
        try:
            async for _ in events:
                self._wake()
        except Exception as error:  # no watches left, a folder out of reach: the looks remain
            self._failed(error)
