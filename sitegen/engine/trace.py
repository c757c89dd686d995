"""What a build leaves for the next one: who asked what, and what came of it.

Knows the shape of the memory and how it is kept. Does not judge what is stale.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal
from zlib import crc32

import msgspec

from sitegen.engine.output import Output
from sitegen.engine.question import Answers, Question
from sitegen.engine.store import Store
from sitegen.foundation.digest import Digest

FORMAT = b"memory 3\n"
SPACE = "memory"
KEY = "memory"

Why = Literal["new", "recipe", "generator", "answer", "lost"]


class Reason(msgspec.Struct, frozen=True):
    """Why an output was rendered. `questions` are those whose answers changed."""

    why: Why
    questions: tuple[Question, ...] = ()

    @property
    def line(self) -> str:
        """The reason in one line."""
        if self.why == "answer":
            first = ", ".join(str(each) for each in self.questions[:3])
            more = f" and {len(self.questions) - 3} more" if len(self.questions) > 3 else ""
            return f"the answer changed to {first}{more}"
        return _LINES[self.why]


_LINES: dict[Why, str] = {
    "new": "it is new",
    "recipe": "it is made by another recipe, or with other arguments",
    "generator": "the generator changed",
    "lost": "its last result is not in the published tree",
}


class Trace(msgspec.Struct, frozen=True):
    """One rendering: what it was, what it asked, and the digests of its files, in the order of their paths."""

    output: Output
    asked: tuple[Question, ...]
    results: tuple[Digest, ...]

    @property
    def files(self) -> Iterator[tuple[str, Digest]]:
        """Each file's path, and the digest of its bytes."""
        return zip(self.output.paths, self.results, strict=True)


@dataclass(frozen=True, slots=True)
class Memory:
    """One build: of which version of the generator, and the digest of every answer that it used.

    There is one digest per question for all traces, since after a build every answer is current. Traces stand
    by the first path of their outputs. `because` says why each output was last rendered; `grounds` what local
    answers hung on (`Answers`).
    """

    version: str = ""
    answers: Mapping[Question, Digest] = field(default_factory=dict)
    traces: Mapping[str, Trace] = field(default_factory=dict)
    because: Mapping[str, Reason] = field(default_factory=dict)
    grounds: Mapping[str, Digest] = field(default_factory=dict)


def remember(version: str, traces: Iterable[Trace], because: Mapping[str, Reason], answers: Answers) -> Memory:
    """The memory of a build that succeeded: the traces by path, the questions in the order in which they ask them."""
    by_path = {trace.output.path: trace for trace in sorted(traces, key=lambda each: each.output.path)}
    asked = dict.fromkeys(chain.from_iterable(trace.asked for trace in by_path.values()))
    return Memory(
        version,
        {question: answers.digest(question) for question in asked},
        by_path,
        {path: because[path] for path in by_path if path in because},
        answers.grounds,
    )


def load(store: Store, key: str = KEY) -> Memory:
    """Yesterday's memory, and an empty one if there is none that can be read and believed."""
    data = store.get(SPACE, key)
    return decode(data) if data is not None else Memory()


def save(store: Store, memory: Memory, key: str = KEY) -> str | None:
    """Keeps the memory; the reason if that was not possible. Writes nothing if nothing changed."""
    return store.write(SPACE, {key: encode(memory)})


class _Row(msgspec.Struct, array_like=True, frozen=True):
    path: str
    recipe: str
    args: tuple[str, ...]
    others: tuple[str, ...]
    asked: list[int]
    results: tuple[Digest, ...]
    why: Why | None
    changed: list[int]


class _Table(msgspec.Struct, array_like=True, frozen=True):
    version: str
    questions: list[Question]
    digests: list[str]
    rows: list[_Row]
    grounds: dict[str, Digest]


_decoder = msgspec.msgpack.Decoder(_Table)
_encoder = msgspec.msgpack.Encoder()


def encode(memory: Memory) -> bytes:
    """The memory as bytes: a format, a checksum, and a table of questions that the traces point into.

    The questions that have a digest come first; after them those that only a reason names.
    """
    questions = list(memory.answers)
    named = {question for reason in memory.because.values() for question in reason.questions}
    questions += sorted(named.difference(questions))
    place = {question: at for at, question in enumerate(questions)}
    rows = [_row(trace, memory.because.get(path), place) for path, trace in memory.traces.items()]
    digests = [str(each) for each in memory.answers.values()]
    body = _encoder.encode(_Table(memory.version, questions, digests, rows, dict(memory.grounds)))
    return FORMAT + _checksum(body) + body


def _row(trace: Trace, reason: Reason | None, place: Mapping[Question, int]) -> _Row:
    output = trace.output
    asked = [place[each] for each in trace.asked]
    changed = [place[each] for each in reason.questions] if reason else []
    why = reason.why if reason else None
    return _Row(output.path, output.recipe, output.args, output.others, asked, trace.results, why, changed)


def decode(data: bytes) -> Memory:
    """The memory that `encode` made; an empty one of anything damaged, truncated or foreign."""
    checksum, body = data[len(FORMAT) : len(FORMAT) + 8], data[len(FORMAT) + 8 :]
    if not data.startswith(FORMAT) or _checksum(body) != checksum:
        return Memory()
    try:
        return _memory(_decoder.decode(body))
    except (msgspec.MsgspecError, ValueError, IndexError):
        return Memory()


def _checksum(body: bytes) -> bytes:
    """Eight digits, by which a memory is known to be whole, wherever it is kept."""
    return f"{crc32(body):08x}".encode()


def _memory(table: _Table) -> Memory:
    questions = table.questions
    digests = [Digest(each) for each in table.digests]
    traces = {}
    because = {}
    for row in table.rows:
        asked = tuple([questions[at] for at in row.asked])
        output = Output(row.path, row.recipe, row.args, row.others)
        if len(row.results) != len(output.paths):
            raise ValueError(row.path)
        traces[row.path] = Trace(output, asked, row.results)
        if row.why is not None:
            because[row.path] = Reason(row.why, tuple([questions[at] for at in row.changed]))
    return Memory(table.version, dict(zip(questions, digests, strict=False)), traces, because, table.grounds)
