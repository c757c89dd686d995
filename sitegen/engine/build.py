"""One build: decide what is stale, render it, publish the tree, and remember.

Knows the order of these steps, and that nothing is published if one of them fails.
"""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, starmap

from sitegen.engine.decide import Decision, decide
from sitegen.engine.output import Output, Render, distinct
from sitegen.engine.question import Answers
from sitegen.engine.rendering import Workers, render
from sitegen.engine.target import Published, Target
from sitegen.engine.trace import Memory, Reason, Trace, remember
from sitegen.foundation.pool import Progress

SERIALLY = Workers()


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. The caller saves `memory` for the next one, unless it is the one that was given.

    `rendered` are the paths of outputs whose recipes ran, and `reasons` why, by the first of each; `removed` are
    those that the last build made and this one does not.
    """

    rendered: tuple[str, ...]
    removed: tuple[str, ...]
    published: Published
    memory: Memory
    reasons: Mapping[str, Reason]


def build(
    outputs: Iterable[Output],
    recipes: Mapping[str, Render],
    answers: Answers,
    memory: Memory,
    version: str,
    target: Target,
    *,
    workers: Workers = SERIALLY,
    progress: Progress | None = None,
) -> Built:
    """Builds all outputs, rendering those that are stale since the build that left `memory`.

    Raises `BadPath`, `Collision`, `RenderFailed` or `PublishError`; the published tree is then as it was, and the old
    memory still holds.
    """
    wanted = distinct(outputs)
    decision = decide(wanted, memory, answers, version, target.has)
    stale = [output for output in wanted if output.path in decision.stale]
    traces = dict(decision.fresh)
    with closing(render(stale, recipes, answers, workers, progress)) as results:
        for each in results:
            digests = tuple(starmap(target.put, zip(each.output.paths, each.files, strict=True)))
            traces[each.output.path] = Trace(each.output, each.asked, digests)
            for question in each.asked:
                answers.digest(question)  # here, while others render, and not when all have
    manifest = dict(chain.from_iterable(trace.files for trace in traces.values()))
    published = target.commit(manifest)
    return Built(
        rendered=tuple(path for output in stale for path in output.paths),
        removed=decision.removed,
        published=published,
        memory=_remembered(memory, version, traces, decision, answers),
        reasons=decision.stale,
    )


def _remembered(
    memory: Memory, version: str, traces: Mapping[str, Trace], decision: Decision, answers: Answers
) -> Memory:
    """The memory of this build: the same object if nothing was stale or removed, and all grounds are what they were."""
    if not decision.stale and not decision.removed and memory.version == version:
        return memory if memory.grounds == answers.grounds else replace(memory, grounds=answers.grounds)
    return remember(version, traces.values(), {**memory.because, **decision.stale}, answers)
