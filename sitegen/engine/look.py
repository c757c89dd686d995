"""What stands in both trees, told by what differs from what is expected there.

To look at ten thousand files takes longer than to hear that they are as they were; so another process can look, while
this one reads the site, and only the differences come back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.engine.tree import File, Known, Tree, scan


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
    gone = tuple(path for path in expected if path not in tree.files)
    others = {path: file for path, file in tree.files.items() if expected.get(path) != file}
    return Difference(gone, others, tree.folders, tree.strangers, tree.remembered)


def expected(known: Known) -> dict[str, File]:
    """The live tree as it was when it was last known."""
    return {path: files[0] for path, files in known.items()}


def look_at_live(root: Path, known: Known) -> Tree:
    return scan(root, known, reading=True)


def look_at_spare(root: Path, known: Known, live: Tree) -> Tree:
    """The spare tree; nothing of what is in its place, if that is no folder."""
    return scan(root, known, reading=False, twin=live.files) if root.is_dir() and not root.is_symlink() else Tree()


def differences(live: Path, spare: Path, known: Known) -> tuple[Difference, Difference]:
    """Looks at both: the live tree is told by what is known of it, the spare one by the live one."""
    tree = look_at_live(live, known)
    return difference(tree, expected(known)), difference(look_at_spare(spare, known, tree), tree.files)
