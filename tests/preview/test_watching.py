"""Changes: which files are an editor's own, and which paths a watcher names. No test looks at a watch."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from sitegen.preview.watching import Mark, Watched, Watcher, difference, is_emptied, is_passed_over, look

from .stage import PATIENCE, put

OWN = (
    ".x.nb.md.swp",
    ".x.nb.md.swx",
    "x.nb.md~",
    "#x.nb.md#",
    ".#x.nb.md",
    "4913",
    "x.tmp",
    "x.nb.md.tmp",
    ".DS_Store",
    ".git",
    "__pycache__",
    "a.pyc",
    "x.md___jb_tmp___",
    "x.md___jb_old___",
    "photo.png.part",
    ".goutputstream-AB12",
    "x.swp",
)
SITES = ("x.nb.md", "index.sv.md", "4913.nb.md", "bilde.png", "base.html", "sitegen.po", "site.yaml", "tmp", "#1.md")


@pytest.mark.parametrize("name", OWN)
def test_an_editors_own_file_is_passed_over(name: str) -> None:
    assert is_passed_over(name)


@pytest.mark.parametrize("name", SITES)
def test_a_file_of_the_site_is_not(name: str) -> None:
    assert not is_passed_over(name)


def test_a_difference_names_what_is_new_gone_or_other() -> None:
    one, other = Mark(1, 1, 1, 1), Mark(1, 2, 2, 1)
    assert difference({"a": one, "b": one, "c": one}, {"b": other, "c": one, "d": one}) == ("a", "b", "d")


def test_a_file_is_emptied_only_if_it_was_not_empty_before() -> None:
    empty, full = Mark(0, 1, 1, 1), Mark(1, 1, 1, 1)
    assert is_emptied({"a": full}, {"a": empty})
    assert is_emptied({}, {"a": empty})
    assert not is_emptied({"a": empty}, {"a": empty})
    assert not is_emptied({"a": full}, {})


def test_a_look_sees_the_site_and_nothing_that_was_built(tmp_path: Path) -> None:
    for name in ("site.yaml", "content/a/x.md", "templates/t.html", "locales/nb/x.po", "build/site/index.html"):
        put(tmp_path / "site", name, "x")
    put(tmp_path / "site", "content/a/.x.md.swp", "x")
    put(tmp_path / "site", "content/.git/config", "x")
    put(tmp_path / "more", "base.html", "x")
    seen = look(Watched(tmp_path / "site", (tmp_path / "more",)))
    assert sorted(seen) == sorted(
        ["site.yaml", "content/a/x.md", "templates/t.html", "locales/nb/x.po", f"{tmp_path}/more/base.html"]
    )


def watch(tmp_path: Path, scene: Callable[[Path, Callable[[], Awaitable[tuple[str, ...]]]], Awaitable[None]]) -> None:
    """A scene in a watched site; what it is given awaits the next change."""
    put(tmp_path, "site.yaml", "x")
    put(tmp_path, "content/x.md", "x")

    async def scenario() -> None:
        async with Watcher(Watched(tmp_path), lambda line: pytest.fail(line), every=0.5) as watcher:
            changes = watcher.changes()

            async def following() -> tuple[str, ...]:
                return await asyncio.wait_for(anext(changes), PATIENCE)

            await scene(tmp_path, following)

    asyncio.run(scenario())


def test_edits_of_every_sort_are_named(tmp_path: Path) -> None:
    """In place, by a rename over it as editors save, of the configuration, a new folder, a removal."""

    async def scene(site: Path, following: Callable[[], Awaitable[tuple[str, ...]]]) -> None:
        put(site, "content/x.md", "y")
        assert await following() == ("content/x.md",)
        put(site, "content/.x.md.new", "z")
        (site / "content/.x.md.new").rename(site / "content/x.md")
        assert await following() == ("content/x.md",)
        put(site, "site.yaml", "y")
        assert await following() == ("site.yaml",)
        put(site, "templates/base.html", "y")
        assert await following() == ("templates/base.html",)
        put(site, "templates/base.html", "z")
        assert await following() == ("templates/base.html",)
        (site / "content/x.md").unlink()
        assert await following() == ("content/x.md",)

    watch(tmp_path, scene)


def test_an_editors_drafts_wake_nobody(tmp_path: Path) -> None:
    """They come before an edit, and only the edit is named."""

    async def scene(site: Path, following: Callable[[], Awaitable[tuple[str, ...]]]) -> None:
        for name in OWN:
            put(site, f"content/{name}", "draft")
        put(site, "content/y.md", "y")
        assert await following() == ("content/y.md",)

    watch(tmp_path, scene)


def test_a_folder_that_was_replaced_is_watched_again(tmp_path: Path) -> None:
    """As when git checks out another branch: the system's watch goes with the old folder."""

    async def scene(site: Path, following: Callable[[], Awaitable[tuple[str, ...]]]) -> None:
        (site / "content").rename(site / "aside")
        put(site, "content/z.md", "z")
        seen: set[str] = set()
        while seen != {"content/x.md", "content/z.md"}:
            seen.update(await following())
        put(site, "content/z.md", "other")
        assert await following() == ("content/z.md",)

    watch(tmp_path, scene)


def test_lost_events_are_made_up_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system tells nothing at all, as after the overflow of its queue, a look finds the change."""

    async def silence(*_paths: object, **_settings: object) -> AsyncIterator[None]:
        for never in range(0):
            yield print(never)

    monkeypatch.setattr("sitegen.preview.watching.awatch", silence)

    async def scene(site: Path, following: Callable[[], Awaitable[tuple[str, ...]]]) -> None:
        put(site, "content/x.md", "other")
        assert await following() == ("content/x.md",)

    watch(tmp_path, scene)


def test_a_system_without_watches_is_told_of_and_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refusing(*_paths: object, **_settings: object) -> AsyncIterator[None]:
        for limit in ("OS file watch limit reached",):
            if limit:
                raise OSError(limit)
            yield

    monkeypatch.setattr("sitegen.preview.watching.awatch", refusing)
    put(tmp_path, "site.yaml", "x")
    told: list[str] = []

    async def scenario() -> None:
        async with Watcher(Watched(tmp_path), told.append, every=0.5) as watcher:
            changes = watcher.changes()
            following = asyncio.ensure_future(anext(changes))
            put(tmp_path, "site.yaml", "other")
            assert await asyncio.wait_for(following, PATIENCE) == ("site.yaml",)

    asyncio.run(scenario())
    assert all("OS file watch limit reached" in line for line in told)
    assert told


def test_a_slow_save_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The look that is settled on is one in which the emptied file has its text again."""
    full, empty, saved = ({"a.md": Mark(size, size, size, 1)} for size in (5, 0, 6))
    looks = iter([full, empty, empty, empty, empty, saved, saved, saved])
    monkeypatch.setattr("sitegen.preview.watching.look", lambda _watched: next(looks, saved))
    settled: list[object] = []

    async def scenario() -> None:
        async with Watcher(Watched(tmp_path), lambda _line: None, every=0.01) as watcher:
            assert await asyncio.wait_for(anext(watcher.changes()), PATIENCE) == ("a.md",)
            settled.append(watcher._seen)

    asyncio.run(scenario())
    assert settled == [saved]
