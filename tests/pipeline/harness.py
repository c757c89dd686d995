"""A portal that is edited and built as an editor does it, and compared with a clean build after each step."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree

from sitegen.engine.rendering import RenderFailed
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.pipeline.build import Job, Report, build

from .edits import Edit, Script
from .portal import Portal
from .tables import MOMENTS
from .versions import VERSION
from .writing import files_of, write

CLOCK = 1_700_000_000_000_000_000
Tree = dict[str, bytes]


def read_tree(root: Path) -> Tree:
    """All files below a folder, and the folders that hold nothing."""
    found = {}
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def instant(portal: Portal) -> datetime:
    return datetime.fromisoformat(MOMENTS[portal.now]).replace(tzinfo=UTC)


def attempt(job: Job) -> Report | None:
    """The report of a build; None if a template could not be rendered."""
    try:
        return build(job)
    except RenderFailed:
        return None


def good(report: Report | None) -> bool:
    return report is not None and report.published is not None


class Harness:
    """A portal below `root`, with its output and its cache. `report` is that of the last build."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.portal = Portal()
        self.report: Report | None = None
        self.expected: Tree = {}
        self.builds = 0
        self.failures = 0
        root.joinpath("site").mkdir(parents=True, exist_ok=True)

    @property
    def job(self) -> Job:
        place = self.root
        clock = CLOCK + self.builds * 1_000_000_000
        return Job(place / "site", place / "output", place / "cache", instant(self.portal), clock)

    def clean(self, now: datetime | None = None) -> tuple[Report | None, Tree]:
        """A build of what lies in the folder into a new output, with a new cache."""
        place = self.root / "clean"
        job = replace(self.job, output=place / "output", cache=place / "cache", now=now or self.job.now)
        try:
            report = attempt(job)
            return report, read_tree(job.output)
        finally:
            rmtree(place, ignore_errors=True)

    def edit(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            edit(self.portal)
        write(self.root / "site", files_of(self.portal))
        VERSION.number = self.portal.code

    def step(self, edits: Iterable[Edit] = ()) -> str:
        """Edits and builds; says what differs from a clean build, and nothing if nothing does."""
        self.edit(edits)
        self.builds += 1
        self.report = attempt(self.job)
        tree = read_tree(self.root / "output")
        wanted, clean = self.clean()
        self.failures += not good(wanted)
        if good(self.report) != good(wanted):
            return f"{brief(self.report)}, and a clean build {brief(wanted)}"
        self.expected = clean if good(wanted) else self.expected
        return difference(tree, self.expected) or told_differently(self.report, wanted)

    def run(self, script: Script) -> str:
        """The first difference that a script makes."""
        for number, group in enumerate(script):
            if found := self.step(group):
                return f"step {number}, {group}: {found}"
        return ""


def brief(report: Report | None) -> str:
    """What became of a build."""
    if report is None:
        return "could not render"
    return "published" if report.published else f"failed: {sorted({each.code for each in report.diagnostics})}"


def difference(tree: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> str:
    """How two trees differ, in one line."""
    missing, surplus = sorted(wanted.keys() - tree.keys()), sorted(tree.keys() - wanted.keys())
    changed = sorted(path for path in tree.keys() & wanted.keys() if tree[path] != wanted[path])
    named = {"missing": missing, "surplus": surplus, "other bytes": changed}
    return "; ".join(f"{what}: {', '.join(paths[:5])}" for what, paths in named.items() if paths)


def lasting(report: Report) -> list[Diagnostic]:
    """The diagnostics that do not come from what was published before."""
    return [each for each in report.diagnostics if each.code != "lost-address"]


def told_differently(report: Report | None, wanted: Report | None) -> str:
    """How two reports of one site differ in what both must say."""
    if report is None or wanted is None:
        return ""
    told, due = lasting(report), lasting(wanted)
    if told != due:
        return f"other diagnostics: {told} for {due}"
    if report.next_change != wanted.next_change:
        return f"other next change: {report.next_change} for {wanted.next_change}"
    return ""
