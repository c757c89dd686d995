"""The whole way from a folder to a published tree, and what was done on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from sitegen.engine.build import SERIALLY, build as build_outputs
from sitegen.engine.explain import Explanation, explain as explain_output
from sitegen.engine.output import Files, Output, Render
from sitegen.engine.publish import Publication
from sitegen.engine.question import Lens
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.engine.target import Published
from sitegen.engine.trace import Memory, Reason, load as load_memory, save as save_memory
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.pool import Progress
from sitegen.graph.site import Site
from sitegen.pipeline.answers import answers as all_answers
from sitegen.pipeline.families import FAMILIES
from sitegen.pipeline.history import Tell, no_history
from sitegen.pipeline.indexing import Indexer
from sitegen.pipeline.load import load
from sitegen.pipeline.lost import lost_addresses
from sitegen.pipeline.parts import PARTS, SEARCHED, Parts, write_parts
from sitegen.pipeline.recording import NOTHING, Recording, record, unrecorded
from sitegen.pipeline.searching import Searching
from sitegen.pipeline.spelling import Spelling
from sitegen.pipeline.turning import next_change
from sitegen.pipeline.version import generator_version
from sitegen.render.family import Family
from sitegen.render.templates import environment
from sitegen.render.theme import Theme
from sitegen.render.view import Press, View

STORE = "sitegen.sqlite"
Step = Callable[[str], "Progress | None"]
"""Told when a step begins ("read", "render"); what it returns hears how far the step is."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a build is asked to do. `now` is the instant at which the site is built, in UTC; `clock` the
    nanoseconds since 1970 that changed files are dated with; `strict` lets warnings fail the build; `record`
    writes the ledger of the calendars; `history` tells when files were last changed; `indexer` makes the indexes
    for searching (None: there are none).
    """

    site: Path
    output: Path
    cache: Path
    now: datetime
    clock: int
    workers: Workers = SERIALLY
    strict: bool = False
    wait: float | None = None
    record: bool = False
    history: Tell = no_history
    indexer: Indexer | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a build. Without `published` nothing was: the diagnostics say why.

    `next_change` is the instant at which the same content would give other output; None: never.
    """

    diagnostics: tuple[Diagnostic, ...]
    sources: int
    parsed: int
    outputs: int = 0
    rendered: tuple[str, ...] = ()
    reasons: Mapping[str, Reason] | None = None
    published: Published | None = None
    next_change: datetime | None = None
    cache_problem: str | None = None
    recording: Recording = NOTHING


def silent(_step: str) -> None:
    """Says nothing of how far a build is."""


def plan(site: Site, theme: Theme) -> list[Output]:
    """All outputs that there are."""
    return [*_assets(theme), *(output for family in FAMILIES for output in family.plan(site))]


def _assets(theme: Theme) -> list[Output]:
    return [Output(asset.published, "assets", ("", name)) for name, asset in theme.assets.items()]


def recipes(theme: Theme) -> Mapping[str, Render]:
    """How each family's outputs are written, and the parts that they share."""
    press = Press(environment(theme.templates), theme.catalogues)
    return {family.name: partial(_rendered, family, press) for family in (*PARTS, *SEARCHED, *FAMILIES)}


def _rendered(family: Family, press: Press, output: Output, lens: Lens) -> bytes | Files:
    return family.render(output, View(lens, output.args[0], press))


def build(job: Job, step: Step = silent) -> Report:
    """Builds and publishes a site. Raises `PublishError` where the disk refuses, and what a bug raises."""
    with (
        Store(job.cache / STORE) as store,
        Publication.open(job.output, store, job.clock, job.wait, aside=job.workers.jobs > 1) as target,
    ):
        loaded = load(job.site, job.now, store, job.workers, step("read"))
        if not loaded.good or loaded.site is None or loaded.theme is None:
            return Report(loaded.diagnostics, loaded.sources, loaded.parsed)
        outputs = plan(loaded.site, loaded.theme)
        memory = load_memory(store)
        diagnostics = (*loaded.diagnostics, *lost_addresses(memory, outputs))
        if job.strict and diagnostics:
            return Report(diagnostics, loaded.sources, loaded.parsed)
        written = recipes(loaded.theme)
        searching = Searching(loaded.site, job.indexer)
        parts = _parts(job, loaded.site, loaded.theme, written, searching, store)
        outputs += searching.outputs()
        built = build_outputs(
            outputs,
            {**written, **searching.recipes()},
            parts.answers,
            memory,
            generator_version(),
            target,
            workers=job.workers,
            progress=step("render"),
        )
        problem = save_memory(store, built.memory) if built.memory is not memory else None
        missing = unrecorded(loaded.site, parts, outputs)
        return Report(
            diagnostics=diagnostics,
            sources=loaded.sources,
            parsed=loaded.parsed,
            outputs=sum(len(each.paths) for each in outputs),
            rendered=built.rendered,
            reasons=built.reasons,
            published=built.published,
            next_change=next_change(loaded.site, parts.memory, built.memory),
            cache_problem=problem or store.problem,
            recording=record(job.site, loaded.site, parts, outputs, missing) if job.record else missing,
        )


def _parts(
    job: Job, site: Site, theme: Theme, written: Mapping[str, Render], searching: Searching, store: Store
) -> Parts:
    """What outputs share, and the indexes that are made of it."""
    asked = {**all_answers(site, theme, job.site, job.history), **searching.answers()}
    families = (*PARTS, *SEARCHED) if searching.langs else PARTS
    parts = write_parts(site, asked, written, generator_version(), store, job.workers, families)
    searching.write(parts, generator_version(), store, job.workers)
    return parts


def check(job: Job, step: Step = silent, spelling: Spelling | None = None) -> Report:
    """All that is wrong with a site, also with its `spelling` if that is asked for; nothing is published."""
    with Store(job.cache / STORE) as store:
        loaded = load(job.site, job.now, store, job.workers, step("read"), spelling=spelling)
        return Report(loaded.diagnostics, loaded.sources, loaded.parsed)


def explain(job: Job, path: str) -> Explanation | Report | None:
    """Why an output would be made anew now, and what it depends on; None if there is no such output.

    Where there is no site, the report says what is wrong with it.
    """
    with Store(job.cache / STORE) as store:
        loaded = load(job.site, job.now, store, job.workers)
        if not loaded.good or loaded.site is None or loaded.theme is None:
            return Report(loaded.diagnostics, loaded.sources, loaded.parsed)
        searching = Searching(loaded.site, job.indexer)
        answers = _parts(job, loaded.site, loaded.theme, recipes(loaded.theme), searching, store).answers
        outputs = [*plan(loaded.site, loaded.theme), *searching.outputs()]
        memory: Memory = load_memory(store)
        return explain_output(path, outputs, memory, answers, generator_version())
