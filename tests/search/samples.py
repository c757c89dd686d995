"""A small site that is searched: written, edited and built."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sitegen.engine.rendering import Workers
from sitegen.pipeline.build import Job, Report, build
from sitegen.pipeline.indexing import installed

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
SITE = """\
title: {nb: Prøvenettsted, nn: Prøvenettstad, sv: Provwebbplats, da: Prøvewebsted}
url: https://example.org/
timezone: Europe/Oslo
languages:
  nb: {reads: [nn], fallback: [da, sv]}
  nn: {reads: [nb], fallback: [da, sv]}
  sv: {fallback: [nb, da, nn]}
  da: {fallback: [nb, nn, sv]}
"""
FILES = {
    "site.yaml": SITE,
    "content/topics/miljo.md": "---\nname: {nb: Miljø, sv: Miljö, da: Miljø}\n---\n",
    "content/news/nyhet.nb.md": (
        "---\ntitle: Grønne innkjøp\npublished: 2026-02-03\ntopics: [miljo]\ncountries: [NO, DK]\n---\n"
        "Kommunene kjøper A & B grønt.\n"
    ),
    "content/news/nyhet.sv.md": "---\ntranslates: nb\ntitle: Gröna inköp\n---\nKommunerna köper grönt.\n",
    "content/events/mote.da.md": (
        "---\ntitle: Møde om indkøb\nstart: 2027-03-04 10:00\nvenue: {name: Rådhuset, city: Aarhus, country: DK}\n---\n"
        "Vi mødes.\n"
    ),
}


class Place:
    """A site in a folder, built into another; `root` is above both."""

    def __init__(self, root: Path, files: Mapping[str, str] = FILES) -> None:
        self.root = root
        for path, text in files.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        target = self.root / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def remove(self, path: str) -> None:
        (self.root / "site" / path).unlink()

    def job(self, name: str = "kept", jobs: int = 1, *, searching: bool = True) -> Job:
        """The job that builds into the output of this name, with a cache of the same name."""
        return Job(
            site=self.root / "site",
            output=self.root / name,
            cache=self.root / f"{name}.cache",
            now=NOW,
            clock=0,
            workers=Workers(jobs, worthwhile=2),
            indexer=installed() if searching else None,
        )

    def build(self, name: str = "kept", jobs: int = 1, *, searching: bool = True) -> Report:
        report = build(self.job(name, jobs, searching=searching))
        assert report.published is not None, report.diagnostics
        return report

    def tree(self, name: str = "kept") -> dict[str, bytes]:
        folder = self.root / name
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    def facets(self, lang: str, name: str = "kept") -> dict[str, Any]:
        """What is known of each hit of a language, by the link to it."""
        told = json.loads((self.root / name / "search" / lang / "facets.json").read_text("utf-8"))
        fragments = {path.stem for path in (self.root / name / "search" / lang / "fragment").iterdir()}
        assert set(told) == fragments
        return {each.pop("href"): each for each in told.values()}
