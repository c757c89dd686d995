"""When the output will change by itself: the next instant at which an answer that was given becomes another."""

from datetime import datetime

from sitegen.engine.question import EACH, Answers, Question
from sitegen.engine.trace import Memory
from sitegen.graph.questions import TIMELY
from sitegen.graph.site import Site
from sitegen.graph.timely import turning_points
from sitegen.pipeline.answers import site_answers


def _is_timely(question: Question) -> bool:
    return (question.args[0] if question.name == EACH else question.name) in TIMELY


def next_change(site: Site, *memories: Memory) -> datetime | None:
    """The first instant after the site's at which an output of the builds that left `memories` is stale.

    Exactly that: each candidate is tried on the questions that were asked. None if there is no such instant.
    """
    answered = {question: digest for memory in memories for question, digest in memory.answers.items()}
    asked = [(question, digest) for question, digest in answered.items() if _is_timely(question)]
    for at in turning_points(site):
        then = Answers(site_answers(site.at(at)))
        if any(then.digest(question) != digest for question, digest in asked):
            return at
    return None
