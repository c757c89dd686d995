"""What is said of mistakes: every sentence gets its values, and offers a mend."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sitegen
from sitegen.foundation.diagnostics import Problem, Span
from sitegen.model.problems import BY_CODE, PROBLEMS, Near, report, sentences

PACKAGE = Path(sitegen.__file__).parent
REPORTERS = {"report": 0, "wrong": 0, "say": 0, "_say": 0, "Bad": 0, "Refused": 0}
"""Functions whose first argument is a problem's code; `Bad` is given `name` and `value` where it is caught."""
GIVEN = {"Bad": {"name", "value"}, "Refused": set()}


def names(template: str) -> set[str]:
    """The places of a sentence."""
    return set(re.findall(r"\{(\w+)\}", template.replace("{{", "").replace("}}", "")))


def calls() -> Iterator[tuple[str, str, set[str], bool]]:
    """Each call that tells a problem: where, its code, the values that it names, and whether it may give more."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            code = node.args[0]
            if name in REPORTERS and isinstance(code, ast.Constant) and code.value in BY_CODE:
                said = {keyword.arg for keyword in node.keywords if keyword.arg}
                more = any(keyword.arg is None for keyword in node.keywords) or name in ("_say", "Refused")
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                yield where, str(code.value), said | GIVEN.get(name, set()), more


CALLS = [pytest.param(*rest, id=f"{where} {rest[0]}") for where, *rest in calls()]


def test_the_calls_are_found() -> None:
    assert len(CALLS) > 80


@pytest.mark.parametrize(("code", "said", "more"), CALLS)
def test_a_reporter_gives_all_values_that_the_sentences_want(code: str, said: set[str], more: bool) -> None:
    problem = BY_CODE[code]
    wanted = names(problem.reason) | names(problem.mend)
    assert more or wanted <= said


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_a_problem_is_well_put(problem: Problem) -> None:
    """A code in kebab case; a sentence for the reason, one for the mend, without jargon of programmers."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", problem.code)
    for words in (problem.reason, problem.mend):
        assert words == words.strip()
        assert words[0].isupper() or words[0] in "“{"
        assert not re.search(r"\b(null|string|integer|boolean|parse|token|invalid|exception)\b", words, re.IGNORECASE)
    assert problem.reason != problem.mend


def test_codes_are_unique() -> None:
    assert len(BY_CODE) == len(PROBLEMS)


def test_a_near_word_is_offered_in_place_of_the_rule() -> None:
    problem = next(each for each in PROBLEMS if isinstance(each, Near))
    place = Span("x")
    assert sentences(report(problem.code, place, near="nb")) == (problem.reason, problem.near)
    assert sentences(report(problem.code, place, near="")) == (problem.reason, problem.mend)
