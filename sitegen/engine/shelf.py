"""Where intermediate results are kept: a target like a published tree, but for outputs to ask about.

What several outputs are made of can be built before them by the same rule (`build`): it is made anew when an
answer that it asked for changes, else it is what it was. An output that asks for one is stale only if its bytes are
others. Bytes that the store has lost are made again, as they are a function of the same answers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from sitegen.engine.output import Output
from sitegen.engine.question import UnknownSubject
from sitegen.engine.store import Store
from sitegen.engine.target import Published
from sitegen.foundation.digest import Digest, digest_bytes

Files = dict[str, bytes]
Make = Callable[[str], Files]
Kept = dict[str, tuple[Digest, msgspec.Raw]]
"""The files of an output as they lie in the store, each with its digest. Those of a sheaf that are asked for are
unpacked alone."""

_encode = msgspec.msgpack.Encoder().encode
_decoder = msgspec.msgpack.Decoder(Kept)
_unpack = msgspec.msgpack.Decoder(bytes).decode


class Shelf:
    """The results of these outputs, kept in one space of a store: the files of a sheaf together.

    `make` gives those of an output anew, by its first path, where some are lost. `manifest` has the digests of all,
    once they are committed.
    """

    def __init__(self, store: Store, space: str, make: Make, outputs: Iterable[Output]) -> None:
        self._store = store
        self._space = space
        self._make = make
        self._key = {path: output.path for output in outputs for path in output.paths}
        self._fresh: dict[str, dict[str, tuple[Digest, bytes]]] = {}
        self._held: dict[str, Kept] = {}
        self._again: dict[str, Files] = {}
        self.manifest: Mapping[str, Digest] = {}

    def has(self, paths: Sequence[str], digests: Sequence[Digest]) -> bool:
        """Whatever was once put can be had again."""
        return True

    def put(self, path: str, data: bytes) -> Digest:
        digest = digest_bytes(data)
        self._fresh.setdefault(self._key[path], {})[path] = (digest, data)
        return digest

    def commit(self, manifest: Mapping[str, Digest]) -> Published:
        """Keeps what is in the manifest; what else there was is forgotten."""
        self.manifest = manifest
        entries = {key: _encode(files) for key, files in self._fresh.items()}
        self._store.write(self._space, entries, keep=set(map(self._key.__getitem__, manifest)))
        written = sorted(path for files in self._fresh.values() for path in files)
        return Published(written=tuple(written), unchanged=len(manifest) - len(written))

    def digest(self, path: str) -> Digest:
        """The digest of a result. Raises `UnknownSubject` for a path that is not built."""
        if path not in self.manifest:
            raise UnknownSubject(path)
        return self.manifest[path]

    def bytes(self, path: str) -> bytes:
        """A result. Raises `UnknownSubject` for a path that is not built."""
        digest = self.digest(path)
        key = self._key[path]
        if key in self._fresh:
            return self._fresh[key][path][1]
        if key not in self._held:
            self._held[key] = self._kept(key)
        found = self._held[key].get(path)
        if found is not None and found[0] == digest:
            return _unpack(found[1])
        if key not in self._again:
            self._again[key] = self._make(key)
        return self._again[key][path]

    def _kept(self, key: str) -> Kept:
        """What the store has of an output; nothing of what cannot be read."""
        data = self._store.get(self._space, key)
        try:
            return _decoder.decode(data) if data else {}
        except msgspec.MsgspecError:
            return {}
