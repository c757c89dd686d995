"""What every answer of the preview tells a browser beside its content."""

import asyncio
from pathlib import Path

from .stage import session

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
