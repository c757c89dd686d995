"""A preview from its first build to its end: builds, tells, reloads. Knows no terminal and no clock of its own."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from socket import socket

from sitegen.preview.address import Refused, address
from sitegen.preview.answers import Answer, Asked, answer
from sitegen.preview.built import Built
from sitegen.preview.server import Server
from sitegen.preview.standing import Standing
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling import ENGLISH, lines_below

Build = Callable[[], Awaitable[Built]]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a session tells of a build: the paths that it was for, what came of it, in how many seconds, how
    things stand now, and whether that is what was told the last time.
    """

    changed: tuple[str, ...]
    built: Built
    seconds: float
    standing: Standing
    same: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session works: the site's folder, the published one, and the sockets with their names; `words` are
    those in which mistakes are told.
    """

    site: Path
    output: Path
    sockets: Sequence[socket]
    names: frozenset[str]
    words: Catalogue = ENGLISH


class Session:
    """A running preview. To be closed."""

    def __init__(self, place: Place, build: Build, clock: Callable[[], float], heard: Callable[[Heard], None]) -> None:
        self._place = place
        self._build = build
        self._clock = clock
        self._heard = heard
        self.standing = Standing()
        self._server = Server(place.sockets, place.names, self.answer)

    def answer(self, asked: Asked) -> Answer:
        """What is answered to a request now."""
        return answer(asked, self.standing, self._place.output)

    async def rebuild(self, changed: tuple[str, ...] = ()) -> None:
        """Builds once, tells of it, and reloads the browsers if there is anything new to see."""
        began = self._clock()
        built = await self._build()
        place, before = self._place, self.standing
        self.standing = before.after(built, lines_below(place.site), place.words, _prefix(built.prefix))
        same = self.standing == before
        self._heard(Heard(changed, built, self._clock() - began, self.standing, same))
        if built.touched or not same:
            self._server.reload()

    async def close(self) -> None:
        await self._server.close()


def _prefix(path: str | None) -> tuple[str, ...] | None:
    """The names in the path of the public address; None where it is unknown, or cannot be served."""
    try:
        return None if path is None else address(path or "/").names
    except Refused:
        return None
