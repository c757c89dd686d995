"""The published tree behind the strictest policy that a server may set; knows no domain word."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

POLICY = "default-src 'self'"
SEARCHING = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
"""What the file of the worker that searches needs: WebAssembly."""

WORKER = "/pagefind-worker.js"
HEADER = "Content-Security-Policy"
STRICT = (f"{HEADER}: {POLICY}",)
WIDE = (f"{HEADER}: {SEARCHING}",)


class _Strict(SimpleHTTPRequestHandler):
    """Serves files, and forbids pages whatever is not among them; the worker's file comes with headers of its own."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, worker: tuple[str, ...], directory: str) -> None:
        self._worker = worker
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        for header in self._worker if self.path.endswith(WORKER) else STRICT:
            name, _, value = header.partition(": ")
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path, *, worker: tuple[str, ...] = STRICT) -> Iterator[str]:
    """The address at which a folder is served, on loopback alone, without a slash at its end."""
    handler = partial(_Strict, worker=worker, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
