"""HTTP and the websocket, on tornado and livereload's own handlers. Knows no build.

Of livereload come the client and the handshake of its protocol. Its server, its static files and its
`/forcereload` do not: they let everyone in, follow links, and reload at most once in three seconds.
"""

import json
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from socket import socket
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.httputil import (
    HTTPHeaders,
    HTTPMessageDelegate,
    HTTPServerRequest,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.websocket import WebSocketClosedError

from sitegen.preview.address import Refused, address
from sitegen.preview.answers import PLAIN, Answer, Asked
from sitegen.preview.guard import LARGEST_HEAD, METHODS, SOCKET, admit, host_and_port
from sitegen.preview.tree import HTML

CLIENT = "/livereload.js"
LARGEST_MESSAGE = 4096
"""Octets of what a browser says on the websocket."""
MOST_CLIENTS = 256
RELOAD = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}
FIELDS = {
    "Cache-Control": "no-cache",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "Server": "sitegen",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
POLICY = "default-src 'self'; connect-src 'self' ws://{host}"
"""As strict as in public, so that what would break there breaks here; the websocket is the preview's own."""
WORKER, SEARCHING = "pagefind-worker.js", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
"""Searching is WebAssembly, in a worker, which has the policy of its own file."""

Answering = Callable[[Asked], Answer]


class Server:
    """Answers requests on some sockets, and reloads the browsers that show an answer. To be closed."""

    def __init__(self, sockets: Sequence[socket], names: frozenset[str], answering: Answering) -> None:
        self._clients: set[Client] = set()
        door = Door(
            [
                (SOCKET, Client, {"clients": self._clients}),
                (CLIENT.replace(".", r"\."), ClientScript),
                ("/.*", Page, {"answering": answering}),
            ],
            log_function=lambda _handler: None,
            websocket_max_message_size=LARGEST_MESSAGE,
        )
        door.names = names
        self._server = HTTPServer(door, max_header_size=8 * LARGEST_HEAD, max_body_size=0, idle_connection_timeout=300)
        self._server.add_sockets(sockets)

    def reload(self) -> None:
        """Lets every browser load its page again."""
        for client in sorted(self._clients, key=id):
            client.reload()

    async def close(self) -> None:
        self._server.stop()
        for client in sorted(self._clients, key=id):
            client.close()
        await self._server.close_all_connections()


class Door(web.Application):
    """Lets in who is admitted, before anything else looks at the request."""

    names: frozenset[str] = frozenset()

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        try:
            admit(request.method or "", request.uri or "", request.headers, self.names)
        except Refused as refused:
            return Refusal(request, refused)
        return super().find_handler(request, **kwargs)


class Plain(web.RequestHandler):
    """What all answers have in common."""

    def set_default_headers(self) -> None:
        for name, value in FIELDS.items():
            self.set_header(name, value)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """In a line, and without the address that was asked for."""
        self.set_header("Content-Type", PLAIN)
        self.finish(f"{status_code} {HTTPStatus(status_code).phrase}\n")


class Refusal(HTTPMessageDelegate):
    """Says why a request is not answered, before its body is read; the connection ends with that."""

    def __init__(self, request: HTTPServerRequest, refused: Refused) -> None:
        self._request = request
        self._refused = refused

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        body = f"{self._refused}\n".encode()
        fields = HTTPHeaders({**FIELDS, "Connection": "close", "Content-Type": PLAIN})
        fields["Content-Length"] = str(len(body))
        if self._refused.status == HTTPStatus.METHOD_NOT_ALLOWED:
            fields["Allow"] = ", ".join(METHODS)
        status = HTTPStatus(self._refused.status)
        connection = self._request.connection
        assert connection is not None
        sent = b"" if self._request.method == "HEAD" else body
        connection.write_headers(ResponseStartLine("HTTP/1.1", status, status.phrase), fields, sent)
        connection.finish()
        return None


class Page(Plain):
    """The site, and the preview's own pages. ETag and If-None-Match are tornado's (RFC 9110 §13.1.2)."""

    def initialize(self, answering: Answering) -> None:
        self._answering = answering

    def get(self) -> None:
        target, host = self.request.uri or "/", self.request.headers["Host"]
        query = tuple(each for each in target.partition("?")[2].split("&") if each)
        asked = Asked(address(target), query, client_address(host))
        found = self._answering(asked)
        searches = asked.address.names[-1:] == (WORKER,) and found.kind != HTML
        self.set_status(found.status)
        self.set_header("Content-Type", found.kind)
        self.set_header("Content-Security-Policy", SEARCHING if searches else POLICY.format(host=host))
        if found.location:
            self.set_header("Location", found.location)
        self.finish(found.body)

    head = get


class ClientScript(Plain, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's client, as its package ships it."""


class Client(LiveReloadHandler):  # type: ignore[misc]
    """One browser on the websocket. The Origin was checked at the door."""

    def initialize(self, clients: set["Client"]) -> None:
        self._clients = clients

    set_default_headers = Plain.set_default_headers

    def on_message(self, message: str | bytes) -> None:
        command = _command(message)
        if command == "hello":
            super().on_message(message)
        elif command == "info" and len(self._clients) < MOST_CLIENTS:
            self._clients.add(self)
        elif not command:
            self.close(1003)

    def on_close(self) -> None:
        self._clients.discard(self)

    def reload(self) -> None:
        try:
            self.write_message(json.dumps(RELOAD))
        except WebSocketClosedError:
            self._clients.discard(self)


def _command(message: str | bytes) -> str:
    """What a browser says with a message; nothing, of one that is not of the protocol."""
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return ""
    command = said.get("command") if isinstance(said, dict) else None
    return command if isinstance(command, str) else ""


def client_address(host: str) -> str:
    """The address of the client, from which it learns where the websocket is."""
    name, port = host_and_port(host)
    return f"{CLIENT}?host={name}&port={port}"
