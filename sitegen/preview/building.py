"""Builds, each in a fresh process. Knows processes, and not what a build does.

Why not here: a build forks workers, which is safe from a process with one thread only, and the preview has
several (the watcher's). A build that crashes, or is killed for its hunger, does not end the preview; nothing
is carried from build to build; and what a developer changes in the generator is in force at the next one.
The next build's process is started ahead, since importing takes longer than most builds.
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from signal import Signals

import msgspec

from sitegen.preview.built import Built, Request

_BEGIN = "import sys; sys.path[:] = sys.argv[1:]; from sitegen.preview.work import main; main()"


class Builder:
    """Builds what `request` describes at that moment. To be closed."""

    def __init__(self, request: Callable[[], Request]) -> None:
        self._request = request
        self._next: Process | None = None

    async def build(self) -> Built:
        """What came of one build. Cancelled, it kills the build, which is harmless."""
        process = await self._ready()
        try:
            answer, _ = await process.communicate(msgspec.json.encode(self._request()))
        except asyncio.CancelledError:
            await _end(process)
            raise
        if process.returncode != 0 or not answer:
            return Built(failure=f"the process of the build ended with {_said(process.returncode)}")
        return msgspec.json.decode(answer, type=Built)

    async def prepare(self) -> None:
        """Starts the process of the next build."""
        if self._next is None:
            self._next = await _started()

    async def renew(self) -> None:
        """Forgets what was prepared: the generator's own code is another now."""
        process, self._next = self._next, None
        if process is not None:
            await _end(process)

    async def close(self) -> None:
        await self.renew()

    async def _ready(self) -> Process:
        process, self._next = self._next, None
        if process is None or process.returncode is not None:
            return await _started()
        return process


async def _started() -> Process:
    # In a session of its own, so that Ctrl-C is the preview's alone to answer.
    command = (sys.executable, "-c", _BEGIN, *sys.path)
    return await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, start_new_session=True)


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.communicate()


def _said(code: int | None) -> str:
    if code is not None and code < 0:
        return f"the signal {Signals(-code).name}"
    return f"the code {code}"
