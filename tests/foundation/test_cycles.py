"""Values that only name each other are looked for while pages are rendered, here and in forked processes."""

import gc
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.engine.output import Output
from sitegen.engine.question import Answers, Lens
from sitegen.engine.rendering import Workers, render
from sitegen.foundation import cycles


@pytest.fixture
def left() -> Iterator[None]:
    before = gc.get_threshold()
    cycles.leave()
    yield
    gc.set_threshold(*before)
    cycles.seek()


def looks(_output: Output, _lens: Lens) -> bytes:
    return f"{gc.isenabled()} {gc.get_threshold()[0]} {gc.get_freeze_count() > 0}".encode()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("left")
def test_they_are_looked_for_while_rendering_alone(jobs: int) -> None:
    outputs = [Output(str(number), "looks") for number in range(4)]
    assert not gc.isenabled()
    results = list(render(outputs, {"looks": looks}, Answers({}), Workers(jobs, worthwhile=2)))
    assert {each.files for each in results} == {(f"True {cycles.SELDOM[0]} True".encode(),)}
    assert not gc.isenabled()
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("left")
def test_commands_that_end_do_not_look_and_the_preview_does() -> None:
    cycles.seek()
    for words, looked in (["schema"], False), (["serve", "--host", "192.0.2.1"], True):
        CliRunner().invoke(main, words)
        assert gc.isenabled() is looked, words


def test_where_they_were_looked_for_they_are_afterwards() -> None:
    with pytest.raises(KeyError), cycles.sought():
        raise KeyError
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
