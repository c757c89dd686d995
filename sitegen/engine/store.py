"""The cache: named spaces of keys and bytes in one SQLite file. Knows nothing of what the bytes mean.

A cache can be lost without harm, so none of its troubles is ever an exception: what cannot be read is not
there, what cannot be written is not kept, and `problem` says why. Every value carries a checksum. No
connection is carried across a fork: it is closed before, and opened again at the next use.
"""

import os
import sqlite3
import weakref
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar
from zlib import adler32, crc32

T = TypeVar("T")

SCHEMA = (
    "CREATE TABLE entries (space TEXT NOT NULL, key TEXT NOT NULL, sums BLOB NOT NULL, value BLOB NOT"
    " NULL, PRIMARY KEY (space, key))"
)
PAGE = 16384  # bytes: most values are larger than SQLite's own 4096, and are read and written faster in few pages
PATIENCE = 2.0  # seconds that another process may hold the file
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_AUTH,
}
_open: "weakref.WeakSet[Store]" = weakref.WeakSet()


class Foreign(sqlite3.DatabaseError):
    """A database that this module did not make."""


class Store:
    """The cache in the file at `path`, which is made when first written to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._damaged = False
        self.problem: str | None = None

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, space: str) -> dict[str, bytes]:
        """All that the space holds, by key."""

        def query(connection: sqlite3.Connection) -> dict[str, bytes]:
            sql = "SELECT key, sums, value FROM entries WHERE space = ? ORDER BY key"
            return self._sound(space, connection.execute(sql, (space,)).fetchall())

        return self._reading(query, {})

    def get(self, space: str, key: str) -> bytes | None:
        """The bytes of one key, or None."""

        def query(connection: sqlite3.Connection) -> dict[str, bytes]:
            sql = "SELECT key, sums, value FROM entries WHERE space = ? AND key = ?"
            return self._sound(space, connection.execute(sql, (space, key)).fetchall())

        nothing: dict[str, bytes] = {}
        return self._reading(query, nothing).get(key)

    def write(self, space: str, entries: Mapping[str, bytes], keep: Collection[str] | None = None) -> str | None:
        """Writes the entries in one transaction; the reason if that was not possible.

        If `keep` is given, all that is neither in it nor in the entries is forgotten. The file is not
        touched if it holds all that already.
        """
        for attempt in range(2):
            try:
                self._write(space, entries, keep)
            except (sqlite3.Error, OSError, UnicodeError) as error:
                self.close()
                reason = self._trouble(error)
                if attempt or not _is_damage(error):
                    return reason
                self._damaged = True  # so that it is made anew
            else:
                return None
        return self.problem

    def close(self) -> None:
        """Lets go of the file. The next use opens it again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    def _reading(self, query: Callable[[sqlite3.Connection], T], nothing: T) -> T:
        if self._damaged or not (self._connection or self._path.exists()):
            return nothing
        try:
            return query(self._connected())
        except (sqlite3.Error, OSError, UnicodeError) as error:
            self._damaged = _is_damage(error)
            self.close()
            self._trouble(error)
            return nothing

    def _write(self, space: str, entries: Mapping[str, bytes], keep: Collection[str] | None) -> None:
        held = self._checksums(space)
        marked = [(space, key, _checksum(space, key, data), data) for key, data in sorted(entries.items())]
        new = [row for row in marked if held.get(row[1]) != row[2]]
        wanted = None if keep is None else {*entries, *keep}
        old = [(space, key) for key in held if wanted is not None and key not in wanted]
        if not new and not old:
            return
        connection = self._writable()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", new)
        connection.executemany("DELETE FROM entries WHERE space = ? AND key = ?", old)
        expected = {**held, **{row[1]: row[2] for row in new}}
        for _, key in old:
            del expected[key]
        if self._checksums(space) != expected:
            raise Foreign("it does not hold what is written to it")
        connection.execute("COMMIT")

    def _checksums(self, space: str) -> dict[str, bytes]:
        """What the space holds, without its values, which are large."""
        if self._damaged or not (self._connection or self._path.exists()):
            return {}
        sql = "SELECT key, sums FROM entries WHERE space = ? ORDER BY key"
        return dict(self._connected().execute(sql, (space,)).fetchall())

    def _sound(self, space: str, rows: Iterable[tuple[object, object, object]]) -> dict[str, bytes]:
        """The rows that are as they were written. One that is not condemns the file."""
        sound: dict[str, bytes] = {}
        for key, checksum, value in rows:
            if not (isinstance(key, str) and isinstance(value, bytes)):
                raise Foreign("a value of another type")
            if not (isinstance(checksum, bytes) and checksum.startswith(_seal(space, key, value))):
                raise Foreign("a value is damaged")
            sound[key] = value
        return sound

    def _writable(self) -> sqlite3.Connection:
        if not self._damaged and self._path.exists():
            try:
                return self._connected()
            except (sqlite3.Error, UnicodeError) as error:
                if not _is_damage(error):
                    raise
        self.close()
        self._path.unlink(missing_ok=True)
        self._path.with_name(self._path.name + "-journal").unlink(missing_ok=True)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = self._connect("rwc")
        connection.execute(f"PRAGMA page_size = {PAGE}")
        connection.execute(SCHEMA)
        self._damaged = False
        return connection

    def _connected(self) -> sqlite3.Connection:
        """A connection to a file that holds our one table and nothing else (no foreign trigger or view)."""
        if self._connection is not None:
            return self._connection
        connection = self._connect("rw")
        if connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL").fetchall() != [(SCHEMA,)]:
            raise Foreign("not a cache of this version")
        return connection

    def _connect(self, mode: str) -> sqlite3.Connection:
        address = f"{self._path.absolute().as_uri()}?mode={mode}"
        self._connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE)
        _open.add(self)
        self._connection.execute("PRAGMA trusted_schema = OFF")
        self._connection.execute("PRAGMA cell_size_check = ON")
        self._connection.execute("PRAGMA synchronous = OFF")  # a lost cache does no harm
        return self._connection

    def _trouble(self, error: Exception) -> str:
        reason = f"{self._path}: {error}"
        self.problem = self.problem or reason
        return reason


def _checksum(space: str, key: str, value: bytes) -> bytes:
    """By its first part a reader knows a damaged value, by all of it a writer one that is the same.

    No digest, which takes five times as long: whoever keeps a value here knows by what is in it whose it is.
    """
    return _seal(space, key, value) + adler32(value).to_bytes(4, "big") + len(value).to_bytes(8, "big")


def _seal(space: str, key: str, value: bytes) -> bytes:
    return crc32(value, crc32(f"{space}\0{key}\0".encode())).to_bytes(4, "big")


def _is_damage(error: Exception) -> bool:
    """Whether the file itself is bad, and not only out of reach for now."""
    code = getattr(error, "sqlite_errorcode", None)
    return not isinstance(error, OSError) and (code is None or code & 0xFF not in _PASSING)


def _close_all() -> None:
    for store in list(_open):
        store.close()


os.register_at_fork(before=_close_all)
