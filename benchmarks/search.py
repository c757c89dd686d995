"""Measures indexes for searching: `python -m benchmarks.search [--files 2000] [--runs 3]`.

Of the portal of this repository, and so many generated documents beside its own, the records are made, and the indexes
of them, from nothing and after one body is edited: seconds on the clock (median, least and most). Then of each language
how many documents are in its index, how large that is in files and in bytes, and how many bytes the first search of a
visitor fetches before any hit.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from benchmarks import portal
from benchmarks.run import one_body, unchanged
from sitegen.engine.question import Question
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.pipeline.answers import answers
from sitegen.pipeline.build import STORE, recipes
from sitegen.pipeline.indexing import installed
from sitegen.pipeline.load import load
from sitegen.pipeline.parts import SEARCHED, write_parts
from sitegen.pipeline.searching import FILES, Searching

REPOSITORY = Path(__file__).parents[1]
NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
FIRST = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "facets.json")
"""What a search fetches first, with the words' engine (`.pagefind`) and the list of its parts (`.pf_meta`)."""


def from_nothing(root: Path, _turn: int) -> None:
    shutil.rmtree(root / "cache", ignore_errors=True)


STEPS: dict[str, Callable[[Path, int], None]] = {
    "from nothing": from_nothing,
    "one body edited": one_body,
    "unchanged": unchanged,
}


def measured(root: Path, jobs: int, target: Path) -> tuple[float, float]:
    """Seconds for the records and for the indexes; these are written into `target`."""
    with Store(root / "cache" / STORE) as store:
        workers = Workers(jobs)
        loaded = load(root / "site", NOW, store, workers)
        assert loaded.site is not None, loaded.diagnostics[:3]
        assert loaded.theme is not None
        searching = Searching(loaded.site, installed())
        asked = {**answers(loaded.site, loaded.theme, root / "site"), **searching.answers()}
        begun = time.perf_counter()
        parts = write_parts(loaded.site, asked, recipes(loaded.theme), "bench", store, workers, SEARCHED)
        recorded = time.perf_counter()
        searching.write(parts, "bench", store, workers)
        indexed = time.perf_counter()
        for output in searching.outputs():
            path = target / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(cast(bytes, parts.answers.ask(Question(FILES, output.args[1:]))))
    return recorded - begun, indexed - recorded


def table(root: Path, runs: int, jobs: int) -> None:
    """Prints a line for each step."""
    print(f"{'':18}{'records':>24}{'indexes':>26}")
    for step, edit in STEPS.items():
        found = []
        for turn in range(runs):
            edit(root, turn)
            shutil.rmtree(root / "output", ignore_errors=True)
            found.append(measured(root, jobs, root / "output"))
        print(f"{step:18}{'  '.join(_figures(list(times)) for times in zip(*found, strict=True))}", flush=True)


def _figures(times: list[float]) -> str:
    return f"{statistics.median(times):7.2f} s{min(times):6.2f} s{max(times):6.2f} s"


def sizes(folder: Path) -> None:
    """Prints a line for each language."""
    print(f"\n{'':4}{'documents':>12}{'files':>8}{'bytes':>12}{'first search':>14}")
    for place in sorted(folder.iterdir()):
        files = [path for path in place.rglob("*") if path.is_file()]
        first = [path for path in files if path.name in FIRST or path.suffix in (".pagefind", ".pf_meta")]
        documents = len(list((place / "fragment").iterdir()))
        whole, begun = (sum(path.stat().st_size for path in some) for some in (files, first))
        print(f"{place.name:4}{documents:12}{len(files):8}{whole:12}{begun:14}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--files", type=int, default=2000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        generated = portal.grow(REPOSITORY, root / "site", chosen.files)
        print(f"{generated} files beside the portal's own, {chosen.jobs} jobs, {chosen.runs} runs")
        table(root, chosen.runs, chosen.jobs)
        sizes(root / "output" / "search")


if __name__ == "__main__":
    main()
