"""A real nginx with the sample configuration, serving a folder on the loopback interface."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

SAMPLE = Path(__file__).parents[2] / "docs/servers/nginx.conf"
BINARY = "/usr/sbin/nginx"
MAIN = """\
{user}daemon off;
pid {home}/pid;
error_log {home}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    {places}
    include {home}/site.conf;
}}
"""
PLACES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Answer(NamedTuple):
    """What a server said; names of headers in small letters."""

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
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()


@contextmanager
def nginx(root: Path, home: Path) -> Iterator[Server]:
    """nginx as the sample has it, but for the address it listens to and the folder it serves."""
    home.mkdir()
    port = _free_port()
    site = SAMPLE.read_text("utf-8")
    for written, meant in (("listen 80;", f"listen 127.0.0.1:{port};"), ("/srv/portal/build/site", str(root))):
        assert written in site
        site = site.replace(written, meant)
    (home / "site.conf").write_text(site, "utf-8")
    places = " ".join(f"{name}_temp_path {home}/{name};" for name in PLACES)
    user = "user root;\n" if os.getuid() == 0 else ""
    (home / "nginx.conf").write_text(MAIN.format(user=user, home=home, places=places), "utf-8")
    process = subprocess.Popen([BINARY, "-c", str(home / "nginx.conf"), "-e", str(home / "error.log")])
    try:
        _wait(port, process, home / "error.log")
        yield Server(port)
    finally:
        process.terminate()
        process.wait(10)


def _free_port() -> int:
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
    raise AssertionError(f"nginx does not answer: {log.read_text('utf-8')}")
