"""A real web server with a sample configuration, serving a folder on the loopback interface."""

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

SAMPLES = Path(__file__).parents[2] / "docs/servers"
ROOT = "/srv/portal/build/site"
SPARE = "/srv/portal/build/.site.spare"
"""The folders as the samples have them."""


class Answer(NamedTuple):
    """What a server said; names of headers in small letters, and what several of a name say joined by commas."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Server:
    """The running server."""

    def __init__(self, port: int) -> None:
        self._port = port

    def get(self, path: str, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            found = {name.lower(): response.getheader(name, "") for name, _ in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()


def sample(name: str, root: Path, listened: str, port: int) -> str:
    """A sample configuration, but for the folder that it serves and where it listens; that is `listened` in it."""
    text = (SAMPLES / name).read_text("utf-8")
    spare = root.with_name(f".{root.name}.spare")
    # Where it listens first: a folder may have that number in its name.
    for written, meant in ((listened, f"127.0.0.1:{port}"), (SPARE, str(spare)), (ROOT, str(root))):
        assert written in text
        text = text.replace(written, meant)
    return text


@contextmanager
def running(command: Sequence[str], port: int, log: Path, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """The server that the command starts, when it answers."""
    with log.open("wb") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told, env=env)
    try:
        _wait(port, process, log)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"the server does not answer: {log.read_text('utf-8')}")
