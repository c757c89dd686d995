"""One piece of work done aside: in a process of its own, while this one goes on with something else."""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
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
        receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=begin, args=(_send, (work, receiver, sender)), daemon=True)
        try:
            self._process.start()
        except (OSError, AssertionError):  # there are too many already, or this is a process that may have none
            receiver.close()
        else:
            self._receiver = receiver
        finally:
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
        """Ends the process, whether it is done or not; it may have been told not to be terminated."""
        receiver, self._receiver = self._receiver, None
        if receiver is not None:
            receiver.close()
            self._process.kill()
            self._process.join()


def _send(work: Callable[[], object], receiver: Connection, sender: Connection) -> None:
    receiver.close()  # so that nothing waits for who no longer listens
    try:
        result = work()
    except Exception:
        return  # the other process will meet it, too
    with suppress(OSError):  # nobody listens any more
        sender.send(result)
