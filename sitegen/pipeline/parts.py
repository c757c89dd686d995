"""What outputs are made of and share: written before them, and kept between builds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sitegen.engine.build import build as build_outputs
from sitegen.engine.output import Output, Render
from sitegen.engine.question import Answers, Asked, Lens
from sitegen.engine.rendering import Workers
from sitegen.engine.shelf import Shelf
from sitegen.engine.store import Store
from sitegen.engine.trace import Memory, load as load_memory, save as save_memory
from sitegen.graph.grounds import grounds
from sitegen.graph.site import Site
from sitegen.outputs.records import FAMILY as RECORDS
from sitegen.outputs.vevents import FAMILY as VEVENTS
from sitegen.render.family import Family

PARTS: tuple[Family, ...] = (VEVENTS,)
SEARCHED: tuple[Family, ...] = (RECORDS,)
"""Parts that are made only where there is something to search them with."""
KEY = "parts"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one build, by the question that asks for each: `<family>(<path>)`. `answers` answers them all."""

    shelf: Shelf
    answers: Answers
    memory: Memory

    def of(self, family: Family) -> dict[str, bytes]:
        """All parts of a family by their paths."""
        paths = (path for path, trace in self.memory.traces.items() if trace.output.recipe == family.name)
        return {path: self.shelf.bytes(path) for path in paths}


def plan_parts(site: Site, families: Iterable[Family] = PARTS) -> list[Output]:
    return [output for family in families for output in family.plan(site)]


def write_parts(
    site: Site,
    asked: Mapping[str, Asked],
    recipes: Mapping[str, Render],
    version: str,
    store: Store,
    workers: Workers,
    families: tuple[Family, ...] = PARTS,
) -> Parts:
    """The parts as they are now: those that are stale are made, in processes, and kept."""
    outputs = {output.path: output for output in plan_parts(site, families)}
    made: list[Answers] = []

    def again(path: str) -> bytes:
        return recipes[outputs[path].recipe](outputs[path], Lens(made[0]))

    shelf = Shelf(store, KEY, again)
    made.append(Answers({**asked, **_answers(shelf, families)}, grounds(site)))
    memory = load_memory(store, KEY)
    built = build_outputs(outputs.values(), recipes, made[0], memory, version, shelf, workers=workers)
    if built.memory is not memory:
        save_memory(store, built.memory, KEY)
    return Parts(shelf, made[0], built.memory)


def _answers(shelf: Shelf, families: Iterable[Family]) -> dict[str, Asked]:
    # Kept, though some are large: feeds in turn ask for the same ones.
    ask: Callable[[str], bytes] = shelf.bytes
    return {family.name: Asked(ask, shelf.digest) for family in families}
