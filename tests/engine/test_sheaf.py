"""Small files that are alike: one output each while they are few, and gathered where they are many."""

from sitegen.engine.sheaf import MANY, SHEAVES, sheaves

TOGETHER = ("nb", "event:møte-183", "event:møte-272", "event:møte-7", "event:møte-700", "event:møte-886")


def files(count: int) -> dict[str, str]:
    return {f"nb/møte-{number}.ics": f"event:møte-{number}" for number in range(count)}


def test_of_few_files_each_is_an_output() -> None:
    made = list(sheaves("feed", "nb", files(MANY - 1)))
    assert {(each.path, each.recipe, each.args, each.others) for each in made} == {
        (path, "feed", ("nb", told), ()) for path, told in files(MANY - 1).items()
    }


def test_of_many_files_each_is_in_one_sheaf_beside_what_it_is_told_by() -> None:
    made = list(sheaves("feed", "nb", files(3 * MANY)))
    pairs = [pair for each in made for pair in zip(each.paths, each.args[1:], strict=True)]
    assert dict(pairs) == files(3 * MANY)
    assert len(pairs) == 3 * MANY
    assert {(each.recipe, each.args[0]) for each in made} == {("feed", "nb")}
    assert len(made) == SHEAVES
    assert max(len(each.paths) for each in made) < 40


def test_the_order_in_which_they_come_is_nothing() -> None:
    backwards = dict(reversed(files(MANY).items()))
    assert set(sheaves("feed", "nb", backwards)) == set(sheaves("feed", "nb", files(MANY)))


def test_one_more_file_changes_its_own_sheaf_alone() -> None:
    before, after = (set(sheaves("feed", "nb", files(MANY + more))) for more in (0, 1))
    assert len(before - after) <= 1
    (changed,) = after - before
    assert f"nb/møte-{MANY}.ics" in changed.paths


def test_what_a_file_is_told_by_says_where_it_is() -> None:
    """Not its address, so that the sheaves of all languages hold the same."""
    other = {path.replace("nb/", "sv/"): told for path, told in files(MANY).items()}
    gathered = [{each.args[1:] for each in sheaves("feed", "", some)} for some in (files(MANY), other)]
    assert {frozenset(each) for each in gathered[0]} == {frozenset(each) for each in gathered[1]}


def test_a_file_is_in_the_same_sheaf_on_every_machine() -> None:
    """Else all would be made again elsewhere, and at every run."""
    made = sheaves("feed", "nb", files(MANY))
    assert next(each.args for each in made if "event:møte-7" in each.args) == TOGETHER
