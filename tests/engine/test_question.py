"""Questions: answered once, digested even if there is no answer, and all remembered."""

import pytest

from sitegen.engine.question import (
    ABSENT,
    EACH,
    EVERYWHERE,
    FIRST,
    GROUND,
    Answers,
    Asked,
    Lens,
    Question,
    UnknownSubject,
    apart,
)
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


def asked() -> dict[str, Asked]:
    return {
        "title": Asked(str.upper, hangs_on=FIRST),
        "over": Asked(len, hangs_on=FIRST, apart=True),
        "list": Asked(lambda: 1),
        "ledger": Asked(str, hangs_on="the ledger"),
    }


GROUNDS = {each: digest_value(each) for each in (EVERYWHERE, "a", "b", "the ledger")}
LIST, LEDGER, GONE = Question("list"), Question("ledger", ("1",)), Question("title", ("gone",))


def on(**others: str) -> Answers:
    return Answers(asked(), {**GROUNDS, **{each: digest_value(said) for each, said in others.items()}})


def test_for_local_questions_stand_the_grounds_of_their_subjects() -> None:
    """And for those that must be known apart, one for each name; others stay as they are, and what has no ground."""
    given = [Question(name, (subject,)) for name in ("title", "over") for subject in ("b", "a")]
    grounds, over = Question(EACH, (GROUND, EVERYWHERE, "a", "b")), Question(EACH, ("over", "a", "b"))
    about = ("nb", "a", "b", "gone")
    assert on().grounded([*given, LIST, GONE], about) == tuple(sorted((grounds, over, LIST, GONE)))
    assert on().grounded([LIST, GONE], about) == tuple(sorted((LIST, GONE)))


def test_one_question_stands_for_all_that_hang_on_another_ground() -> None:
    """But not for one whose arguments could be read as more of them."""
    spaced = Question("ledger", ("a b",))
    many = Question(EACH, ("ledger", "1 first", "2 second"))
    given = [Question("ledger", ("2", "second")), spaced, Question("ledger", ("1", "first"))]
    assert on().grounded(given, ("a",)) == tuple(sorted((many, spaced)))
    assert list(apart(many)) == [given[2], given[0]]
    assert list(apart(spaced)) == [spaced]
    assert list(apart(Question(EACH, (GROUND, EVERYWHERE, "the ledger")))) == [
        Question(GROUND, (EVERYWHERE,)),
        Question(GROUND, ("the ledger",)),
    ]
    told = {many: on().digest(many)}
    assert not on(a="other").believe(told, GROUNDS)
    assert set(on(**{"the ledger": "other"}).believe(told, GROUNDS)) == {many}


def test_what_is_asked_about_others_is_kept_as_it_is() -> None:
    """Many ask it; and also of whom it must be known apart, where there is more in the question than whom."""
    other, more = Question("title", ("b",)), Question("over", ("a", "x"))
    grounds = Question(EACH, (GROUND, EVERYWHERE, "a"))
    assert on().grounded([Question("title", ("a",)), other, more], ("a",)) == tuple(sorted((grounds, other, more)))


def test_a_question_of_many_names_the_first() -> None:
    assert str(Question(EACH, (GROUND, *"abcdef"))) == "each(ground, a, b, c and 3 more)"


def test_a_question_about_grounds_has_another_answer_when_one_is_another() -> None:
    question = Question(EACH, (GROUND, EVERYWHERE, "a", "b"))
    digests = [each.digest(question) for each in (on(), on(a="other"), on(b="other"), on(**{EVERYWHERE: "other"}))]
    assert len(set(digests)) == 4
    assert Answers(asked(), {EVERYWHERE: GROUNDS[EVERYWHERE]}).digest(question) == ABSENT
    over = Question(EACH, ("over", "a", "b"))
    assert on().digest(over) == on(a="other").digest(over) != Answers({"over": Asked(str.upper)}).digest(over)


@pytest.mark.parametrize(
    ("others", "doubted"),
    [
        ({}, {LIST, GONE}),
        ({"a": "other"}, {LIST, GONE, Question(EACH, (GROUND, EVERYWHERE, "a", "b"))}),
        ({"the ledger": "other"}, {LIST, GONE, LEDGER}),
    ],
)
def test_what_is_not_believed(others: dict[str, str], doubted: set[Question]) -> None:
    given = (LIST, LEDGER, GONE, Question("title", ("b",)), Question(EACH, (GROUND, EVERYWHERE, "a", "b")))
    told = {each: on().digest(each) for each in given}
    assert set(on(**others).believe(told, GROUNDS)) == doubted


def test_on_grounds_that_say_more_the_answers_are_the_same() -> None:
    """And questions of more names hang on them."""
    answers = on()
    question = Question("list", ("a",))
    more = answers.on({**GROUNDS, "a": digest_value("more")}, ["list"])
    assert more.grounded([question], ("a",)) == (Question(EACH, (GROUND, EVERYWHERE, "a")),)
    assert answers.grounded([question], ("a",)) == (question,)
    grounds = Question(EACH, (GROUND, EVERYWHERE, "a"))
    assert answers.digest(grounds) != more.digest(grounds)
    answers.ask(Question("title", ("a",)))
    assert more.ask(Question("title", ("a",))) == "A"
