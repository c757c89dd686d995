"""Builds in processes of their own: what comes back of a good one, of mistakes, of a bug, and of a crash."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from sitegen.content.read import Changed
from sitegen.engine.output import Output
from sitegen.engine.rendering import RenderFailed
from sitegen.engine.target import PublishError
from sitegen.preview import building
from sitegen.preview.building import Builder
from sitegen.preview.built import Built, Request
from sitegen.preview.work import encoded, failed, prefix_of, work

from .stage import error, put

SITE = "title: Test\nurl: https://example.org/portal/\ntimezone: Europe/Oslo\nlanguages:\n  nb: {}\n"


def request(folder: Path) -> Request:
    return Request(
        site=str(folder),
        output=str(folder / "build/preview"),
        cache=str(folder / "build/preview-cache"),
        now=datetime(2026, 3, 4, tzinfo=UTC),
        clock=1_772_582_400_000_000_000,
        jobs=1,
    )


def built(folder: Path) -> Built:
    """What came of one build in a process of its own."""

    async def scenario() -> Built:
        builder = Builder(lambda: request(folder))
        await builder.prepare()
        try:
            return await builder.build()
        finally:
            await builder.close()

    return asyncio.run(scenario())


def test_mistakes_come_back_with_their_places(tmp_path: Path) -> None:
    """And with the prefix, as the configuration can be read."""
    put(tmp_path, "site.yaml", SITE)
    put(tmp_path, "content/topics/x.md", "---\ntitel: X\n---\n")
    result = built(tmp_path)
    assert (result.broken, result.published, result.prefix) == (True, False, "/portal/")
    assert "content/topics/x.md" in {each.span.path for each in result.diagnostics}
    assert result.failure is None


def test_a_configuration_that_cannot_be_read_says_no_prefix(tmp_path: Path) -> None:
    assert prefix_of(tmp_path) is None
    put(tmp_path, "site.yaml", "title: [")
    assert prefix_of(tmp_path) is None
    put(tmp_path, "site.yaml", SITE.replace("/portal/", ""))
    assert prefix_of(tmp_path) == "/"


def test_what_came_of_a_build_travels_whole() -> None:
    said = Built(diagnostics=(error(near="tïtle"),), written=3, rendered=2, prefix="/a/", failure="x\ny", trace="z")
    assert msgspec.json.decode(encoded(said), type=Built) == said


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (PublishError("build/preview", "No space left on device"), "No space left on device"),
        (RenderFailed(Output("a", "b"), Changed("x changed")), "x changed"),
        (PermissionError(13, "Permission denied", "x\udcff"), "Permission denied"),
    ],
)
def test_what_the_machine_refuses_is_one_line(raised: Exception, said: str) -> None:
    result = failed(raised)
    assert said in (result.failure or "")
    assert result.trace is None
    assert encoded(result)


def test_a_bug_comes_with_its_trace() -> None:
    try:
        raise ValueError("a bug")
    except ValueError as raised:
        direct, rendered = failed(raised), failed(RenderFailed(Output("nb/index.html", "b"), raised))
    assert direct.failure == "ValueError: a bug"
    assert rendered.failure == "nb/index.html: ValueError: a bug"
    assert "test_building.py" in (direct.trace or "")
    assert direct.broken


def test_a_bug_does_not_leave_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_job: object) -> None:
        raise KeyError("gone")

    monkeypatch.setattr("sitegen.preview.work.build", fail)
    assert work(request(tmp_path)).failure == "KeyError: 'gone'"


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        ("import os; os.kill(os.getpid(), 9)", "the signal SIGKILL"),
        ("import os; os.kill(os.getpid(), 11)", "the signal SIGSEGV"),
        ("raise SystemExit(3)", "the code 3"),
        ("pass", "the code 0"),
    ],
)
def test_a_process_that_dies_is_a_failed_build(
    begin: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_BEGIN", f"import sys; sys.stdin.read(); {begin}")
    result = built(tmp_path)
    assert result.failure == f"the process of the build ended with {said}"


def test_a_build_that_is_called_off_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing waits for nothing that would last."""
    monkeypatch.setattr(building, "_BEGIN", "import time; print('begun', flush=True); time.sleep(10_000)")

    async def scenario() -> None:
        builder = Builder(lambda: request(tmp_path))
        await builder.prepare()
        task = asyncio.create_task(builder.build())
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await builder.prepare()
        await builder.close()

    asyncio.run(scenario())
