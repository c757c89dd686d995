"""What every answer of the preview tells a browser beside its content."""

import asyncio
from pathlib import Path

from .stage import plant, put, session

TOLD = {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "cache-control": "no-cache",
}


def test_every_answer_keeps_to_itself(tmp_path: Path) -> None:
    """Pages, what is not there, redirects, livereload's script, and what is refused."""

    async def scenario() -> None:
        async with session(tmp_path / "nothing") as stage:
            for target in ("/", "/nothing/", "/livereload.js", "/.git/config", "/%00"):
                fields = (await stage.get(target)).fields
                assert {name: fields.get(name) for name in TOLD} == TOLD, target

    asyncio.run(scenario())


def test_webassembly_is_allowed_to_the_worker_that_searches_alone(tmp_path: Path) -> None:
    """A page has the policy of pages, also the one that tells that there is no such file."""
    tree = plant(tmp_path)
    put(tree, "search/nb/pagefind-worker.js", "0")
    put(tree, "search/nb/pagefind.js", "0")

    async def scenario() -> None:
        async with session(tree) as stage:
            for target in ("/nb/", "/search/nb/pagefind.js", "/sv/pagefind-worker.js"):
                assert "wasm" not in (await stage.get(target)).fields["content-security-policy"], target
            worker = await stage.get("/search/nb/pagefind-worker.js")
            assert worker.fields["content-security-policy"].endswith("; script-src 'self' 'wasm-unsafe-eval'")

    asyncio.run(scenario())
