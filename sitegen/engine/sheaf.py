"""Gathering small files that are alike into sheaves, where they are many. Knows nothing of what they are.

An output costs some tenth of a millisecond to decide, trace and remember, as much as to make so small a file. Which
files are in one sheaf hangs on what each is alone, so that a new one changes no other sheaf than its own.
"""

from collections.abc import Iterator, Mapping
from zlib import crc32

from sitegen.engine.output import Output

MANY = 1024
"""From so many files on they are gathered: fewer are made anew one by one, and say why one by one."""

SHEAVES = 256


def sheaves(recipe: str, first: str, files: Mapping[str, str]) -> Iterator[Output]:
    """Outputs of the files, each of which is told by what stands at its path: one each, or sheaves of many.

    The recipe's arguments are `first`, and then what each path stands for, in the order of the paths.
    """
    gathered: dict[str, list[str]] = {}
    for path in sorted(files):
        gathered.setdefault(_mark(files[path]) if len(files) >= MANY else path, []).append(path)
    for path, *others in gathered.values():
        yield Output(path, recipe, (first, *(files[each] for each in (path, *others))), tuple(others))


def _mark(told: str) -> str:
    """Which of the sheaves: the same on every machine, and any of them alike."""
    return str(crc32(told.encode()) % SHEAVES)
