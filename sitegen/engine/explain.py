"""Why an output is made, and when it will be made again. Knows what `decide` knows, and asks nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.engine.decide import AtHand, decide, everything
from sitegen.engine.output import Output
from sitegen.engine.question import Answers, Question
from sitegen.engine.trace import Memory, Reason


@dataclass(frozen=True, slots=True)
class Explanation:
    """One output: why it is stale now, why it was last rendered, and what it asked then.

    `output` is None for a path that is no longer wanted; `asked` says of each question whether its answer
    is another one today.
    """

    path: str
    output: Output | None
    now: Reason | None
    last: Reason | None
    asked: tuple[tuple[Question, bool], ...]


def explain(
    path: str,
    outputs: Iterable[Output],
    memory: Memory,
    answers: Answers,
    version: str,
    at_hand: AtHand = everything,
) -> Explanation | None:
    """What is known of the output at `path`; None if there is none, and was none."""
    output = next((each for each in outputs if path in each.paths), None)
    trace = next((each for each in memory.traces.values() if path in each.output.paths), None)
    if output is None and trace is None:
        return None
    wanted = (output,) if output is not None else ()
    now = decide(wanted, memory, answers, version, at_hand).stale.get(output.path) if output is not None else None
    questions = trace.asked if trace is not None else ()
    asked = tuple((each, answers.digest(each) != memory.answers.get(each)) for each in questions)
    last = memory.because.get(trace.output.path) if trace is not None else None
    return Explanation(path, output, now, last, asked)
