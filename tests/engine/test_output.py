"""Which paths an output may have, and which outputs may stand in one tree."""

import pytest

from sitegen.engine.output import BadPath, Collision, Output, distinct


@pytest.mark.parametrize("path", ["a", "a/b.c/d", "é/ø.x", "x" * 200, "a b", "a:b", "a..b"])
def test_good_paths(path: str) -> None:
    """Relative, of plain segments."""
    assert [each.path for each in distinct([Output(path, "r")])] == [path]


@pytest.mark.parametrize(
    "path",
    [
        *["", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", ".a", "a/.b", "a\\b", "a\0", "a\n", "a\x7f", "a\x85"],
        *["a\u2028", "\ud800", "x" * 201, "ø" * 101],
    ],
)
def test_bad_paths(path: str) -> None:
    """All that could lead elsewhere, hide, or not be written."""
    with pytest.raises(BadPath):
        distinct([Output(path, "r")])


@pytest.mark.parametrize(
    "pair",
    [("a", "a"), ("a", "A"), ("é", "e\u0301"), ("a", "a/b"), ("A", "a/b/c"), ("straße", "STRASSE"), ("a/b", "a/b/c")],
)
def test_collisions(pair: tuple[str, str]) -> None:
    """One place on some disk, or a file where the other needs a folder; the exception has both."""
    outputs = [Output(path, str(n)) for n, path in enumerate(pair)]
    with pytest.raises(Collision) as caught:
        distinct([Output("z", "r"), *outputs])
    assert sorted([caught.value.first, caught.value.second]) == sorted(outputs)


@pytest.mark.parametrize("others", [("a",), ("b", "B"), ("a/b",), ("z",)])
def test_collisions_of_a_sheaf(others: tuple[str, ...]) -> None:
    """Among its own files, and with another output."""
    with pytest.raises(Collision):
        distinct([Output("z", "r"), Output("a", "r", others=others)])


def test_a_sheaf_has_good_paths_alone() -> None:
    assert Output("a", "r", others=("b", "c")).paths == ("a", "b", "c")
    with pytest.raises(BadPath):
        distinct([Output("a", "r", others=("b", "../c"))])


def test_distinct_outputs_are_sorted() -> None:
    """Like beginnings are no collision."""
    paths = ["b", "a/b", "a.b", "ab/c", "a/bc"]
    assert [each.path for each in distinct(Output(path, "r") for path in paths)] == sorted(paths)
