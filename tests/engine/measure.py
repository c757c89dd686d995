"""Measures 10,000 toy outputs: `python -m tests.engine.measure`, or with another count and number of jobs.

Prints seconds of clean, unchanged and one-change builds, with loading and saving the memory.
"""

import sys
import tempfile
import time
from pathlib import Path

from sitegen.engine.build import Built, build
from sitegen.engine.output import Output
from sitegen.engine.publish import Publication
from sitegen.engine.question import Answers, Asked, Lens
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.engine.trace import load, save

NOW = 1_700_000_000_000_000_000


def recipe(output: Output, lens: Lens) -> bytes:
    """Eight questions of each output, and 4 kB of bytes."""
    (name,) = output.args
    links = [lens("text", str((int(name) * 7 + step) % 10_000)) for step in range(5)]
    return f"{lens('text', name)} {links} {lens('month', str(int(name) % 100))} {lens('style')}".encode() * 40


def once(root: Path, words: dict[str, str], jobs: int) -> tuple[float, Built]:
    outputs = [Output(f"{int(name) % 100}/{name}/x", "r", (name,)) for name in words]
    months: dict[str, list[str]] = {}
    for name in words:
        months.setdefault(str(int(name) % 100), []).append(name)
    asked = {"text": Asked(lambda n: words.get(n, "")), "month": Asked(lambda m: tuple(months[m]))}
    answers = Answers({**asked, "style": Asked(lambda: "style")})
    begun = time.perf_counter()
    with Store(root / "cache") as store, Publication.open(root / "tree", store, NOW) as publication:
        memory = load(store)
        built = build(outputs, {"r": recipe}, answers, memory, "1", publication, workers=Workers(jobs))
        if built.memory is not memory:
            save(store, built.memory)
    return time.perf_counter() - begun, built


def main(count: int = 10_000, jobs: int = 1) -> None:
    words = {str(n): f"word {n}" for n in range(count)}
    with tempfile.TemporaryDirectory(dir=".") as folder:
        steps = ("clean", "unchanged", "first change", "one change", "one change", "unchanged")
        for number, step in enumerate(steps):
            if "change" in step and "un" not in step:
                words["5"] = f"changed {number}"
            took, built = once(Path(folder), dict(words), jobs)
            wrote = len(built.published.written)
            print(f"{step:14} {took:6.2f} s, {len(built.rendered)} rendered, {wrote} written")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
