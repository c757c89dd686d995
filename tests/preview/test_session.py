"""A session on a tree, seen through its sockets: pages, types, reloads, the page of errors, the last good site."""

import asyncio
from collections.abc import Awaitable, Callable
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.preview.built import Built

from .stage import INDEX, Stage, error, plant, put, session

GOOD = Built(published=True, prefix="/", written=1)
SAME = Built(published=True, prefix="/")
BROKEN = Built(diagnostics=(error(),), prefix="/")
WARNED = Built(published=True, prefix="/", diagnostics=(Diagnostic(Span("a.md"), "stray-file", "warning"),))


def play(tmp_path: Path, scene: Callable[[Stage], Awaitable[None]]) -> None:
    """A scene on a stage whose tree is planted."""

    async def scenario() -> None:
        async with session(plant(tmp_path), tmp_path) as stage:
            await scene(stage)

    asyncio.run(scenario())


class Links(HTMLParser):
    """What a page loads and leads to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inline: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [value for name in ("href", "src") if (value := given.get(name))]
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)


def test_a_page_is_served_with_the_client_and_the_built_file_is_untouched(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        said = await stage.get("/nb/")
        assert (said.status, said.fields["content-type"]) == (200, "text/html; charset=utf-8")
        assert f"/livereload.js?host=127.0.0.1&amp;port={stage.port}" in said.text
        assert said.text.index("livereload.js") < said.text.index("</head>")
        assert said.fields["cache-control"] == "no-cache"
        assert (tmp_path / "site/nb/index.html").read_text() == INDEX
        assert (await stage.get("/livereload.js")).fields["content-type"].endswith("javascript")

    play(tmp_path, scene)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/nb/kalender.ics", "text/calendar; charset=utf-8"),
        ("/nb/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/bare/file.css", "text/css; charset=utf-8"),
    ],
)
def test_a_file_has_its_media_type_and_its_bytes(path: str, kind: str, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        said = await stage.get(path)
        assert (said.status, said.fields["content-type"]) == (200, kind)
        assert said.body == (tmp_path / "site" / path[1:]).read_bytes()

    play(tmp_path, scene)


def test_an_unchanged_page_is_not_sent_again(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        first = await stage.get("/")
        again = await stage.get("/", If_None_Match=first.fields["etag"])
        assert (again.status, again.body) == (304, b"")
        put(tmp_path / "site", "index.html", INDEX.replace("Forsiden", "Framsida"))
        assert (await stage.get("/", If_None_Match=first.fields["etag"])).status == 200

    play(tmp_path, scene)


def test_a_head_is_the_answer_without_its_body(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        got, head = await stage.get("/"), await stage.get("/", "HEAD")
        assert head.body == b""
        for name in ("content-length", "etag", "content-type"):
            assert head.fields[name] == got.fields[name]
        assert (await stage.get("/a%00", "HEAD")).body == b""

    play(tmp_path, scene)


def test_a_missing_page_is_the_sites_own_in_its_language(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        for target, page in (("/nb/x/", "nb/404.html"), ("/sv/x", "404.html"), ("/x", "404.html")):
            said = await stage.get(target)
            assert said.status == 404
            assert f"Not there: {page}" in said.text
        for name in ("404.html", "nb/404.html"):
            (tmp_path / "site" / name).unlink()
        assert "no page" in (await stage.get("/nb/x/")).text

    play(tmp_path, scene)


def test_the_site_is_served_below_the_path_of_its_public_address(tmp_path: Path) -> None:
    """The root leads there, a folder gets its slash, and what lies beside is not there."""

    async def scene(stage: Stage) -> None:
        await stage.builds(Built(published=True, prefix="/a%20b/portal/"))
        for target, leads in (
            ("/", "/a%20b/portal/"),
            ("/a%20b/portal", "/a%20b/portal/"),
            ("/a%20b/portal/nb?q=x", "/a%20b/portal/nb/?q=x"),
        ):
            said = await stage.get(target)
            assert (said.status, said.fields.get("location")) == (302, leads)
        assert (await stage.get("/a%20b/portal/nb/")).status == 200
        assert (await stage.get("/nb/")).status == 404

    play(tmp_path, scene)


def test_a_tree_that_was_exchanged_is_served_at_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        (tmp_path / "site").rename(tmp_path / "old")
        put(tmp_path / "site", "index.html", INDEX.replace("Forsiden", "Ny"))
        assert "Ny" in (await stage.get("/")).text

    play(tmp_path, scene)


def test_browsers_reload_when_there_is_something_new_and_only_then(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        async with stage.browser() as one, stage.browser() as other:
            await stage.builds(GOOD)
            await one.reloaded()
            await other.reloaded()
            await stage.builds(SAME)
            await one.hears_nothing()
            for result in (BROKEN, SAME, WARNED, GOOD):
                await stage.builds(result)
                await one.reloaded()
            await stage.builds(SAME)
            await one.hears_nothing()

    play(tmp_path, scene)


def test_two_builds_within_a_second_reload_twice(tmp_path: Path) -> None:
    """livereload's own server would have passed over the second."""

    async def scene(stage: Stage) -> None:
        async with stage.browser() as browser:
            await stage.builds(GOOD, GOOD)
            await browser.reloaded()
            await browser.reloaded()

    play(tmp_path, scene)


