"""The published tree behind the strictest policy that a server may set; knows no domain word."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

POLICY = "default-src 'self'"
SEARCHING = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
"""What searching needs besides: WebAssembly."""


class _Strict(SimpleHTTPRequestHandler):
    """Serves files, and forbids pages whatever is not among them."""

    protocol_version = "HTTP/1.1"
    policy = POLICY

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Searching(_Strict):
    policy = SEARCHING


@contextmanager
def served(folder: Path, *, searching: bool = False) -> Iterator[str]:
    """The address at which a folder is served, on loopback alone, without a slash at its end."""
    handler = _Searching if searching else _Strict
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
