"""Parts that are built before outputs and kept between builds: what is published stays that of a clean build.

The toy world's lists are made of parts here, one for each thing; random scripts edit it.
"""

from pathlib import Path

import pytest
from msgspec.msgpack import encode

from sitegen.engine.build import build
from sitegen.engine.output import Output
from sitegen.engine.question import Answers, Asked, Lens, UnknownSubject
from sitegen.engine.rendering import RenderFailed
from sitegen.engine.shelf import Shelf
from sitegen.engine.store import Store
from sitegen.engine.trace import load, save
from sitegen.foundation.digest import digest_bytes

from .toy import (
    NAMES,
    Group,
    Table,
    Thing as T,
    World,
    drop,
    grounds,
    linked,
    outputs,
    paint,
    put,
    questions,
    random_script,
    recipes,
)

SPACE, KEY = "parts", "parts"


def part(output: Output, lens: Lens) -> bytes:
    """A line about a thing, which fails for one that booms."""
    (name,) = output.args
    if lens("text", name) == "boom":
        raise ValueError(f"boom in {name}")
    links = lens("links", name)
    assert isinstance(links, tuple)
    return "; ".join([linked(lens, name), *(linked(lens, each) for each in links)]).upper().encode()


def listing(output: Output, lens: Lens) -> bytes:
    """The parts of a tag's things."""
    listed = lens("names", output.args[0])
    assert isinstance(listed, tuple)
    found = [lens("part", name) for name in listed]
    assert all(isinstance(each, bytes) for each in found)
    return b"\n".join(each for each in found if isinstance(each, bytes))


class Harness:
    """A world that is built with parts; `store` keeps them and their memory, as the pipeline does."""

    def __init__(self, store: Store) -> None:
        self.world = World()
        self.store = store
        self.table = Table()
        self.expected: dict[str, bytes] = {}
        self.made: tuple[str, ...] = ()
        self.rendered: tuple[str, ...] = ()

    def build(self, store: Store, table: Table) -> dict[str, bytes] | None:
        """The tree after a build; None if it fails."""
        world = self.world
        parts = {name: Output(name, "part", (name,)) for name in world.things}
        answers: list[Answers] = []
        shelf = Shelf(store, SPACE, lambda path: {path: part(parts[path], Lens(answers[0]))}, parts.values())
        answers.append(Answers({**questions(world), "part": Asked(shelf.bytes, shelf.digest)}, grounds(world)))
        made = {**recipes(world), "list": listing, "part": part}
        try:
            inner = build(parts.values(), made, answers[0], load(store, KEY), world.version, shelf)
            save(store, inner.memory, KEY)
            outer = build(outputs(world), made, answers[0], load(store), world.version, table)
        except RenderFailed:
            return None
        save(store, outer.memory)
        self.made, self.rendered = inner.rendered, outer.rendered
        return table.files

    def step(self, group: Group) -> bool:
        for edit in group:
            self.world = edit(self.world)
        wanted = self.build(Store(Path("/nonexistent/store")), Table())
        self.table = Table(self.table.files)
        found = self.build(self.store, self.table)
        if (wanted is None) != (found is None):
            return False
        self.expected = self.expected if wanted is None else wanted
        return self.table.files == self.expected

    def holds(self, script: list[Group]) -> bool:
        return all(self.step(group) for group in script)


@pytest.fixture
def harness(tmp_path: Path) -> Harness:
    return Harness(Store(tmp_path / "store"))


def test_incremental_equals_clean_after_random_edits(tmp_path: Path) -> None:
    for seed in range(150):
        with Store(tmp_path / str(seed)) as store:
            assert Harness(store).holds(random_script(seed)), seed


def test_without_the_digest_of_a_part_the_harness_finds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness would see an output that does not notice that its parts changed."""
    monkeypatch.setattr(Shelf, "digest", lambda self, path: self.manifest.get(path) and "same")
    found = []
    for seed in range(60):
        with Store(tmp_path / str(seed)) as store:
            found.append(Harness(store).holds(random_script(seed)))
    assert not all(found)


def test_a_part_is_made_once_and_then_only_when_an_answer_changes(harness: Harness) -> None:
    assert harness.step([put("a", T("x")), put("b", T("y"))])
    assert harness.made == ("a", "b")
    assert harness.step([])
    assert harness.made == harness.rendered == ()
    assert harness.step([put("a", T("z"))])
    assert harness.made == ("a",)
    assert "list-red" in harness.rendered


def test_a_part_that_is_made_anew_with_the_same_bytes_makes_nothing_stale(harness: Harness) -> None:
    assert harness.step([put("a", T("x"))])
    assert harness.step([put("a", T("X"))])
    assert harness.made == ("a",)
    assert "list-red" not in harness.rendered


def test_what_no_part_asked_for_does_not_make_it_anew(harness: Harness) -> None:
    assert harness.step([put("a", T("x"))])
    assert harness.step([paint("gold")])
    assert harness.made == ()


def test_bytes_that_the_store_has_lost_are_made_again(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        harness = Harness(store)
        assert harness.step([put(name, T(name)) for name in NAMES])
        damages: list[dict[str, bytes]] = [
            {},
            {"a": b"other"},
            dict.fromkeys(NAMES, b""),
            {"a": encode({"a": b"other"})},
            {"a": encode({"a": (digest_bytes(b"other"), b"other")})},  # of a build before
            {"a": encode({})},
        ]
        for number, damage in enumerate(damages):
            store.write(SPACE, damage, keep=())
            assert harness.step([put("b", T(f"again {number}"))])
            assert "list-red" in harness.rendered


def test_parts_that_are_gone_are_forgotten(harness: Harness) -> None:
    assert harness.step([put("a", T("x")), put("b", T("y"))])
    assert harness.step([drop("a")])
    assert set(harness.store.read(SPACE)) == {"b"}


def test_a_part_that_is_not_built_is_not_there(tmp_path: Path) -> None:
    shelf = Shelf(Store(tmp_path / "store"), SPACE, lambda path: {}, ())
    for ask in (shelf.digest, shelf.bytes):
        with pytest.raises(UnknownSubject):
            ask("a")