@pytest.mark.parametrize("message", ["", "{", "[]", "1", '{"command": 1}', '{"a": 1}', "[" * 4000, b"\xff\x00"])
def test_nonsense_on_the_websocket_ends_it_and_nothing_else(message: str | bytes, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        async with stage.browser() as good:
            async with stage.browser() as bad:
                await bad.connection.write_message(message, binary=isinstance(message, bytes))
                await bad.ends()
            await stage.builds(GOOD)
            await good.reloaded()

    play(tmp_path, scene)


def test_a_broken_site_answers_every_page_with_its_errors(tmp_path: Path) -> None:
    """Place, excerpt, reason and mend, escaped; other files are those of the last good site."""
    put(tmp_path, "content/news/x.nb.md", "<b>titel</b>: x\n")

    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD)
        await stage.builds(Built(diagnostics=(error(name="<script>alert(1)</script>"),), prefix="/"))
        for target in ("/", "/nb/", "/index.html", "/nothing/", "/_preview/report"):
            said = await stage.get(target)
            assert (said.status, said.fields["content-type"]) == (200, "text/html; charset=utf-8")
            assert "content/news/x.nb.md:1:1" in said.text
            assert "<mark>&lt;b&gt;</mark>titel" in said.text
            assert "<script>alert" not in said.text
            assert "&lt;script&gt;alert(1)" in said.text
            assert "Mend:" in said.text
            assert "/livereload.js?" in said.text
        assert (await stage.get("/nb/kalender.ics")).status == 200

    play(tmp_path, scene)


def test_the_last_good_site_lies_behind_the_errors(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD, BROKEN)
        assert "/nb/?last-good" in Links((await stage.get("/nb/")).text).found
        old = await stage.get("/nb/?last-good")
        assert "Forsiden" in old.text
        assert "The last good version" in old.text
        assert "/_preview/preview.js" in Links(old.text).found
        assert (await stage.get("/nothing/?last-good")).status == 404
        assert (await stage.get("/nb?last-good")).fields["location"] == "/nb/?last-good"
        await stage.builds(SAME)
        mended = await stage.get("/nb/?last-good")
        assert "Forsiden" in mended.text
        assert "sitegen-preview-bar" not in mended.text

    play(tmp_path, scene)


def test_there_is_no_link_to_a_site_that_never_was(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with session(tmp_path / "none", tmp_path) as stage:
            assert "is being built" in (await stage.get("/")).text
            await stage.builds(BROKEN)
            page = (await stage.get("/")).text
            assert "1 error" in page
            assert not any("last-good" in each for each in Links(page).found)

    asyncio.run(scenario())


def test_a_bug_is_shown_as_a_page_and_told_with_its_trace(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(GOOD, Built(failure="ValueError: <x> & y", trace="Traceback …", prefix=None))
        said = await stage.get("/nb/")
        assert said.status == 200
        assert "ValueError: &lt;x&gt; &amp; y" in said.text
        assert "Traceback" not in said.text
        assert stage.heard[-1].built.trace == "Traceback …"
        assert "ValueError: &lt;x&gt;" in (await stage.get("/nb/?last-good")).text
        await stage.builds(GOOD)
        assert "Forsiden" in (await stage.get("/nb/")).text

    play(tmp_path, scene)


def test_warnings_stand_in_a_bar_that_leads_to_them(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await stage.builds(WARNED)
        page = (await stage.get("/")).text
        assert "1 warning" in page
        assert "/_preview/report" in Links(page).found
        assert "a.md:1:1" in (await stage.get("/_preview/report")).text

    play(tmp_path, scene)


def test_pages_of_the_preview_are_sound_and_keep_to_the_strictest_policy(tmp_path: Path) -> None:
    """HTML that parses without an error, nothing inline, nothing from elsewhere, and all that it loads is there."""
    put(tmp_path, "content/news/x.nb.md", "titel: x\n")

    async def scene(stage: Stage) -> None:
        pages = [await stage.get("/")]
        for result in (WARNED, BROKEN, Built(failure="x", prefix="/")):
            await stage.builds(result)
            pages += [await stage.get(each) for each in ("/", "/_preview/report", "/?last-good", "/x/?last-good")]
        for said in pages:
            html5lib.HTMLParser(strict=True).parse(said.text)
            links = Links(said.text)
            assert links.inline == []
            assert said.fields["content-security-policy"] == f"default-src 'self'; connect-src 'self' ws://{stage.host}"
            for link in links.found:
                assert link.startswith("/")
                assert not link.startswith("//")
                assert (await stage.get(link)).status == 200

    play(tmp_path, scene)


def test_what_is_told_of_a_build(tmp_path: Path) -> None:
    """The time comes from the clock that was given; the same mistakes again are told to be the same."""

    async def scene(stage: Stage) -> None:
        await stage.builds(BROKEN, BROKEN, GOOD)
        assert [each.same for each in stage.heard] == [False, True, False]
        assert [each.seconds for each in stage.heard] == [1.0, 1.0, 1.0]
        assert [each.standing.state for each in stage.heard] == ["broken", "broken", "good"]

    play(tmp_path, scene)
