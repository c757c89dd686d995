"""Where intermediate results are kept: a target like a published tree, but for outputs to ask about.

What several outputs are made of can be built before them by the same rule (`build`): it is made anew when an
answer that it asked for changes, else it is what it was. An output that asks for one is stale only if its bytes are
others. Bytes that the store has lost are made again, as they are a function of the same answers.
"""

from collections.abc import Callable, Mapping

from sitegen.engine.question import UnknownSubject
from sitegen.engine.store import Store
from sitegen.engine.target import Published
from sitegen.foundation.digest import Digest, digest_bytes

Make = Callable[[str], bytes]


class Shelf:
    """The results kept in one space of a store. `make` gives one anew, for a path whose bytes are lost."""

    def __init__(self, store: Store, space: str, make: Make) -> None:
        self._store = store
        self._space = space
        self._make = make
        self._fresh: dict[str, bytes] = {}
        self._manifest: Mapping[str, Digest] = {}

    def has(self, path: str, digest: Digest) -> bool:
        """Whatever was once put can be had again."""
        return True

    def put(self, path: str, data: bytes) -> Digest:
        self._fresh[path] = data
        return digest_bytes(data)

    def commit(self, manifest: Mapping[str, Digest]) -> Published:
        """Keeps what is in the manifest; what else there was is forgotten."""
        self._manifest = manifest
        self._store.write(self._space, self._fresh, keep=manifest.keys())
        return Published(written=tuple(sorted(self._fresh)), unchanged=len(manifest) - len(self._fresh))

    def digest(self, path: str) -> Digest:
        """The digest of a result. Raises `UnknownSubject` for a path that is not built."""
        if path not in self._manifest:
            raise UnknownSubject(path)
        return self._manifest[path]

    def bytes(self, path: str) -> bytes:
        """A result. Raises `UnknownSubject` for a path that is not built."""
        digest = self.digest(path)
        data = self._fresh.get(path) or self._store.get(self._space, path)
        if data is None or digest_bytes(data) != digest:
            data = self._make(path)
        return data
