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
    output = next((each for each in outputs if each.path == path), None)
    trace = memory.traces.get(path)
    if output is None and trace is None:
        return None
    wanted = (output,) if output is not None else ()
    now = decide(wanted, memory, answers, version, at_hand).stale.get(path)
    questions = trace.asked if trace is not None else ()
    asked = tuple((each, answers.digest(each) != memory.answers.get(each)) for each in questions)
    return Explanation(path, output, now, memory.because.get(path), asked)
