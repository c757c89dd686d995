"""Work spread over processes, its results in order. Knows executors, and nothing of the work.

The executor is injectable: `Start` makes one, and gives each of its workers the work itself, so that with
forked processes nothing but the items and the results is ever pickled. One job means no process at all.
"""

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import closing
from multiprocessing.connection import wait
from typing import Any, TypeVar

from sitegen.foundation import cycles

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]
Start = Callable[[int, Callable[..., None], tuple[Any, ...]], Executor]
Chunk = tuple[list[Any], Exception | None]

LARGEST_CHUNK = 64
_work: Callable[[Any], Any] | None = None


class WorkerDied(Exception):
    """A worker process was killed, or crashed, whenever it worked on `item`."""

    def __init__(self, item: object) -> None:
        super().__init__(f"the worker process died of {item!r}")
        self.item = item


def ordered(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int = 1,
    *,
    start: Start | None = None,
    progress: Progress | None = None,
) -> Generator[Result, None, None]:
    """`work` of each of the items, in their order, whatever the number of jobs.

    The exception that leaves here is the one of the first item, in order, that raised one; `WorkerDied`
    names an item that kills its process. `progress` hears how many of how many are done. What the work leaves behind
    is looked for meanwhile (`cycles`).
    """
    many = jobs > 1 and len(items) > 1
    if many and (start is not None or "fork" in multiprocessing.get_all_start_methods()):
        results = _spread(work, items, jobs, start or forked)
    else:
        results = (work(item) for item in items)
    with cycles.sought(), closing(results):
        for done, result in enumerate(results, 1):
            if progress is not None:
                progress(done, len(items))
            yield result


def forked(jobs: int, initializer: Callable[..., None], initargs: tuple[Any, ...]) -> Executor:
    """Processes forked from this one, which inherit what `initargs` hold.

    All are forked at the first submission, before the executor starts a thread of its own.
    """
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(jobs, context, begin, (initializer, initargs))


def begin(initializer: Callable[..., None], initargs: tuple[Any, ...]) -> None:
    """What a forked process begins with, so that it ends with the one that it came from."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    initializer(*initargs)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _employ(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work


def _run(items: Sequence[Any]) -> Chunk:
    assert _work is not None
    results: list[Any] = []
    for item in items:
        try:
            results.append(_work(item))
        except Exception as error:
            return results, _portable(error)
    return results, None


def _portable(error: Exception) -> Exception:
    """`error` if it survives the way between processes, else one that says the same."""
    error.add_note("In a worker process:\n" + "".join(traceback.format_exception(error)).rstrip())
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _spread(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int, start: Start
) -> Generator[Result, None, None]:
    size = max(1, min(LARGEST_CHUNK, len(items) // (jobs * 4)))
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    executor = start(min(jobs, len(chunks)), _employ, (work,))
    try:
        futures: list[Future[Chunk]] = _submitted(executor, chunks)
        for at, chunk in enumerate(chunks):
            try:
                done = futures[at].result()
            except BrokenExecutor:
                executor.shutdown(wait=True)  # its threads end before anything is forked
                done = _alone(work, chunk, start)
            futures[at] = Future()  # the results are the caller's now
            yield from done[0]
            if done[1] is not None:
                raise done[1]
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _submitted(executor: Executor, chunks: Sequence[Sequence[Any]]) -> list[Future[Chunk]]:
    """The chunks' futures; those that a pool, broken early, no longer takes are broken as well."""
    futures: list[Future[Chunk]] = []
    for chunk in chunks:
        try:
            futures.append(executor.submit(_run, chunk))
        except BrokenExecutor as error:
            futures.append(Future())
            futures[-1].set_exception(error)
    return futures


def _alone(work: Callable[[Item], Result], chunk: Sequence[Item], start: Start) -> Chunk:
    """The chunk once more in a worker of its own, and its items one by one if that dies as well."""
    try:
        return _in_one(work, chunk, start)
    except BrokenExecutor:
        results: list[Any] = []
    for item in chunk:
        try:
            made, failure = _in_one(work, [item], start)
        except BrokenExecutor:
            return results, WorkerDied(item)
        results += made
        if failure is not None:
            return results, failure
    return results, None


def _in_one(work: Callable[[Item], Result], items: Sequence[Item], start: Start) -> Chunk:
    with start(1, _employ, (work,)) as executor:
        return executor.submit(_run, items).result()
