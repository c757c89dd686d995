"""What stands in both trees, told by what differs from what is expected there.

To look at ten thousand files takes longer than to hear that they are as they were; so another process can look, while
this one reads the site, and only the differences come back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from sitegen.engine.tree import File, Known, Tree, scan
from sitegen.foundation.aside import Aside

MANY = 1024  # files, from which on another process looks sooner than it costs


@dataclass(frozen=True, slots=True)
class Difference:
    """A tree, told by what is not there of the files that were expected, and by the others."""

    gone: tuple[str, ...]
    others: dict[str, File]
    folders: dict[str, int]
    strangers: tuple[str, ...]
    remembered: int

    def tree(self, expected: Mapping[str, File]) -> Tree:
        """The tree, for who expected the same."""
        files = {**expected, **self.others}
        for path in self.gone:
            del files[path]
        return Tree(files, self.folders, self.strangers, self.remembered)


def difference(tree: Tree, expected: Mapping[str, File]) -> Difference:
    """What there is to tell of a tree to who expects these files."""
    gone = tuple(path for path in expected if path not in tree.files)
    others = {path: file for path, file in tree.files.items() if expected.get(path) != file}
    return Difference(gone, others, tree.folders, tree.strangers, tree.remembered)


Differences = tuple[Difference, Difference]


class Look:
    """A look at the live tree and the spare one, as they are when they are first asked for."""

    def __init__(self, live: Path, spare: Path, known: Known) -> None:
        self._live = live
        self._spare = spare
        self._known = known
        self._aside: Aside[Differences] | None = None

    def begin(self) -> None:
        """From now on another process looks at both, if there are many files; to be closed."""
        if len(self._known) >= MANY:
            self._aside = Aside(partial(_differences, self._live, self._spare, self._known))

    @cached_property
    def live(self) -> Tree:
        """Bytes that are not known are read. Raises `OSError`, as does `spare`."""
        found = self._found
        return found[0].tree(_expected(self._known)) if found else _live_tree(self._live, self._known)

    @cached_property
    def spare(self) -> Tree:
        """Empty, if what stands in its place is no folder."""
        found = self._found
        return found[1].tree(self.live.files) if found else _spare_tree(self._spare, self._known, self.live)

    def close(self) -> None:
        """Looks no further."""
        if self._aside is not None:
            self._aside.close()

    @cached_property
    def _found(self) -> Differences | None:
        return self._aside.result() if self._aside is not None else None


def _differences(live: Path, spare: Path, known: Known) -> Differences:
    """Looks at both: the live tree is told by what is known of it, the spare one by the live one."""
    tree = _live_tree(live, known)
    return difference(tree, _expected(known)), difference(_spare_tree(spare, known, tree), tree.files)


def _expected(known: Known) -> dict[str, File]:
    """The live tree as it was when it was last known."""
    return {path: files[0] for path, files in known.items()}


def _live_tree(root: Path, known: Known) -> Tree:
    return scan(root, known, reading=True)


def _spare_tree(root: Path, known: Known, live: Tree) -> Tree:
    return scan(root, known, reading=False, twin=live.files) if root.is_dir() and not root.is_symlink() else Tree()
