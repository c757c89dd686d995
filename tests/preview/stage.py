"""A tree to be served, a session on it in this process, and a client that says what it wants, octet by octet."""

import asyncio
import json
import os
import re
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.model.problems import report
from sitegen.preview.built import Built
from sitegen.preview.guard import names_of
from sitegen.preview.session import Heard, Place, Session

SECRET = "known to none but the editor"
PATIENCE = 60.0
"""Seconds until a test that waits for something is given up."""
INDEX = "<!doctype html><html><head><title>x</title></head><body><p>Forsiden</p></body></html>"


def put(root: Path, name: str, data: str | bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def plant(folder: Path) -> Path:
    """A published tree in `folder`, with a secret outside of it, and ways that might lead there."""
    tree = folder / "site"
    for name in ("index.html", "nb/index.html", "sv/index.html"):
        put(tree, name, INDEX)
    for name in ("404.html", "nb/404.html"):
        put(tree, name, INDEX.replace("Forsiden", f"Not there: {name}"))
    put(tree, "nb/kalender.ics", "BEGIN:VCALENDAR\r\n")
    put(tree, "nb/atom.xml", "<feed/>")
    put(tree, "sitemap.xml", "<urlset/>")
    put(tree, "bare/file.css", "p {}")
    for name in (".git/config", ".env", "nb/.htpasswd"):
        put(tree, name, SECRET)
    put(folder, "secret.txt", SECRET)
    put(folder, ".site.spare/index.html", SECRET)
    (tree / "link.txt").symlink_to(folder / "secret.txt")
    (tree / "outside").symlink_to(folder)
    (tree / "inner.html").symlink_to("index.html")
    (tree / "loop").symlink_to("loop")
    os.mkfifo(tree / "pipe")
    return tree


def error(path: str = "content/news/x.nb.md", line: int = 1, **values: str) -> Diagnostic:
    """A mistake of an editor."""
    return report("unknown-field", Span(path, line, 1, 3), **{"name": "titel", "near": "title", **values})


@dataclass
class Stage:
    """A running session, what the next builds will say, and what was told of them."""

    session: Session
    port: int
    heard: list[Heard]
    results: list[Built] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    async def builds(self, *results: Built) -> None:
        for result in results:
            self.results.append(result)
            await self.session.rebuild()

    async def send(self, data: bytes) -> bytes:
        """All octets that are answered until the connection ends."""
        return await asyncio.wait_for(_exchange(self.port, data), PATIENCE)

    async def get(self, target: str, method: str = "GET", **fields: str) -> "Said":
        head = {"Host": self.host, "Connection": "close", **{k.replace("_", "-"): v for k, v in fields.items()}}
        lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
        return Said.of(await self.send("\r\n".join(lines).encode()))

    @asynccontextmanager
    async def browser(self) -> AsyncIterator["Browser"]:
        """A page that is open in a browser, as far as the websocket is concerned."""
        request = HTTPRequest(f"ws://{self.host}/livereload", headers={"Origin": f"http://{self.host}"})
        connection = await websocket_connect(request)
        browser = Browser(connection)
        await browser.say({"command": "hello", "protocols": []})
        hello = await browser.next()
        assert hello["command"] == "hello"
        await browser.say({"command": "info", "url": "x"})
        await browser.say({"command": "hello", "protocols": []})
        await browser.next()  # so that what was said before was heard
        try:
            yield browser
        finally:
            connection.close()
            await browser.ends()


async def _exchange(port: int, data: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answer = b""
    try:
        writer.write(data)
        while part := await reader.read(1 << 16):
            answer += part
    except ConnectionError:  # of a server that would not read on
        pass
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
    return answer


@dataclass(frozen=True)
class Said:
    """One answer, taken apart. Field names are in small letters."""

    status: int
    fields: dict[str, str]
    body: bytes

    @classmethod
    def of(cls, data: bytes) -> "Said":
        head, _, body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.split(": ", 1) for line in lines)
        return cls(int(first.split()[1]), {name.lower(): value for name, value in pairs}, body)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Browser:
    connection: WebSocketClientConnection
    ended: bool = False

    async def ends(self) -> None:
        """Hears nothing more, or only what was on its way."""
        while not self.ended:
            self.ended = await asyncio.wait_for(self.connection.read_message(), PATIENCE) is None

    async def say(self, message: object) -> None:
        await self.connection.write_message(json.dumps(message))

    async def next(self) -> dict[str, object]:
        """The next message."""
        message = await asyncio.wait_for(self.connection.read_message(), PATIENCE)
        assert message is not None, "the connection was closed"
        found: dict[str, object] = json.loads(message)
        return found

    async def reloaded(self) -> None:
        assert (await self.next())["command"] == "reload"

    async def hears_nothing(self) -> None:
        """Nothing was said until an answer that is asked for now."""
        await self.say({"command": "hello", "protocols": []})
        assert (await self.next())["command"] == "hello"


@asynccontextmanager
async def session(tree: Path, site: Path | None = None) -> AsyncIterator[Stage]:
    """A session on a tree, whose builds say what the stage is told."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setblocking(False)
    heard: list[Heard] = []
    results: list[Built] = []

    async def build() -> Built:
        return results.pop(0)

    clock = iter(range(1_000_000))
    place = Place(site or tree.parent, tree, [listening], names_of("127.0.0.1"))
    found = Session(place, build, lambda: float(next(clock)), heard.append)
    try:
        yield Stage(found, listening.getsockname()[1], heard, results)
    finally:
        await found.close()


def statuses(answer: bytes) -> list[int]:
    """The status of each answer in a stream of them."""
    return [int(found) for found in re.findall(rb"HTTP/1\.1 (\d{3}) ", answer)]


async def until(true: Callable[[], bool]) -> None:
    """Waits for something to be so."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.02)
