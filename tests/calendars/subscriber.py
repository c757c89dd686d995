"""A real subscription: vdirsyncer fetches a feed from a web server on this machine, and khal shows it."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

TOOLS = Path(__file__).parents[2] / ".tools" / "khal" / "bin"
FIELDS = ("uid", "title", "start", "end", "location", "status", "cancelled", "repeat-pattern", "description")


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map: ClassVar[dict[str, str]] = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".ics": "text/calendar; charset=utf-8",
    }

    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address below which a folder is served, on the loopback interface."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Subscriber:
    """Someone with khal and vdirsyncer, who keeps everything below `home`."""

    def __init__(self, home: Path, url: str) -> None:
        self.home = home
        home.mkdir(parents=True)
        (home / "calendar").mkdir()
        self._sync = home / "vdirsyncer.conf"
        self._sync.write_text(
            f'[general]\nstatus_path = "{home}/status"\n'
            '[pair feed]\na = "there"\nb = "here"\ncollections = null\nconflict_resolution = "a wins"\n'
            f'[storage there]\ntype = "http"\nurl = "{url}"\n'
            f'[storage here]\ntype = "filesystem"\npath = "{home}/calendar"\nfileext = ".ics"\n'
        )
        self._khal = home / "khal.conf"
        self._khal.write_text(
            f"[calendars]\n[[feed]]\npath = {home}/calendar\nreadonly = True\n"
            "[locale]\nlocal_timezone = Europe/Oslo\ndefault_timezone = Europe/Oslo\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {home}/khal.db\n"
        )
        self._run("vdirsyncer", "-c", str(self._sync), "discover", typed="y\n")

    def sync(self, *options: str) -> None:
        """What a timer does every few hours."""
        self._run("vdirsyncer", "-c", str(self._sync), "sync", *options)

    def shown(self, start: str, end: str) -> list[dict[str, str]]:
        """What khal lists between two days, as it tells it to programs."""
        fields = [argument for name in FIELDS for argument in ("--json", name)]
        found = self._run("khal", "-c", str(self._khal), "list", *fields, start, end)
        return [each for line in found.splitlines() if line.strip() for each in json.loads(line)]

    def _run(self, name: str, *arguments: str, typed: str = "") -> str:
        done = subprocess.run(
            [TOOLS / name, *arguments],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "HOME": str(self.home), "LC_ALL": "C.UTF-8", "TZ": "Europe/Oslo"},
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
