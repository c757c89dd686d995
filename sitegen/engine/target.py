"""Where results go. Knows what a build wants of a published tree, and not that it is on a disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sitegen.foundation.digest import Digest


@dataclass(frozen=True, slots=True)
class Published:
    """What became of the tree: the paths whose bytes are new, those that are gone, and how many stayed.

    `exchanged` is false if nothing was touched. `atomic` is false if the filesystem could not exchange
    two folders in one step, so that for a moment there was no tree.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    exchanged: bool = False
    atomic: bool = True


class PublishError(Exception):
    """The tree cannot be published; the one that was there still is. One line, for people."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"cannot publish: {path}: {reason}")
        self.path = path
        self.reason = reason


class Target(Protocol):
    """A published tree during one build."""

    def has(self, paths: Sequence[str], digests: Sequence[Digest]) -> bool:
        """Whether the tree has all these files already, each with the bytes of this digest."""

    def put(self, path: str, data: bytes) -> Digest:
        """Takes one result; nobody sees it yet."""

    def commit(self, manifest: Mapping[str, Digest]) -> Published:
        """Makes the tree exactly what the manifest says, all at once."""
