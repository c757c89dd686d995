"""Caddy as the sample has it, but without certificates."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.server import Server, free_port, running, sample

ALONE = "{\n\tadmin off\n\tauto_https off\n}\n"
"""Caddy's own settings: nothing but the portal listens."""


@contextmanager
def caddy(root: Path, home: Path) -> Iterator[Server]:
    """Caddy with the sample configuration, serving `root`; what it needs besides is in `home`."""
    home.mkdir()
    port = free_port()
    site = sample("Caddyfile", root, "portal.example.org", port).replace(f"127.0.0.1:{port} {{", f"http://:{port} {{")
    (home / "Caddyfile").write_text(ALONE + site, "utf-8")
    command = ("caddy", "run", "--adapter", "caddyfile", "--config", str(home / "Caddyfile"))
    with running(command, port, home / "log", {**os.environ, "HOME": str(home)}) as server:
        yield server
