"""nginx as the sample has it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.server import Server, free_port, running, sample

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


@contextmanager
def nginx(root: Path, home: Path) -> Iterator[Server]:
    """nginx with the sample configuration, serving `root`; what it needs besides is in `home`."""
    home.mkdir()
    port = free_port()
    (home / "site.conf").write_text(sample("nginx.conf", root, "80", port), "utf-8")
    places = " ".join(f"{name}_temp_path {home}/{name};" for name in PLACES)
    user = "user root;\n" if os.getuid() == 0 else ""
    (home / "nginx.conf").write_text(MAIN.format(user=user, home=home, places=places), "utf-8")
    with running((BINARY, "-c", str(home / "nginx.conf"), "-e", str(home / "error.log")), port, home / "log") as server:
        yield server
