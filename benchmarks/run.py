"""Measures builds of a generated portal: `python -m benchmarks.run [--files 3000] [--runs 5] [--jobs N]`.

Each build is `python -m sitegen build` in a process of its own, from start to end: cold (no cache, no output),
unchanged, one body edited, one title edited. Prints the wall time of several runs (median, least and most), the
median of the processors' time of all its processes together, the most memory that the first of them held, and
how many files were rendered and written.

`--profile` prints where the time of one cold, one unchanged and one edited build goes, in one process.
"""

import argparse
import cProfile
import os
import pstats
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import portal

REPOSITORY = Path(__file__).resolve().parents[1]
NOW = "2026-03-04T10:00"
COUNTS = re.compile(r"(\d+) files from (\d+) \((\d+) parsed\); (\d+) rendered, (\d+) written, (\d+) removed")


@dataclass(frozen=True)
class Measured:
    """One build: seconds on the clock and of processors, megabytes, and what it said that it did."""

    seconds: float
    processors: float
    megabytes: float
    counts: tuple[int, ...]


def measured(root: Path, jobs: int) -> Measured:
    """One build in a process of its own."""
    words = [sys.executable, "-m", "sitegen", "build", *places(root), "--jobs", str(jobs)]
    with (root / "said").open("w+", encoding="utf-8") as said:
        begun = time.perf_counter()
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        process = subprocess.Popen(words, env=environment, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    found = COUNTS.search(text)
    if process.returncode != 0 or found is None:
        sys.exit(f"the build failed:\n{text[-3000:]}")
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, tuple(map(int, found.groups())))


def places(root: Path) -> list[str]:
    return [
        "--site",
        str(root / "site"),
        "--output",
        str(root / "output"),
        "--cache",
        str(root / "cache"),
        "--now",
        NOW,
    ]


def cold(root: Path, _turn: int) -> None:
    for name in ("output", ".output.spare", "cache"):
        shutil.rmtree(root / name, ignore_errors=True)
    (root / ".output.lock").unlink(missing_ok=True)


def unchanged(_root: Path, _turn: int) -> None:
    """Does nothing."""


def one_body(root: Path, turn: int) -> None:
    path = next(_texts(root))
    path.write_text(path.read_text(encoding="utf-8") + f"\nMer tekst {turn}.\n", encoding="utf-8")


def one_title(root: Path, turn: int) -> None:
    path = next(_texts(root))
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub('title: "[^"]*"', f'title: "Ny tittel {turn}"', text, count=1), encoding="utf-8")


def _texts(root: Path) -> Iterator[Path]:
    """Events that are originals."""
    paths = sorted((root / "site/content/events").glob("*.md"))
    return (path for path in paths if "\ntranslates:" not in path.read_text(encoding="utf-8"))


STEPS: dict[str, Callable[[Path, int], None]] = {
    "cold": cold,
    "unchanged": unchanged,
    "one body edited": one_body,
    "one title edited": one_title,
}


def table(root: Path, runs: int, jobs: int) -> None:
    """Measures each step and prints its line."""
    print(
        f"{'':18}{'median':>9}{'least':>9}{'most':>9}{'cpu':>9}{'memory':>10}{'parsed':>9}{'rendered':>10}{'written':>9}"
    )
    for name, edit in STEPS.items():
        found = []
        for turn in range(runs):
            edit(root, turn)
            found.append(measured(root, jobs))
        times = [each.seconds for each in found]
        busy = statistics.median(each.processors for each in found)
        memory = max(each.megabytes for each in found)
        _, _, parsed, rendered, written, _ = found[-1].counts
        figures = (
            f"{statistics.median(times):7.2f} s{min(times):7.2f} s{max(times):7.2f} s{busy:7.2f} s{memory:7.0f} MB"
        )
        print(f"{name:18}{figures}{parsed:9}{rendered:10}{written:9}", flush=True)


def profiled(root: Path, most: int) -> None:
    """Prints the functions that cost most, of one build of each sort, in this process."""
    from sitegen.cli import main

    for name, edit in STEPS.items():
        edit(root, 99)
        profile = cProfile.Profile(time.process_time)
        with (root / "said").open("w", encoding="utf-8") as said:
            kept, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), said, said
            try:
                profile.runcall(main, ["build", *places(root), "--jobs", "1"], standalone_mode=False)
            finally:
                sys.stdout, sys.stderr = kept
        print(f"\n## {name}\n")
        for order in ("cumulative", "tottime"):
            pstats.Stats(profile).sort_stats(order).print_stats(most)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--files", type=int, default=3000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--profile", type=int, nargs="?", const=40, default=0, metavar="LINES")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        print(f"{portal.write(root / 'site', chosen.files, chosen.seed)} files, {chosen.jobs} jobs, {chosen.runs} runs")
        if chosen.profile:
            profiled(root, chosen.profile)
        else:
            table(root, chosen.runs, chosen.jobs)


if __name__ == "__main__":
    main()
