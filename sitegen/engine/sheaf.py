"""Gathering small files that are alike into sheaves, where they are many. Knows nothing of what they are.

An output costs some tenth of a millisecond to decide, trace and remember, as much as to make so small a file. Which
files are in one sheaf hangs on what each is alone, so that a new one changes no other sheaf than its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from zlib import crc32

from sitegen.engine.output import Output

MANY = 1024
"""From so many files on they are gathered: fewer are made anew one by one, and say why one by one."""

SHEAVES = 256
"""How many there are of one recipe at most: of 10,000 files, each has some forty."""


def sheaves(recipe: str, first: str, files: Mapping[str, str]) -> Iterator[Output]:
    """Outputs of the files: one each, or sheaves of many. `files` says by path which one each is.

    The recipe's arguments are `first`, and then which ones they are, in the order of the paths.
    """
    many = len(files) >= MANY
    gathered: defaultdict[str | int, list[str]] = defaultdict(list)
    for path in sorted(files):
        gathered[_mark(files[path]) if many else path].append(path)
    for path, *others in gathered.values():
        yield Output(path, recipe, (first, *(files[each] for each in (path, *others))), tuple(others))


def _mark(which: str) -> int:
    """Which of the sheaves: the same one on every machine, and all of them equally often."""
    return crc32(which.encode()) % SHEAVES
