"""Rendering the stale outputs, here or in worker processes. Knows recipes; does not write anything.

Workers inherit the recipes and the answers when they are forked; bytes and questions travel back, packed: of the
questions of an output there may be some hundred, and to pickle each costs more than to ask it.
"""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

import msgspec

from sitegen.engine.output import Files, Output, Render
from sitegen.engine.question import Answers, Lens, Question
from sitegen.foundation.pool import Progress, Start, ordered

WORTHWHILE = 64  # files, from which on worker processes pay

Made = tuple[Files, tuple[Question, ...]]
_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(Made).decode


class RenderFailed(Exception):
    """A recipe raised `cause` for this output."""

    def __init__(self, output: Output, cause: Exception) -> None:
        beside = f" or one of {len(output.others)} files beside it" if output.others else ""
        super().__init__(f"{output.path}{beside}: {type(cause).__name__}: {cause}")
        self.output = output
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of one output, in the order of its paths, and what was asked for them."""

    output: Output
    files: Files
    asked: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Workers:
    """How many processes may render, and what starts them; `worthwhile` files are enough to use them."""

    jobs: int = 1
    start: Start | None = None
    worthwhile: int = WORTHWHILE


def made(output: Output, recipes: Mapping[str, Render], lens: Lens) -> Files:
    """The files of an output. Raises what its recipe raises, and `TypeError` if those are not its files."""
    data = recipes[output.recipe](output, lens)
    files = data if isinstance(data, tuple) else (data,)
    for each in files:
        if not isinstance(each, bytes):
            raise TypeError(f"the recipe {output.recipe!r} made no bytes but {type(each).__name__}")
    if len(files) != len(output.paths):
        raise TypeError(f"the recipe {output.recipe!r} made {len(files)} files for {len(output.paths)} paths")
    return files


def render(
    outputs: Sequence[Output],
    recipes: Mapping[str, Render],
    answers: Answers,
    workers: Workers,
    progress: Progress | None = None,
) -> Generator[Rendered, None, None]:
    """The results in the order of the outputs, the same whatever the workers.

    Raises `RenderFailed` for the first output, in order, whose recipe raises, or kills its process.
    """

    def work(output: Output) -> bytes:
        lens = Lens(answers)
        files = made(output, recipes, lens)
        return _pack((files, answers.grounded(lens.asked, output.args) if output.others else lens.asked))

    jobs = workers.jobs if sum(len(each.paths) for each in outputs) >= workers.worthwhile else 1
    questions: dict[Question, Question] = {}  # each once, though it came from another process
    with closing(ordered(work, outputs, jobs, start=workers.start, progress=progress)) as results:
        for output in outputs:
            try:
                files, asked = _unpack(next(results))
            except Exception as error:
                raise RenderFailed(output, error) from error
            yield Rendered(output, files, tuple([questions.setdefault(each, each) for each in asked]))
