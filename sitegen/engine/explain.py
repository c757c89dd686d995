"""Why an output is made, and when it will be made again. Knows what `decide` knows, and asks nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.engine.decide import AtHand, decide, everything
from sitegen.engine.output import Output
from sitegen.engine.question import EACH, EVERYWHERE, GROUND, Answers, Question, apart
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
    asked = tuple(_apart(trace.asked, memory, answers)) if trace is not None else ()
    now = None
    if output is not None:
        now = decide((output,), memory, answers, version, at_hand).stale.get(output.path)
        if now is not None and now.why == "answer":
            now = Reason("answer", tuple(question for question, changed in asked if changed))
    last = memory.because.get(trace.output.path) if trace is not None else None
    return Explanation(path, output, now, last, asked)


def _apart(asked: Iterable[Question], memory: Memory, answers: Answers) -> Iterator[tuple[Question, bool]]:
    """What was asked, and whether it has another answer now: a question about the grounds of many as one for each."""
    for question in asked:
        if question.name == EACH and question.args[0] == GROUND:
            for _, (subject,) in apart(question):
                changed = memory.grounds.get(subject) != answers.grounds.get(subject)
                yield Question(GROUND, ("everywhere" if subject == EVERYWHERE else subject,)), changed
        else:
            yield question, answers.digest(question) != memory.answers.get(question)
