"""One piece of work done aside: in a process of its own, while this one goes on with something else."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, TypeVar, cast

from sitegen.foundation.pool import begin

Result = TypeVar("Result")


class Aside(Generic[Result]):
    """Work that has begun. It is done here after all, when its result is asked for, where there can be no other
    process, or that one has failed: so nothing but the time tells the difference.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._receiver: Connection | None = None
        if "fork" not in multiprocessing.get_all_start_methods():
            return
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=begin, args=(_send, (work, sender)), daemon=True)
        self._process.start()
        sender.close()

    def result(self) -> Result:
        """Waits for what the work gives. Raises what it raises; to be called once."""
        if self._receiver is not None:
            try:
                return cast(Result, self._receiver.recv())
            except (EOFError, OSError):
                pass
            finally:
                self.close()
        return self._work()

    def close(self) -> None:
        """Ends the process, whether it is done or not."""
        receiver, self._receiver = self._receiver, None
        if receiver is not None:
            receiver.close()
            self._process.terminate()
            self._process.join()


def _send(work: Callable[[], object], sender: Connection) -> None:
    try:
        result = work()
    except Exception:
        return  # the other process will meet it, too
    sender.send(result)
