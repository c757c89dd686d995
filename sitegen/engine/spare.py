"""The spare tree, while it is being made the next live one. Knows differences, and touches no live file.

A file of the spare may be the same file as one of the live tree (a hard link), so none is ever written
in place: a new one is made as a draft and renamed over it, or linked to where nothing is.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from sitegen.engine.output import folders_of, parents
from sitegen.engine.tree import File, Mark, Tree
from sitegen.foundation.digest import Digest
from sitegen.foundation.files import (
    FOLDER_MODE,
    link,
    make_folder,
    read,
    sync_all,
    sync_path,
    write_new,
)

FEW = 24  # files that are synced one by one; of more, the whole filesystem is
DRAFT = ".new"  # no output's path begins with a dot
UNSEEN = Mark(0, 0, 0, 0)  # of a file made just now


class Spare:
    """The spare tree at `root`, made if there is none, in whatever state a killed build left it: `tree` is what stands
    there.
    """

    def __init__(self, root: Path, tree: Tree) -> None:
        self._root = root
        self._draft = root / DRAFT
        if root.is_symlink() or (root.exists() and not root.is_dir()):
            root.unlink()
        if not root.exists():
            make_folder(root)
        self.files: dict[str, File] = dict(tree.files)
        self.folders: set[str] = set(tree.folders)
        self.touched: set[str] = set()
        self._written: set[str] = set()
        self._changed_folders: set[str] = set()
        for folder, mode in {"": root.stat().st_mode & 0o7777, **tree.folders}.items():
            if mode != FOLDER_MODE:
                (root / folder).chmod(FOLDER_MODE)
        for path in tree.strangers:
            (root / path).unlink()
        self._clear(DRAFT)

    def write(self, path: str, data: bytes, digest: Digest | None, modified: int) -> None:
        """Puts new bytes at the path."""
        write_new(self._draft, data, modified)
        self._settle(path, digest)
        self._written.add(path)

    def has(self, path: str, live: File) -> bool:
        """Whether the file at the path is the live one, or a copy of it that was synced and published before."""
        here = self.files.get(path)
        if here is None:
            return False
        if here.mark.inode == live.mark.inode:
            return True
        return here.digest == live.digest and here.mark.modified == live.mark.modified

    def adopt(self, path: str, live: File, tree: Path) -> None:
        """Takes over what the live `tree` has at the path, with the same time of modification."""
        self._make_way(path)
        source, free = f"{tree}/{path}", path not in self.files
        try:
            linked = link(source, f"{self._root}/{path}" if free else self._draft)
        except FileExistsError:  # by a name that this disk takes for the same
            free, linked = False, link(source, self._draft)
        if linked and free:
            self._took(path, live.digest)
        elif linked:
            self._settle(path, live.digest)
        else:
            self.write(path, read(Path(source)), live.digest, live.mark.modified)

    def reduce(self, wanted: Iterable[str]) -> None:
        """Removes all files but the wanted, and the folders that are empty then."""
        paths = set(wanted)
        for path in sorted(self.files.keys() - paths):
            self._discard(path)
        for folder in sorted(self.folders - folders_of(paths), reverse=True):
            self._remove_folder(folder)

    def sync(self) -> None:
        """Waits until all that was done here is on the disk."""
        if len(self._written) + len(self._changed_folders) > FEW:
            sync_all(self._root)
            return
        for path in sorted(self._written):
            sync_path(self._root / path)
        for folder in sorted(self._changed_folders & (self.folders | {""})):
            sync_path(self._root / folder)

    def _settle(self, path: str, digest: Digest | None) -> None:
        """Moves the draft to its place."""
        self._make_way(path)
        os.replace(self._draft, f"{self._root}/{path}")  # noqa: PTH105 - a Path takes longer than the disk
        self._took(path, digest)

    def _took(self, path: str, digest: Digest | None) -> None:
        self.files[path] = File(UNSEEN, digest)
        self._touch(path)

    def _make_way(self, path: str) -> None:
        """Makes the folders of a file, where files or folders may be in the way."""
        for folder in parents(path):
            if folder in self.folders:
                continue
            self._clear(folder)
            make_folder(self._root / folder)
            self.folders.add(folder)
            self._changed_folders.add(_folder_of(folder))
        if path in self.folders:
            self._clear(path)

    def _clear(self, path: str) -> None:
        """Removes what stands at the path: nothing, a file, or a folder and all below it."""
        if path in self.files:
            self._discard(path)
        if path in self.folders:
            below = f"{path}/"
            for file in [each for each in self.files if each.startswith(below)]:
                self._discard(file)
            for folder in sorted((each for each in self.folders if each.startswith(below)), reverse=True):
                self._remove_folder(folder)
            self._remove_folder(path)

    def _discard(self, path: str) -> None:
        (self._root / path).unlink()
        del self.files[path]
        self._touch(path)

    def _remove_folder(self, folder: str) -> None:
        (self._root / folder).rmdir()
        self.folders.remove(folder)
        self._changed_folders.add(_folder_of(folder))

    def _touch(self, path: str) -> None:
        self.touched.add(path)
        self._written.discard(path)
        self._changed_folders.add(_folder_of(path))


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]
