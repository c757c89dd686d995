"""The memory comes back as it went, or not at all."""

import random

import pytest

from sitegen.engine.output import Output
from sitegen.engine.question import Question
from sitegen.engine.trace import FORMAT, Memory, Reason, Trace, _checksum, decode, encode
from sitegen.foundation.digest import Digest

from .test_store import damaged
from .toy import Harness, Thing, put, random_script


def some_memory() -> Memory:
    harness = Harness()
    harness.holds([*random_script(3), [put("a", Thing("x", links=("b",)))], [put("b", Thing("y"))]])
    assert len(harness.memory.traces) > 2
    return harness.memory


def test_a_memory_comes_back() -> None:
    """With reasons whose questions nobody asks any more."""
    memory = some_memory()
    path = next(iter(memory.because))
    gone = Reason("answer", (Question("gone", ("1",)), next(iter(memory.answers))))
    memory = Memory(memory.version, memory.answers, memory.traces, {**memory.because, path: gone})
    assert decode(encode(memory)) == memory
    assert encode(decode(encode(memory))) == encode(memory)
    assert decode(encode(Memory())) == Memory()


@pytest.mark.parametrize("seed", range(40))
def test_damage_is_an_empty_memory(seed: int) -> None:
    """Any change of any byte."""
    data = encode(some_memory())
    changed = damaged(data, random.Random(seed))
    assert decode(changed) == (Memory() if changed != data else some_memory())


def sealed(body: bytes) -> bytes:
    return FORMAT + _checksum(body) + body


def body_of(output: Output) -> bytes:
    """What is sealed of a memory of one output."""
    trace = Trace(output, (), tuple(Digest("0" * 32) for _ in output.paths))
    return encode(Memory("1", {}, {output.path: trace}, {})).removeprefix(FORMAT)[8:]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x95",
        b"\xc0",
        b"\x95\xa11\x90\x90\x91\x98\xa1p\xa1r\x90\x90\x91\x05\x91\xa1d\xc0\x90\x80",
        body_of(Output("a", "r", others=("b",))).replace(b"\x91\xa1b", b"\x90"),
    ],
    ids=["nothing", "cut short", "null", "points past the table", "more results than files"],
)
def test_foreign_data_with_a_right_checksum(body: bytes) -> None:
    """Typed decoding refuses what the checksum does not."""
    assert decode(sealed(body)) == Memory()


def test_only_what_is_foreign_is_refused() -> None:
    for output in (Output("a", "r"), Output("a", "r", others=("b",))):
        assert [each.output for each in decode(sealed(body_of(output))).traces.values()] == [output]
