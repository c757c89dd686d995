"""Measures the calendars of a portal with many events: from nothing, after nothing, and after one change.

    benchmarks/calendars.py [--events 10000] [--languages 1]

The times, in seconds, are those of the entries and feeds alone: reading the site, and all its pages, are not in
them. Another process looks at the published trees while the site is read, as in every build; what is left to wait for
is in the times. The first change after a build from nothing also fills the spare tree; the second shows what a change
costs.
"""

import argparse
import gc
import resource
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.engine.build import build
from sitegen.engine.output import Output
from sitegen.engine.publish import Publication
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.engine.trace import load as load_memory, save as save_memory
from sitegen.foundation import cycles
from sitegen.outputs import calendars, jcal
from sitegen.pipeline.answers import answers
from sitegen.pipeline.build import recipes
from sitegen.pipeline.load import Loaded, load
from sitegen.pipeline.parts import write_parts
from sitegen.pipeline.version import generator_version

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
LANGUAGES = ("nb", "nn", "sv", "da")
FIRST = date(2020, 1, 6)
TOPICS = 20

EVENT = """---
title: Eksempelmøte {number} om innkjøp; blåbær, øl og æbler
summary: En dag om krav i offentlige innkjøp, med erfaringer fra kommuner i hele Norden. Møte nummer {number}.
start: {day} 10:00
end: {day} 14:00
updated: 2026-01-02
venue: {{name: Rådhuset, street: Storgata {number}, city: Hamar, country: NO, latitude: 60.79, longitude: 11.06}}
topics: [tema-{topic}, tema-{other}]
{deadline}---
Vi går gjennom planen.
"""
DEADLINE = "registration: {{deadline: {day} 12:00, url: 'https://www.example.com/{number}'}}\n"


def write_site(folder: Path, events: int, languages: int) -> None:
    """A portal of one-language events, evenly over ten years, every fourth with a deadline."""
    tags = ", ".join(f"{lang}: {{}}" for lang in LANGUAGES[:languages])
    text = f"title: {{nb: Portalen}}\nurl: https://example.org/\ntimezone: Europe/Oslo\nlanguages: {{{tags}}}\n"
    (folder / "site.yaml").write_text(text, "utf-8")
    for name in ("events", "topics"):
        (folder / "content" / name).mkdir(parents=True)
    for topic in range(TOPICS):
        (folder / "content/topics" / f"tema-{topic}.md").write_text(f"---\nname: Tema {topic}\n---\n", "utf-8")
    for number in range(events):
        write_event(folder, number, events)


def write_event(folder: Path, number: int, events: int, title: str = "") -> None:
    day = FIRST + timedelta(days=number * 3650 // events)
    deadline = DEADLINE.format(day=day - timedelta(days=7), number=number) if number % 4 == 0 else ""
    text = EVENT.format(number=number, day=day, topic=number % TOPICS, other=number * 7 % TOPICS, deadline=deadline)
    text = text.replace("Eksempelmøte", title or "Eksempelmøte")
    (folder / "content/events" / f"mote-{number:05}.nb.md").write_text(text, "utf-8")


def build_once(folder: Path, workers: Workers, clock: int) -> str:
    """Reads the site, and writes entries and feeds; how long each took, in seconds, and what of memory, in MB."""
    started = time.perf_counter()
    with (
        Store(folder / "store") as store,
        Publication.open(folder / "site", store, clock, aside=workers.jobs > 1) as target,
    ):
        opened = time.perf_counter()
        loaded = load(folder, NOW, store, workers)
        read = time.perf_counter() - opened
        before, used = memory(), processor()
        steps = {"open": opened - started, **write_calendars(folder, loaded, workers, store, target)}
    told = ", ".join(f"{step} {value:.2f}" for step, value in steps.items())
    everything = sum(steps.values())
    return (
        f"{everything:.2f} ({told}), processor {processor() - used:.2f}\n"
        f"    the site was read in {read:.1f}; {before} MB before, {memory()} MB after"
    )


def write_calendars(
    folder: Path, loaded: Loaded, workers: Workers, store: Store, target: Publication
) -> dict[str, float]:
    """Entries and feeds, written to the disk; how long each step took, in seconds."""
    assert loaded.site is not None
    assert loaded.theme is not None
    site, theme, started = loaded.site, loaded.theme, time.perf_counter()
    version, made = generator_version(), recipes(loaded.theme)
    outputs: list[Output] = [*calendars.plan(site), *jcal.plan(site)]
    planned = time.perf_counter()
    parts = write_parts(site, answers(site, theme, folder), made, version, store, workers)
    entries = time.perf_counter()
    memory = load_memory(store)
    built = build(outputs, made, parts.answers, memory, version, target, workers=workers)
    if built.memory is not memory:
        save_memory(store, built.memory)
    return {
        "plan": planned - started,
        "entries": entries - planned,
        "feeds": time.perf_counter() - entries,
    }


def memory() -> int:
    """The most that this process ever held, in MB; its workers share the site with it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def processor() -> float:
    """The seconds of processor that this process and its workers have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure(events: int, languages: int) -> None:
    cycles.leave()  # as the command line does, whose times these are
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, events, languages)
        workers = Workers(2)
        for number, what in enumerate(("from nothing", "one event changed", "another changed", "nothing changed")):
            if number in (1, 2):
                write_event(folder, events * 7 // 10 + number, events, "Et annet møte")
            gc.collect()  # what the last build left would not be there in a process of its own
            print(f"{what}: {build_once(folder, workers, 1_700_000_000_000_000_000 + number)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--languages", type=int, default=1, choices=range(1, 5))
    options = parser.parse_args()
    measure(options.events, options.languages)
