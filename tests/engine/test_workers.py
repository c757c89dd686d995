"""Rendering in processes: the same bytes, the same failures, and no hang when a worker dies."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from sitegen.engine.build import Built, build
from sitegen.engine.output import Output, Render
from sitegen.engine.question import Answers, Asked, Lens
from sitegen.engine.rendering import RenderFailed, Workers
from sitegen.engine.trace import Memory, encode
from sitegen.foundation.pool import WorkerDied, forked, ordered

from .toy import Table

WORDS = {str(n): f"word {n}" for n in range(50)}


def made(workers: Workers, recipe: Render, progress: Any = None) -> tuple[Built, dict[str, bytes]]:
    table = Table()
    outputs = [Output(f"x/{word}", "r", (word,)) for word in WORDS]
    answers = Answers({"word": Asked(WORDS.__getitem__)})
    return build(outputs, {"r": recipe}, answers, Memory(), "1", table, workers=workers, progress=progress), table.files


def plain(output: Output, lens: Lens) -> bytes:
    return str(lens.part("p", output.args, lambda inner: inner("word", *output.args))).encode()


def threads(jobs: int, initializer: Callable[..., None], initargs: tuple[Any, ...]) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(jobs, initializer=initializer, initargs=initargs)


@pytest.mark.parametrize("workers", [Workers(2, None, 1), Workers(3, None, 1), Workers(2, threads, 1)])
def test_the_same_for_any_workers(workers: Workers) -> None:
    """Bytes, reasons and memory; progress counts each output once, in order."""
    told: list[tuple[int, int]] = []
    alone, bytes_alone = made(Workers(), plain)
    built, data = made(workers, plain, lambda done, of: told.append((done, of)))
    assert data == bytes_alone
    assert built == alone
    assert encode(built.memory) == encode(alone.memory)
    assert told == [(n, 50) for n in range(1, 51)]


class Unportable(Exception):
    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_first_failure_in_order_is_told(jobs: int) -> None:
    """With its output; even if the exception cannot travel."""

    def failing(output: Output, lens: Lens) -> bytes:
        if output.args[0] in ("31", "32", "47"):
            raise Unportable("not", output.args[0])
        return b""

    with pytest.raises(RenderFailed) as caught:
        made(Workers(jobs, None, 1), failing)
    assert caught.value.output.path == "x/31"
    assert "not31" in str(caught.value.cause)


def test_a_recipe_must_make_each_file_of_a_sheaf() -> None:
    """And the failure says that it may be any of them."""
    sheaf = Output("x/0", "r", others=("x/1",))
    for made in (b"one", (b"one",), (b"one", b"two", b"three")):
        with pytest.raises(RenderFailed, match=r"x/0 or one of 1 files beside it: TypeError: .* files for 2 paths"):
            build([sheaf], {"r": lambda _output, _lens, made=made: made}, Answers({}), Memory(), "1", Table())


def test_a_recipe_must_make_bytes() -> None:
    """A string is a failure of that output."""
    with pytest.raises(RenderFailed, match="no bytes but str"):
        made(Workers(), lambda output, lens: "text")  # type: ignore[arg-type,return-value]
    with pytest.raises(RenderFailed, match="KeyError"):
        build([Output("a", "none")], {}, Answers({}), Memory(), "1", Table())


def test_a_worker_that_is_killed_names_its_output() -> None:
    """However often: the item is found by working on it alone."""

    def deadly(output: Output, lens: Lens) -> bytes:
        if output.args[0] == "31":
            os.kill(os.getpid(), signal.SIGKILL)
        return b""

    with pytest.raises(RenderFailed) as caught:
        made(Workers(2, None, 1), deadly)
    assert caught.value.output.path == "x/31"
    assert isinstance(caught.value.cause, WorkerDied)


def test_a_worker_killed_once_does_no_harm(tmp_path: Path) -> None:
    """As the system does when memory is short: the work is done again."""

    def unlucky(number: int) -> int:
        try:
            (tmp_path / "once").mkdir()
        except FileExistsError:
            return -number
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    assert list(ordered(unlucky, range(40), 2)) == [-n for n in range(40)]


def test_one_job_makes_no_process() -> None:
    """Nor does a single item."""
    assert set(ordered(lambda item: os.getpid(), range(5), 1)) == {os.getpid()}
    assert set(ordered(lambda item: os.getpid(), [1], 4)) == {os.getpid()}
    assert os.getpid() not in set(ordered(lambda item: os.getpid(), range(5), 2))
    assert list(ordered(str, [], 4)) == []


def test_an_interrupt_leaves_no_worker_behind() -> None:
    """The executor is shut down, and what was not begun is not done."""
    pids: set[int] = set()

    def consume(results: Iterator[int]) -> None:
        for pid in results:
            pids.add(pid)
            raise KeyboardInterrupt

    results = ordered(lambda item: os.getpid(), range(100), 2)
    with pytest.raises(KeyboardInterrupt):
        consume(results)
    results.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_workers_end_with_a_killed_parent(tmp_path: Path) -> None:
    """They do not wait for work that will never come."""
    ready, tell = os.pipe()
    parent = os.fork()
    if parent == 0:
        for pid in ordered(lambda item: os.getpid(), range(100), 2, start=forked):
            os.write(tell, f"{pid}\n".encode())
            signal.pause()
    os.close(tell)
    assert int(os.read(ready, 100)) > 0
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    assert os.read(ready, 100) == b""  # all that could write are gone: the workers have ended
    os.close(ready)
