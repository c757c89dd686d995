"""Publishing: the spare tree is brought up to date by difference and exchanged with the live one.

Knows two folders side by side, `<name>` and `.<name>.spare`, and that readers see the first at any time.
Does not know what the files are. Only here, and in the rooms that this imports, is a tree written.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from sitegen.engine import tree
from sitegen.engine.exchange import exchange, recover
from sitegen.engine.lock import Lock
from sitegen.engine.look import Look
from sitegen.engine.spare import Spare
from sitegen.engine.store import Store
from sitegen.engine.target import Published, PublishError
from sitegen.engine.tree import Known, Tree
from sitegen.foundation.digest import Digest, digest_bytes
from sitegen.foundation.files import sync_path

SPACE = "published"
KEY = "known"
SECOND = 1_000_000_000  # in nanoseconds


class MissingResult(LookupError):
    """A manifest that wants bytes which nobody made: a bug of the caller."""


@contextmanager
def blaming(path: Path, below: str = "") -> Iterator[None]:
    """Turns an `OSError` into a `PublishError` that names the file (else what is `below` the path) and the reason."""
    try:
        yield
    except OSError as error:
        raise PublishError(str(error.filename or path / below), error.strerror or str(error)) from error


class Publication:
    """One publishing of `output`, under its lock. Made by `Publication.open`, for one commit."""

    def __init__(self, output: Path, store: Store, now_ns: int, lock: Lock, *, aside: bool) -> None:
        self._output = output
        self._store = store
        self._now = now_ns
        self._lock = lock
        self._spare_path = output.with_name(f".{output.name}.spare")
        self._old = output.with_name(f".{output.name}.old")
        if lock.ours:
            recover(output, self._spare_path, self._old)
        self._known = tree.decode(store.get(SPACE, KEY))
        self._look = Look(output, self._spare_path, self._known)
        self._check_ours()
        lock.hold()
        if aside and lock.ours:
            self._look.begin()
        self._spare: Spare | None = None
        self._put: dict[str, Digest] = {}

    @classmethod
    @contextmanager
    def open(
        cls, output: Path, store: Store, now_ns: int, wait: float | None = 0.0, *, aside: bool = False
    ) -> Iterator["Publication"]:
        """Locks the folder `output` and looks at what is in it; holds the lock until the block ends.

        `now_ns` is the publishing time in nanoseconds since 1970, for the times of changed files. If
        another build holds the lock, waits up to `wait` seconds (None: without end). With `aside`, many files are
        looked at in another process, until it is first asked what is there. Raises `PublishError` if the folder
        cannot be written, or has contents that we did not make.
        """
        with blaming(output):
            place = _checked(output)
            lock = Lock(place.with_name(f".{place.name}.lock"), wait)
        try:
            with blaming(place):
                publication = cls(place, store, now_ns, lock, aside=aside)
            try:
                yield publication
            finally:
                publication.close()
        finally:
            lock.release()

    def close(self) -> None:
        """Looks no further at what stands there."""
        self._look.close()

    @property
    def _live(self) -> Tree:
        with blaming(self._output):
            return self._look.live

    @cached_property
    def _digests(self) -> dict[str, Digest | None]:
        return {path: file.digest for path, file in self._live.files.items()}

    def has(self, paths: Sequence[str], digests: Sequence[Digest]) -> bool:
        """Whether the live tree has all these files, each with the bytes of this digest."""
        return list(map(self._digests.get, paths)) == list(digests)

    def put(self, path: str, data: bytes) -> Digest:
        """Takes one result. It is written to the spare tree at once, unless the live one has it already."""
        digest = digest_bytes(data)
        if self._digests.get(path) != digest:
            with blaming(self._spare_path, path):
                self._begun().write(path, data, digest, self._time_for(path))
        self._put[path] = digest
        return digest

    def commit(self, manifest: Mapping[str, Digest]) -> Published:
        """Makes the live tree exactly what the manifest says; touches nothing if it is that already.

        Raises `MissingResult` for bytes that are neither put nor live, and `PublishError` if the disk
        refuses; the live tree is then the old one (or, if only its last sync failed, the new one).
        """
        new = tuple(sorted(path for path, digest in manifest.items() if self._digests.get(path) != digest))
        missing = [path for path in new if self._put.get(path) != manifest[path]]
        if missing:
            raise MissingResult(missing[0])
        with blaming(self._output):
            if not new and self._output.is_dir() and self._live.is_exactly(manifest):
                self._lock.claim()
                self._learn()
                return Published(unchanged=len(manifest))
            spare = self._begun()
            self._prepare(spare, manifest)
            atomic = self._exchange()
            sync_path(self._output.parent)
            self._remember(spare, manifest)
        removed = tuple(sorted(self._digests.keys() - manifest.keys()))
        return Published(new, removed, len(manifest) - len(new), True, atomic)

    def _check_ours(self) -> None:
        if self._lock.ours or self._live.empty or self._live.remembered:
            return
        reason = "the folder is not empty and was not made by this generator; empty it, or publish elsewhere"
        raise PublishError(str(self._output), reason)

    def _begun(self) -> Spare:
        if self._spare is None:
            self._lock.claim()
            self._spare = Spare(self._spare_path, self._look.spare)
        return self._spare

    def _time_for(self, path: str) -> int:
        """Now, and at least a second after what readers may have: servers tell versions by the second."""
        trees = (self._live.files, self._begun().files)
        older = [files[path].mark.modified + SECOND for files in trees if path in files]
        return max(self._now, *older) if older else self._now

    def _prepare(self, spare: Spare, manifest: Mapping[str, Digest]) -> None:
        for path, live in self._live.files.items():
            if spare.files.get(path) is live:
                continue  # as almost all are
            if live.digest == manifest.get(path) and not spare.has(path, live):
                spare.adopt(path, live, self._output)
        spare.reduce(manifest)
        spare.sync()

    def _exchange(self) -> bool:
        if self._output.exists() and not self._live.empty:
            return exchange(self._output, self._spare_path, self._old)
        self._spare_path.rename(self._output)
        return True

    def _learn(self) -> None:
        """After nothing was touched: what had to be read need not be read again."""
        if self._live.remembered == len(self._live.files):
            return
        now = self._live.files.items()
        self._keep({path: tuple(dict.fromkeys((file, *self._known.get(path, ()))))[:2] for path, file in now})

    def _remember(self, spare: Spare, manifest: Mapping[str, Digest]) -> None:
        """After the exchange: the marks of both trees, those of touched files read again."""
        live, old = dict(spare.files), dict(self._live.files)
        for files, root in ((live, self._output), (old, self._spare_path)):
            for path in spare.touched & files.keys():
                files[path] = _seen_again(f"{root}/{path}", files[path].digest)
        # The new live tree is what the manifest says: it was written, or carried over, just now.
        known: Known = {path: (_with(live[path], digest),) for path, digest in manifest.items()}
        for path, file in old.items():
            here = known.get(path, ())
            if file not in here:
                known[path] = (*here, file)
        self._keep(known)

    def _keep(self, known: Known) -> None:
        self._store.write(SPACE, {KEY: tree.encode(known)})


def _with(file: tree.File, digest: Digest) -> tree.File:
    return file if file.digest == digest else tree.File(file.mark, digest)


def _seen_again(path: str, digest: Digest | None) -> tree.File:
    return tree.File(tree.mark_of(os.lstat(path)), digest)


def _checked(output: Path) -> Path:
    """The absolute place of the folder, its parents made. Raises `PublishError` if it cannot be one."""
    if output.name in ("", ".", ".."):
        raise PublishError(str(output), "this cannot be a folder to publish to")
    output.parent.mkdir(parents=True, exist_ok=True)
    place = output.parent.resolve() / output.name
    try:
        mode = place.lstat().st_mode
    except FileNotFoundError:
        return place
    if stat.S_ISLNK(mode):
        raise PublishError(str(place), "this is a symbolic link; name the folder that it leads to")
    if not stat.S_ISDIR(mode):
        raise PublishError(str(place), os.strerror(errno.ENOTDIR))
    return place
