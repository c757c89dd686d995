"""Questions: answered once, digested even if there is no answer, and all remembered."""

import pytest

from sitegen.engine.question import ABSENT, Answers, Asked, Lens, Question, UnknownSubject
from sitegen.foundation.digest import Digest, digest_value


def test_an_answer_is_made_once() -> None:
    """Unless it is too large to be kept."""
    made: list[str] = []
    answers = Answers(
        {"kept": Asked(made.append), "large": Asked(made.append, keep=False), "costly": Asked(made.append, Digest)}
    )
    for _ in range(2):
        answers.ask(Question("kept", ("k",)))
        answers.ask(Question("large", ("l",)))
        answers.digest(Question("large", ("d",)))
        assert answers.digest(Question("costly", ("c",))) == "c"
    assert sorted(made) == ["d", "k", "l", "l"]


@pytest.mark.parametrize("error", [KeyError, UnknownSubject, ValueError, TypeError])
def test_what_is_not_there_has_a_digest(error: type[Exception]) -> None:
    """Whatever the exception; asking raises it."""

    def answer(name: str) -> object:
        raise error(name)

    answers = Answers({"a": Asked(answer)})
    assert answers.digest(Question("a", ("x",))) == ABSENT
    assert answers.digest(Question("a", ("too", "many"))) == ABSENT
    assert answers.digest(Question("unknown")) == ABSENT
    with pytest.raises(error):
        answers.ask(Question("a", ("x",)))
    with pytest.raises(UnknownSubject):
        answers.ask(Question("unknown"))


def test_no_value_has_the_digest_of_absence() -> None:
    """Not even the word."""
    assert ABSENT not in {digest_value(each) for each in (None, "", "absent", (), b"absent")}


def test_a_lens_remembers_each_question_once_sorted_also_the_vain() -> None:
    """What was not there may be there tomorrow."""
    lens = Lens(Answers({"b": Asked(str), "a": Asked(str.upper)}))
    lens("b", "2")
    assert lens("a", "x") == "X"
    lens("b", "1")
    lens("b", "2")
    with pytest.raises(UnknownSubject):
        lens("c")
    asked = (Question("a", ("x",)), Question("b", ("1",)), Question("b", ("2",)), Question("c"))
    assert lens.asked == asked


def test_a_part_is_made_once_and_its_questions_belong_to_each_user() -> None:
    """Also those of a part within a part, and of one that fails."""
    answers = Answers({"a": Asked(str.upper)})
    made: list[str] = []

    def inner(lens: Lens) -> str:
        made.append("inner")
        return str(lens("a", "x"))

    def outer(lens: Lens) -> str:
        made.append("outer")
        return lens.part("inner", (), inner) + str(lens("a", "y"))

    def failing(lens: Lens) -> str:
        return str(lens("a", "z")) + str(lens("unknown"))

    for _ in range(2):
        lens = Lens(answers)
        assert lens.part("outer", ("1",), outer) == "XY"
        assert lens.asked == (Question("a", ("x",)), Question("a", ("y",)))
        with pytest.raises(UnknownSubject):
            lens.part("failing", (), failing)
        assert {Question("a", ("z",)), Question("unknown")} <= set(lens.asked)
    assert made == ["outer", "inner"]
