"""What outputs are made of and share: written before them, and kept between builds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.engine.build import build as build_outputs
from sitegen.engine.output import Output, Render
from sitegen.engine.question import Answers, Asked, Lens
from sitegen.engine.rendering import Workers, made
from sitegen.engine.shelf import Shelf
from sitegen.engine.store import Store
from sitegen.engine.trace import Memory, load as load_memory, save as save_memory
from sitegen.foundation.digest import Digest
from sitegen.graph.grounds import grounds
from sitegen.graph.site import Site
from sitegen.outputs.records import FAMILY as RECORDS
from sitegen.outputs.vevents import FAMILY as VEVENTS
from sitegen.pipeline.entries import Entries
from sitegen.render.family import Family

PARTS: tuple[Family, ...] = (VEVENTS,)
SEARCHED: tuple[Family, ...] = (RECORDS,)
"""Parts that are made only where there is something to search them with."""
KEY = "parts"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one build, by the question that asks for each: `<family>(<path>)`. `answers` answers them all.

    What is asked about an event hangs on its entries as well as on its ground.
    """

    shelf: Shelf
    answers: Answers
    memory: Memory


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
    outputs = plan_parts(site, families)
    by_path = {output.path: output for output in outputs}
    given: list[Answers] = []

    def again(path: str) -> dict[str, bytes]:
        output = by_path[path]
        return dict(zip(output.paths, made(output, recipes, Lens(given[0])), strict=True))

    shelf = Shelf(store, KEY, again, outputs)
    given.append(Answers({**asked, **_answers(site, shelf, families)}, grounds(site)))
    memory = load_memory(store, KEY)
    built = build_outputs(outputs, recipes, given[0], memory, version, shelf, workers=workers)
    if built.memory is not memory:
        save_memory(store, built.memory, KEY)
    grounded = dict(grounds(site))
    for path, digest in shelf.manifest.items():
        if path in grounded:
            grounded[path] = Digest(grounded[path] + digest)
    return Parts(shelf, given[0].on(grounded, [VEVENTS.name]), built.memory)


def _answers(site: Site, shelf: Shelf, families: Iterable[Family]) -> dict[str, Asked]:
    others = [family.name for family in families if family is not VEVENTS]
    return {**Entries(site, shelf).answers(), **{name: Asked(shelf.bytes, shelf.digest, keep=False) for name in others}}
