"""Who may ask, and how. Knows the head of a request; a preview is for the browser of its own machine alone.

Against DNS rebinding the Host must name this machine; against pages of other origins (a websocket is open to
all of them, RFC 6455 §10.2) the Origin must be our own.
"""

import re
from collections.abc import Iterable
from ipaddress import ip_address

from tornado.httputil import HTTPHeaders

from sitegen.preview.address import Refused, address

METHODS = ("GET", "HEAD")
LARGEST_HEAD = 16_384
"""Octets of all fields of a request's head."""
NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
SOCKET = "/livereload"
_HOST = re.compile(r"(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::([0-9]{1,5}))?")


def is_loopback(host: str) -> bool:
    """Whether a name, or an address, is one of the machine itself."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def names_of(host: str) -> frozenset[str]:
    """The names by which a browser may call a preview that listens on `host`."""
    return NAMES | {f"[{host}]" if ":" in host else host}


def admit(method: str, target: str, headers: HTTPHeaders, names: Iterable[str]) -> None:
    """Raises `Refused` for a request that a browser of this machine would not make for itself."""
    if method not in METHODS:
        raise Refused(405, "only GET and HEAD are answered")
    if sum(len(name) + len(value) for name, value in headers.get_all()) > LARGEST_HEAD:
        raise Refused(431, "the head is too large")
    if "Transfer-Encoding" in headers or headers.get("Content-Length", "0") != "0":
        raise Refused(413, "a request has no body")
    host = _host(headers.get_list("Host"), names)
    origins = headers.get_list("Origin")
    if any(origin != f"http://{host}" for origin in origins):
        raise Refused(403, "another origin may not ask")
    path = target.partition("?")[0]
    if path == SOCKET and not origins:
        raise Refused(403, "a websocket must say its origin")
    address(target)


def _host(given: list[str], names: Iterable[str]) -> str:
    found = _HOST.fullmatch(given[0]) if len(given) == 1 else None
    if found is None:
        raise Refused(400, "one Host must be named")
    if found[1] not in names:
        raise Refused(421, "this machine has no such name")
    return given[0]


def host_and_port(host: str) -> tuple[str, str]:
    """The two parts of a Host that was admitted; HTTP's own port where none is named."""
    found = _HOST.fullmatch(host)
    assert found is not None
    return found[1], found[2] or "80"
