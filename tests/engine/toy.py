"""A toy world: a few named things with a text, a tag and links; recipes that ask about them; a harness.

The harness builds after each group of edits as a caller would, and says whether the tree that it left is
the one of a clean build.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen.engine.build import Built, build
from sitegen.engine.output import Files, Output, Render
from sitegen.engine.publish import Publication
from sitegen.engine.question import EVERYWHERE, FIRST, Answers, Asked, Lens, UnknownSubject
from sitegen.engine.rendering import RenderFailed, Workers
from sitegen.engine.store import Store
from sitegen.engine.target import Published
from sitegen.engine.trace import Memory, load, save
from sitegen.foundation.digest import Digest, digest_bytes, digest_value

NAMES = ("a", "b", "c", "d", "e", "ø")
TAGS = ("red", "blue")
NOW = 1_700_000_000_000_000_000


@dataclass(frozen=True, slots=True)
class Thing:
    text: str
    tag: str = "red"
    links: tuple[str, ...] = ()
    shape: str = "leaf"


@dataclass(frozen=True, slots=True)
class World:
    things: Mapping[str, Thing] = field(default_factory=dict)
    colour: str = "green"
    backwards: bool = False
    version: str = "1"


Edit = Callable[[World], World]
Group = list[Edit]


def put(name: str, thing: Thing) -> Edit:
    return lambda world: replace(world, things={**world.things, name: thing})


def drop(name: str) -> Edit:
    return lambda world: replace(world, things={k: v for k, v in world.things.items() if k != name})


def reshape(name: str, shape: str) -> Edit:
    """Another recipe or path for a thing that is otherwise the same."""

    def edit(world: World) -> World:
        if name not in world.things:
            return world
        return put(name, replace(world.things[name], shape=shape))(world)

    return edit


def paint(colour: str) -> Edit:
    return lambda world: replace(world, colour=colour)


def turn(backwards: bool) -> Edit:
    return lambda world: replace(world, backwards=backwards)


def upgrade(version: str) -> Edit:
    return lambda world: replace(world, version=version)


def random_edit(chance: random.Random) -> Edit:
    sort = chance.randrange(13)
    if sort < 6:
        links = tuple(chance.sample(NAMES, chance.randrange(3)))
        text = chance.choice(("x", "y", "zz", "", "boom" if chance.random() < 0.3 else "w"))
        shape = chance.choice(("leaf", "pair", "deep", "fancy"))
        return put(chance.choice(NAMES), Thing(text, chance.choice(TAGS), links, shape))
    if sort < 9:
        return drop(chance.choice(NAMES))
    return (
        paint(chance.choice(("green", "gold"))),
        turn(chance.random() < 0.5),
        upgrade(chance.choice("12")),
        reshape(chance.choice(NAMES), chance.choice(("leaf", "pair", "deep", "fancy"))),
    )[sort - 9]


def random_script(seed: int, steps: int = 12) -> list[Group]:
    chance = random.Random(seed)
    return [[random_edit(chance) for _ in range(chance.randrange(4))] for _ in range(steps)]


def questions(world: World) -> dict[str, Asked]:
    def thing(name: str) -> Thing:
        if name not in world.things:
            raise UnknownSubject(name)
        return world.things[name]

    def names(tag: str) -> tuple[str, ...]:
        found = sorted(name for name, each in world.things.items() if each.tag == tag)
        return tuple(reversed(found)) if world.backwards else tuple(found)

    return {
        "text": Asked(lambda name: thing(name).text, hangs_on=FIRST),
        "links": Asked(lambda name: thing(name).links, hangs_on=FIRST),
        "body": Asked(lambda name: thing(name).text * 3, lambda name: digest_value(thing(name).text), False),
        "names": Asked(names),
        "colour": Asked(lambda: world.colour),
    }


def grounds(world: World) -> dict[str, Digest]:
    """A thing's own text and links are all that local answers hang on."""
    own = {name: digest_value((each.text, each.links)) for name, each in world.things.items()}
    return {EVERYWHERE: digest_value("everywhere"), **own}


def answering(world: World) -> Answers:
    return Answers(questions(world), grounds(world))


def frame(lens: Lens) -> str:
    return f"[{lens('colour')}]"


def sidebar(tag: str) -> Callable[[Lens], str]:
    def make(lens: Lens) -> str:
        listed = lens("names", tag)
        assert isinstance(listed, tuple)
        return lens.part("frame", (), frame) + ",".join(listed)

    return make


def linked(lens: Lens, name: str) -> str:
    try:
        return f"{name}={lens('text', name)}"
    except LookupError:
        return f"{name} is missing"


