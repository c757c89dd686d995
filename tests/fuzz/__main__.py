"""The long run: `python -m tests.fuzz --minutes 60` goes from seed to seed, and says in the end how many there were.

The first input that breaks a promise ends it, with its seed; `--seed N --number 1` shows it again. Times are of the
processor, for the parsing of one document; a document past the bounds is a failure.
"""

import argparse
import gc
import sys
from dataclasses import dataclass
from random import Random
from time import monotonic, process_time

from sitegen.content.markdown import parse_markdown
from sitegen.foundation import cycles
from tests.content.markdown.markdown_cases import PLACE
from tests.fuzz.bodies import text_of
from tests.fuzz.documents import document, documents
from tests.fuzz.html import check_words
from tests.fuzz.large import large_body, large_front
from tests.fuzz.sites import check_site, parsed

BATCH = 12
"""Documents of a site."""
ALONE = 240
"""Documents for each site that are read and no more: most of what can break does so there, and it takes little."""
TEXTS = 64
"""Texts for each site of documents."""
RARELY = 40
"""Sites until there is a document as large as may be."""
SAID = 300
"""Seconds between two lines on how far it is."""


@dataclass
class Times:
    """How many inputs of a sort there were, and the slowest."""

    name: str
    bound: float
    number: int = 0
    worst: float = 0.0
    seed: int = 0
    shown: bytes = b""

    def heard(self, seconds: float, data: bytes, seed: int) -> None:
        self.number += 1
        if seconds > self.worst:
            self.worst, self.seed, self.shown = seconds, seed, data[:160]

    def __str__(self) -> str:
        start = f"{self.number} {self.name}, the slowest {self.worst:.3f} s (bound {self.bound} s)"
        return f"{start}, seed {self.seed}: {self.shown!r}"


def main(arguments: list[str]) -> int:
    """Runs, and says what it saw; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--number", type=int, default=sys.maxsize, help="how many seeds at most")
    parser.add_argument("--seed", type=int, default=0, help="the first one")
    options = parser.parse_args(arguments)
    gc.set_threshold(*cycles.SELDOM)  # as the command line does, whose times these are
    times = (
        Times("documents", 0.3), Times("texts", 2.0), Times("large texts", 2.0), Times("large front matters", 0.3)
    )  # fmt: skip
    end, said = monotonic() + options.minutes * 60, monotonic()
    for seed in range(options.seed, options.seed + options.number):
        try:
            one_round(seed, *times)
        except BaseException:
            print(f"seed {seed}", *times, sep="\n", flush=True)
            raise
        if monotonic() > end:
            break
        if monotonic() - said > SAID:
            said = monotonic()
            print(f"seed {seed}", *times, sep="\n", flush=True)
    print("no crash, nothing lost", *times, sep="\n")
    return int(any(each.worst > each.bound for each in times))


def one_round(seed: int, sites: Times, texts: Times, large: Times, fronts: Times) -> None:
    """A site, documents, texts, and now and then something large."""
    random = Random(seed)
    gc.collect()  # what earlier rounds left is no part of the time that a document takes

    def heard(seconds: float, data: bytes) -> None:
        sites.heard(seconds, data, seed)

    check_site(random, documents(random, BATCH), heard)
    for _ in range(ALONE):
        parsed(*document(random), heard)
    for _ in range(TEXTS):
        text, words = text_of(random)
        start = process_time()
        parse_markdown(text, PLACE)
        texts.heard(process_time() - start, text.encode(), seed)
        check_words(text, words)
    if seed % RARELY == 0:
        parsed("content/events/x.nb.md", large_body(random), lambda took, data: large.heard(took, data[40:], seed))
        parsed("content/events/x.nb.md", large_front(random), lambda took, data: fronts.heard(took, data[40:], seed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
