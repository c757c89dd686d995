"""The memory comes back as it went, or not at all."""

import random

import pytest

from sitegen.engine.output import Output
from sitegen.engine.question import Question
from sitegen.engine.trace import FORMAT, Memory, Reason, Trace, decode, encode
from sitegen.foundation.digest import Digest, digest_bytes

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


@pytest.mark.parametrize(
    "body",
    [b"", b"\x94", b"\xc0", b"\x94\xa11\x90\x90\x91\x97\xa1p\xa1r\x90\x91\x05\xa1d\xc0\x90"],
    ids=["nothing", "cut short", "null", "points past the table"],
)
def test_foreign_data_with_a_right_checksum(body: bytes) -> None:
    """Typed decoding refuses what the checksum does not."""
    assert decode(FORMAT + digest_bytes(body).encode() + body) == Memory()


def test_a_path_that_no_output_can_have() -> None:
    """A memory cannot bring a path in that leads out of the tree."""
    harmless = Output("a", "r")
    data = encode(Memory("1", {}, {"a": Trace(harmless, (), (Digest("0" * 32),))}, {}))
    body = data[len(FORMAT) + 32 :].replace(b"\xa1a", b"\xa4../a")
    assert decode(FORMAT + digest_bytes(body).encode() + body) == Memory()
