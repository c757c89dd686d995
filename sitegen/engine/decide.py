"""What is stale, and why: one pure function of yesterday's facts and today's.

Knows neither the disk nor how anything is rendered.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.engine.output import Output
from sitegen.engine.question import Answers, Question
from sitegen.engine.trace import Memory, Reason, Trace
from sitegen.foundation.digest import Digest

AtHand = Callable[[Sequence[str], Sequence[Digest]], bool]
"""Whether all these files are there, each with the bytes of this digest."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What must be rendered and why, what is as it was, both by first paths, and which files are no longer wanted."""

    stale: Mapping[str, Reason]
    fresh: Mapping[str, Trace]
    removed: tuple[str, ...]


def everything(_paths: Sequence[str], _digests: Sequence[Digest]) -> bool:
    """Where no tree is looked at: every result of yesterday is at hand."""
    return True


def decide(
    outputs: Iterable[Output],
    memory: Memory,
    answers: Answers,
    version: str,
    at_hand: AtHand = everything,
) -> Decision:
    """Which of the outputs are stale, in their order.

    One is fresh if it was made by the same recipe with the same arguments, by the same version of the
    generator, if every question that it asked has the same answer today, and if the bytes of its files are at hand.
    """
    same_version = memory.version == version
    changed = _changed(memory, answers) if same_version else frozenset()
    stale: dict[str, Reason] = {}
    fresh: dict[str, Trace] = {}
    wanted = tuple(outputs)
    for output in wanted:
        trace = memory.traces.get(output.path)
        reason = _reason(output, trace, same_version, changed, at_hand)
        if reason is not None:
            stale[output.path] = reason
        elif trace is not None:
            fresh[output.path] = trace
    return Decision(stale, fresh, _gone(wanted, memory))


def _gone(wanted: Iterable[Output], memory: Memory) -> tuple[str, ...]:
    """The files that yesterday's outputs had, and today's have not."""
    by_path = {output.path: output for output in wanted}
    others = [trace.output for path, trace in memory.traces.items() if by_path.get(path) != trace.output]
    then = {path for output in others for path in output.paths}
    now = {path for output in by_path.values() for path in output.paths} if then else set()
    return tuple(sorted(then - now))


def _changed(memory: Memory, answers: Answers) -> frozenset[Question]:
    doubtful = answers.believe(memory.answers, memory.grounds)
    return frozenset(each for each in doubtful if answers.digest(each) != memory.answers[each])


def _reason(
    output: Output,
    trace: Trace | None,
    same_version: bool,
    changed: frozenset[Question],
    at_hand: AtHand,
) -> Reason | None:
    if trace is None:
        return Reason("new")
    if not same_version:
        return Reason("generator")
    if trace.output != output:
        return Reason("recipe")
    if changed and not changed.isdisjoint(trace.asked):
        return Reason("answer", tuple(each for each in trace.asked if each in changed))
    if not at_hand(output.paths, trace.results):
        return Reason("lost")
    return None