def recipes(world: World) -> dict[str, Render]:
    def leaf(output: Output, lens: Lens) -> bytes:
        (name,) = output.args
        links = lens("links", name)
        assert isinstance(links, tuple)
        if lens("text", name) == "boom":
            raise ValueError(f"boom in {name}")
        lines = [f"v{world.version} {lens('body', name)}", *(linked(lens, each) for each in links)]
        return "\n".join([lens.part("frame", (), frame), *lines]).encode()

    def fancy(output: Output, lens: Lens) -> bytes:
        return b"*" + leaf(output, lens)

    def listing(output: Output, lens: Lens) -> bytes:
        (tag,) = output.args
        listed = lens("names", tag)
        assert isinstance(listed, tuple)
        rows = [linked(lens, name) for name in listed]
        return "\n".join([lens.part("side", (tag,), sidebar(tag)), *rows]).encode()

    def pair(output: Output, lens: Lens) -> Files:
        return leaf(output, lens), fancy(output, lens)

    return {"leaf": leaf, "fancy": fancy, "list": listing, "pair": pair}


def outputs(world: World) -> list[Output]:
    made = []
    for name, each in world.things.items():
        path = f"leaf/{name}/index" if each.shape == "deep" else f"leaf/{name}"
        others = (f"pairs/{name}",) if each.shape == "pair" else ()
        made.append(Output(path, each.shape if each.shape in ("fancy", "pair") else "leaf", (name,), others))
    tags = {each.tag for each in world.things.values()}
    return made + [Output(f"list-{tag}", "list", (tag,)) for tag in tags]


class Table:
    """A target in memory."""

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self.files = dict(files or {})
        self._new: dict[str, bytes] = {}

    def has(self, paths: Sequence[str], digests: Sequence[Digest]) -> bool:
        return [digest_bytes(self.files[path]) if path in self.files else None for path in paths] == list(digests)

    def put(self, path: str, data: bytes) -> Digest:
        self._new[path] = data
        return digest_bytes(data)

    def commit(self, manifest: Mapping[str, Digest]) -> Published:
        every = {**self.files, **self._new}
        self.files = {path: every[path] for path in manifest}
        return Published()


def clean(world: World) -> dict[str, bytes] | None:
    """The tree of a clean build; None if it fails."""
    table = Table()
    try:
        build(outputs(world), recipes(world), answering(world), Memory(), world.version, table)
    except RenderFailed:
        return None
    return table.files


class Harness:
    """A world that is edited and built, with yesterday's memory. In memory; `DiskHarness` is on a disk.

    The methods are what a caller of the engine does; a planted bug overrides one of them.
    """

    def __init__(self) -> None:
        self.world = World()
        self.memory = Memory()
        self.table = Table()
        self.expected: dict[str, bytes] = {}
        self.built: Built | None = None

    def answers(self) -> Answers:
        return answering(self.world)

    def build(self) -> Built:
        self.table = Table(self.table.files)
        return self._build(self.memory, self.table)

    def _build(self, memory: Memory, target: Table | Publication) -> Built:
        world = self.world
        return build(outputs(world), recipes(world), self.answers(), memory, world.version, target, workers=Workers())

    def failed(self) -> None:
        """What a caller does after a build that failed: nothing."""

    def tree(self) -> dict[str, bytes]:
        return self.table.files

    def step(self, edits: Iterable[Edit]) -> bool:
        """Edits, builds, and says whether the tree is that of a clean build, or the last whole one."""
        for edit in edits:
            self.world = edit(self.world)
        wanted = clean(self.world)
        try:
            self.built = self.build()
            self.memory = self.built.memory
        except RenderFailed:
            self.built = None
            self.failed()
        if (wanted is None) != (self.built is None):
            return False
        self.expected = self.expected if wanted is None else wanted
        return self.tree() == self.expected

    def holds(self, script: Iterable[Group]) -> bool:
        return all(self.step(group) for group in script)


class DiskHarness(Harness):
    """The same with a real tree and a real cache below `root`."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.output = root / "tree"
        self.cache = root / "cache" / "store"

    def build(self) -> Built:
        with (
            Store(self.cache) as store,
            Publication.open(self.output, store, NOW, aside=True) as publication,
        ):
            built = self._build(load(store), publication)
            save(store, built.memory)
            return built

    def tree(self) -> dict[str, bytes]:
        return read_tree(self.output)


def read_tree(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def stats(*roots: Path) -> dict[str, tuple[int, ...]]:
    """All that the disk says of everything below the roots."""
    paths = [path for root in roots for path in (root, *root.rglob("*"))]
    found = {str(path): path.lstat() for path in paths}
    return {p: (s.st_ino, s.st_mode, s.st_size, s.st_mtime_ns, s.st_ctime_ns) for p, s in found.items()}
