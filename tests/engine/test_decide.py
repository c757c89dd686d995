"""Staleness on toy facts: each reason, and its explanation."""

import pytest

from sitegen.engine.build import build
from sitegen.engine.decide import decide
from sitegen.engine.explain import explain
from sitegen.engine.output import Output
from sitegen.engine.question import EVERYWHERE, FIRST, Answers, Asked, Question
from sitegen.engine.trace import Memory, Reason, Trace
from sitegen.foundation.digest import Digest, digest_value

from .toy import Table

ONE, TWO = Question("word", ("one",)), Question("word", ("two",))
RESULT = Digest("f" * 32)
FACTS = Memory(
    version="v1",
    answers={ONE: digest_value("ONE"), TWO: digest_value("TWO")},
    traces={
        "a": Trace(Output("a", "r", ("x",)), (ONE,), (RESULT,)),
        "b": Trace(Output("b", "r"), (ONE, TWO), (RESULT,)),
        "c": Trace(Output("c", "r"), (), (RESULT,)),
    },
    because={"a": Reason("new")},
)
OUTPUTS = tuple(trace.output for trace in FACTS.traces.values())


def answers(**changed: str) -> Answers:
    return Answers({"word": Asked(lambda word: changed.get(word, word.upper()))})


def test_nothing_changed() -> None:
    """All is fresh."""
    decision = decide(OUTPUTS, FACTS, answers(), "v1")
    assert (dict(decision.stale), dict(decision.fresh), decision.removed) == ({}, FACTS.traces, ())


def local(grounds: dict[str, Digest], **changed: str) -> Answers:
    asked = Asked(lambda word: changed.get(word, word.upper()), hangs_on=FIRST)
    return Answers({"word": asked}, {key: digest_value(each) for key, each in grounds.items()})


GROUNDS = {EVERYWHERE: digest_value("all"), "one": digest_value("1"), "two": digest_value("2")}


@pytest.mark.parametrize(
    ("grounds", "stale"),
    [
        ({EVERYWHERE: "all", "one": "1", "two": "2"}, set()),
        ({EVERYWHERE: "all", "one": "1", "two": "another"}, {"b"}),
        ({EVERYWHERE: "all", "one": "1"}, {"b"}),
        ({EVERYWHERE: "another", "one": "1", "two": "2"}, {"a", "b"}),
        ({}, {"a", "b"}),
    ],
)
def test_a_local_answer_is_believed_on_the_same_ground_alone(grounds: dict[str, Digest], stale: set[str]) -> None:
    """Both answers are others now: whoever asks again sees it."""
    memory = Memory(FACTS.version, FACTS.answers, FACTS.traces, FACTS.because, GROUNDS)
    assert set(decide(OUTPUTS, memory, local(grounds, one="1", two="2"), "v1").stale) == stale
    without = Memory(FACTS.version, FACTS.answers, FACTS.traces, FACTS.because)
    assert set(decide(OUTPUTS, without, local(grounds, one="1", two="2"), "v1").stale) == {"a", "b"}


def test_grounds_that_changed_nothing_are_remembered() -> None:
    target = Table()
    same = {"word": Asked(str.upper, hangs_on=FIRST)}
    memory, answered = Memory(), [Answers(same, GROUNDS), Answers(same, {**GROUNDS, "one": digest_value("0")})]
    recipe = {"r": lambda _output, lens: str(lens("word", "one")).encode()}
    for given in (*answered, answered[1]):
        before, memory = memory, build([Output("a", "r")], recipe, given, memory, "v1", target).memory
        assert memory.grounds == given.grounds
    assert memory is before


def test_an_answer_changed() -> None:
    """Stale are those that asked, and the reason says what."""
    decision = decide(OUTPUTS, FACTS, answers(two="2"), "v1")
    assert decision.stale == {"b": Reason("answer", (TWO,))}
    assert decision.stale["b"].line == "the answer changed to word(two)"


def test_other_reasons() -> None:
    """New, another recipe, other arguments, another generator, a lost result; and what is gone."""
    outputs = [Output("a", "r", ("y",)), Output("b", "s"), Output("d", "r")]
    decision = decide(outputs, FACTS, answers(), "v1")
    assert decision.stale == {"a": Reason("recipe"), "b": Reason("recipe"), "d": Reason("new")}
    assert decision.removed == ("c",)
    assert set(decide(OUTPUTS, FACTS, answers(), "v2").stale.values()) == {Reason("generator")}
    lost = decide(OUTPUTS, FACTS, answers(), "v1", lambda paths, digests: "c" not in paths)
    assert lost.stale == {"c": Reason("lost")}


@pytest.mark.parametrize("why", ["new", "recipe", "generator", "lost"])
def test_each_reason_is_one_line(why: str) -> None:
    """Without a line break."""
    line = Reason(why).line  # type: ignore[arg-type]
    assert line
    assert "\n" not in line


def test_many_questions_are_cut_short() -> None:
    """Three are named and the rest counted."""
    reason = Reason("answer", tuple(Question("q", (str(n),)) for n in range(5)))
    assert reason.line == "the answer changed to q(0), q(1), q(2) and 2 more"


def test_an_explanation() -> None:
    """What it asked, which answers changed, why it was made last and will be made now."""
    told = explain("b", OUTPUTS, FACTS, answers(two="2"), "v1")
    assert told is not None
    assert told.asked == ((ONE, False), (TWO, True))
    assert (told.output, told.now, told.last) == (OUTPUTS[1], Reason("answer", (TWO,)), None)
    fresh = explain("a", OUTPUTS, FACTS, answers(), "v1")
    assert fresh is not None
    assert (fresh.now, fresh.last) == (None, Reason("new"))
    assert explain("nowhere", OUTPUTS, FACTS, answers(), "v1") is None
    gone = explain("c", OUTPUTS[:2], FACTS, answers(), "v1")
    assert gone is not None
    assert gone.output is None
