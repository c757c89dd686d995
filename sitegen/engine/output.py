"""What is to be made: a path, and the recipe that makes it. Knows what a path may be, and no content.

The graph above reports colliding paths as mistakes of the editor; here is the last guard against a bug.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

import msgspec

from sitegen.engine.question import Lens

LONGEST_SEGMENT = 200
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\\\\\u2028\u2029\ud800-\udfff]")
_PLAIN = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")


class BadPath(ValueError):
    """A path that cannot be an output's."""


class Collision(Exception):
    """Two outputs that cannot both be in one tree."""

    def __init__(self, first: "Output", second: "Output") -> None:
        super().__init__(f"two outputs want one place: {first.path!r} and {second.path!r}")
        self.first = first
        self.second = second


class Output(msgspec.Struct, frozen=True, order=True):
    """One file of the published tree. `args` tell its recipe which one.

    Raises `BadPath` unless the path is relative, with `/` between segments of 1 to 200 bytes that do not
    begin with a dot, and without control characters, backslashes and lone surrogates.
    """

    path: str
    recipe: str
    args: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.path) <= LONGEST_SEGMENT and _PLAIN.fullmatch(self.path):
            return  # as almost all are
        if _FORBIDDEN.search(self.path):
            raise BadPath(f"forbidden character in the path {self.path!r}")
        for segment in self.path.split("/"):
            if not segment or segment.startswith("."):
                raise BadPath(f"segment {segment!r} in the path {self.path!r}")
            if len(segment.encode()) > LONGEST_SEGMENT:
                raise BadPath(f"segment of over {LONGEST_SEGMENT} bytes in the path {self.path!r}")


Render = Callable[[Output, Lens], bytes]


def parents(path: str) -> tuple[str, ...]:
    """The folders that hold `path`, the outermost first: `a` and `a/b` for `a/b/c`."""
    return tuple(path[:at] for at, character in enumerate(path) if character == "/")


def in_order(outputs: Iterable[Output]) -> list[Output]:
    """The outputs sorted, by a key that compares them faster than they do themselves."""
    return sorted(outputs, key=lambda each: (each.path, each.recipe, each.args))


def distinct(outputs: Iterable[Output]) -> tuple[Output, ...]:
    """The outputs by path. Raises `Collision` if two cannot both be published.

    Also on a disk that ignores case or normalises letters: neither one path twice, nor one that is
    another's folder.
    """
    ordered = in_order(outputs)
    places: dict[str, Output] = {}
    for output in ordered:
        other = places.setdefault(_place(output.path), output)
        if other is not output:
            raise Collision(other, output)
    for place, output in places.items():
        for folder in parents(place):
            if folder in places:
                raise Collision(places[folder], output)
    return tuple(ordered)


def _place(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
