"""Work done aside: the same result or the same exception, whatever becomes of the other process."""

import errno
import multiprocessing
import os
import signal

import pytest

from sitegen.foundation.aside import Aside, _send

HERE = os.getpid()


def test_the_result_comes_from_another_process() -> None:
    aside = Aside(lambda: (os.getpid(), "x" * 1_000_000))
    there, text = aside.result()
    assert there != HERE
    assert len(text) == 1_000_000
    assert multiprocessing.active_children() == []


def test_what_it_raises_is_raised_here() -> None:
    def work() -> None:
        raise OSError(os.getpid(), "no")

    with pytest.raises(OSError, match="no") as caught:
        Aside(work).result()
    assert caught.value.errno == HERE
    assert multiprocessing.active_children() == []


def test_what_another_process_dies_of_is_done_here() -> None:
    def work() -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    assert Aside(work).result() == HERE


def test_without_forks_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    aside = Aside(os.getpid)
    assert aside.result() == HERE
    aside.close()


def test_what_no_longer_matters_is_ended_whatever_it_was_told() -> None:
    """Also where this process was told not to be terminated, and while the other one tells more than anyone takes."""
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        aside = Aside(lambda: b"x" * 10_000_000)
        aside.close()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert multiprocessing.active_children() == []


def test_a_result_that_nobody_takes_is_no_failure() -> None:
    """Of which the other process would tell on the terminal."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    _send(lambda: b"x", receiver, sender)
    with pytest.raises(OSError, match="closed"):
        receiver.recv()


def test_where_no_process_can_be_had_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_process: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "too many")

    monkeypatch.setattr(multiprocessing.get_context("fork").Process, "start", refused)
    assert Aside(os.getpid).result() == HERE


def test_nothing_is_left_of_what_is_not_asked_for() -> None:
    aside = Aside(signal.pause)
    assert len(multiprocessing.active_children()) == 1
    aside.close()
    aside.close()
    assert multiprocessing.active_children() == []
