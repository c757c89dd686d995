"""`sitegen serve` as a command: a real site is built, served, broken, mended, and the preview ended."""

import asyncio
import re
import signal
import socket
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli.serve import serve

from .stage import PATIENCE, Said, Stage, put, session

SITE = """\
title: {nb: Prøve, sv: Prov}
url: https://example.org/portal/
timezone: Europe/Oslo
languages:
  nb: {reads: [], fallback: [sv]}
  sv: {fallback: [nb]}
"""
TOPIC = "---\nname: {nb: Helse, sv: Hälsa}\n---\n"


async def lines(process: Process, wanted: str) -> str:
    """The first line of the process that has some words in it."""
    assert process.stdout is not None
    while line := await asyncio.wait_for(process.stdout.readline(), PATIENCE):
        if wanted in line.decode():
            return line.decode()
    raise AssertionError(f"it never said {wanted!r}")


@asynccontextmanager
async def preview(site: Path) -> AsyncIterator[tuple[Process, int, str]]:
    """The process, its port, and its first address."""
    command = (sys.executable, "-m", "sitegen", "serve", "--port", "0", "--jobs", "2", "--site", str(site))
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=subprocess.STDOUT)
    try:
        address = (await lines(process, "Preview: ")).split()[1]
        port = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/portal/", address)
        assert port
        yield process, int(port[1]), address
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def get(stage: Stage, target: str, wanted: str) -> Said:
    """A page, once it has some words in it."""
    async with asyncio.timeout(PATIENCE):
        while True:
            said = await stage.get(target)
            if wanted in said.text:
                return said
            await asyncio.sleep(0.05)


def test_a_site_is_built_broken_and_mended(tmp_path: Path) -> None:
    """An edit reloads; a mistake shows itself, with the last good site behind it; a mend shows the new page."""
    put(tmp_path, "site.yaml", SITE)
    put(tmp_path, "content/topics/helse.md", TOPIC)

    async def scenario() -> None:
        async with session(tmp_path / "nothing") as client, preview(tmp_path) as (process, port, _):
            client.port = port
            page = "/portal/nb/temaer/helse/"
            assert (await client.get("/")).fields["location"] == "/portal/"
            assert "Helse" in (await client.get(page)).text
            assert (await client.get("/portal/nb/nothing/")).status == 404
            async with client.browser() as browser:
                put(tmp_path, "content/topics/helse.md", TOPIC.replace("Helse", "Sunnhet"))
                await browser.reloaded()
                assert "Sunnhet" in (await get(client, page, "Sunnhet")).text
                put(tmp_path, "content/topics/helse.md", TOPIC.replace("name", "nmae"))
                await browser.reloaded()
                wrong = await get(client, page, "content/topics/helse.md:2:1")
                assert "Mend:" in wrong.text
                assert "Sunnhet" in (await client.get(f"{page}?last-good")).text
                put(tmp_path, "content/topics/helse.md", TOPIC.replace("Helse", "Velferd"))
                await browser.reloaded()
                await get(client, page, "Velferd")
            assert not (tmp_path / "build/site").exists()
            built = (tmp_path / "build/preview/nb/temaer/helse/index.html").read_text()
            assert "livereload" not in built
            process.send_signal(signal.SIGINT)
            rest, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
            assert process.returncode == 0
            assert rest.decode().endswith("\nThe preview has ended.\n")
            assert "Traceback" not in rest.decode()

    asyncio.run(scenario())


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    put(tmp_path, "site.yaml", SITE)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = CliRunner().invoke(serve, ["--site", str(tmp_path), "--port", str(port)])
    assert said.exit_code == 1
    assert said.output.count("\n") == 1
    assert f"port {port} of 127.0.0.1 is taken" in said.output


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.1", "example.org", ""])
def test_only_this_machine_is_listened_to(host: str, tmp_path: Path) -> None:
    put(tmp_path, "site.yaml", SITE)
    said = CliRunner().invoke(serve, ["--site", str(tmp_path), "--host", host, "--port", "0"])
    assert said.exit_code == 2
    assert "this machine alone" in said.output


def test_there_must_be_a_site(tmp_path: Path) -> None:
    said = CliRunner().invoke(serve, ["--site", str(tmp_path)])
    assert said.exit_code == 2
    assert "site.yaml" in said.output
