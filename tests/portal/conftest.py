"""The portal, built once for all tests of this room."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import html5lib
import pytest

from sitegen.engine.rendering import Workers
from sitegen.pipeline.build import Job, Report, build
from sitegen.pipeline.indexing import installed

REPOSITORY = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Portal:
    """The published tree, and what the build said."""

    root: Path
    report: Report

    def text(self, address: str) -> str:
        """What a reader of a page reads: its text without tags, white space folded."""
        page = html5lib.parse((self.root / address / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
        main = page.find(".//main")
        assert main is not None
        return " ".join("".join(main.itertext()).split())

    @cached_property
    def pages(self) -> tuple[Path, ...]:
        return tuple(sorted(self.root.rglob("*.html")))

    @cached_property
    def calendars(self) -> tuple[Path, ...]:
        return tuple(sorted(self.root.rglob("*.ics")))


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    folder = tmp_path_factory.mktemp("portal")
    report = build(Job(REPOSITORY, folder / "site", folder / "cache", NOW, 0, Workers(2), indexer=installed()))
    assert report.published is not None, report.diagnostics
    return Portal(folder / "site", report)
