"""What is to be made: paths, and the recipe that makes them. Knows what a path may be, and no content.

The graph above reports colliding paths as mistakes of the editor; here is the last guard against a bug.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

import msgspec

from sitegen.engine.question import Lens

LONGEST_SEGMENT = 200
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\\\\\u2028\u2029\ud800-\udfff]")
_PLAIN = re.compile(r"(?:[a-z0-9_-][a-z0-9._:-]*/)*[a-z0-9_-][a-z0-9._:-]*")


class BadPath(ValueError):
    """A path that cannot be an output's."""


class Collision(Exception):
    """Two outputs that cannot both be in one tree."""

    def __init__(self, first: "Output", second: "Output") -> None:
        super().__init__(f"two outputs want one place: {first.path!r} and {second.path!r}")
        self.first = first
        self.second = second


class Output(msgspec.Struct, frozen=True, order=True):
    """What a recipe makes at once: one file of the published tree at `path`, or a sheaf, with `others` beside it.

    A sheaf is for small files that are alike, of which there are thousands: it is decided, traced and made as one.
    `args` tell the recipe what to make.
    """

    path: str
    recipe: str
    args: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """All files that are made, in the order in which the recipe gives them."""
        return (self.path, *self.others) if self.others else (self.path,)


def _check(path: str) -> None:
    if _FORBIDDEN.search(path):
        raise BadPath(f"forbidden character in the path {path!r}")
    for segment in path.split("/"):
        if not segment or segment.startswith("."):
            raise BadPath(f"segment {segment!r} in the path {path!r}")
        if len(segment.encode()) > LONGEST_SEGMENT:
            raise BadPath(f"segment of over {LONGEST_SEGMENT} bytes in the path {path!r}")


Files = tuple[bytes, ...]
Render = Callable[[Output, Lens], bytes | Files]
"""Makes the bytes of an output; of a sheaf those of each file, in the order of its paths."""


def parents(path: str) -> tuple[str, ...]:
    """The folders that hold `path`, the outermost first: `a` and `a/b` for `a/b/c`."""
    return _with_parents(path.rpartition("/")[0])


@lru_cache(1024)
def _with_parents(folder: str) -> tuple[str, ...]:
    """A folder, and those that hold it before it. Most files share theirs with thousands."""
    return (*parents(folder), folder) if folder else ()


def folders_of(paths: Iterable[str]) -> set[str]:
    """All folders that these files need."""
    own = {path.rpartition("/")[0] for path in paths}
    return {folder for each in own for folder in _with_parents(each)}


def in_order(outputs: Iterable[Output]) -> list[Output]:
    """The outputs sorted, by a key that compares them faster than they do themselves."""
    return sorted(outputs, key=lambda each: (each.path, each.recipe, each.args))


def distinct(outputs: Iterable[Output]) -> tuple[Output, ...]:
    """The outputs by path. Raises `BadPath` for one that cannot be published, and `Collision` if two cannot both be.

    Also on a disk that ignores case or normalises letters: neither one path twice, nor one that is another's folder.
    A path is relative, with `/` between segments of 1 to 200 bytes that do not begin with a dot, and without control
    characters, backslashes and lone surrogates.
    """
    ordered = in_order(outputs)
    places: dict[str, Output] = {}
    for output in ordered:
        for place in map(_place, output.paths):
            if place in places:
                raise Collision(places[place], output)
            places[place] = output
    files = folders_of(places) & places.keys()
    if files:
        first = min(files)
        raise Collision(places[first], next(places[each] for each in places if each.startswith(f"{first}/")))
    return tuple(ordered)


def _place(path: str) -> str:
    """Where a path leads on any disk. Raises `BadPath` for one that leads nowhere."""
    if len(path) <= LONGEST_SEGMENT and _PLAIN.fullmatch(path):  # as almost all
        return path
    _check(path)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
