"""What is to be written, as a value: new bytes, and files that get another path. Judged before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen.content.configuration import PATH
from sitegen.content.ledger import PATH as LEDGER
from sitegen.content.naming import name_of
from sitegen.content.read import Attachment, Folder
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.digest import digest_bytes
from sitegen.foundation.files import replace_file, write_new
from sitegen.model.document import Source
from sitegen.pipeline.load import Held


class NotPlanned(Exception):
    """The disk is not as it was when the plan was made."""


class Undone(Exception):
    """The disk refused a step; those before it were taken back."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`writes` are bytes by path and `moves` new paths by old ones, below the site's folder; first it is moved."""

    writes: Mapping[str, bytes] = field(default_factory=dict)
    moves: Mapping[str, str] = field(default_factory=dict)

    def result(self, held: Held) -> Held:
        """What the folder holds once the plan is done."""
        return Held(
            self.writes.get(PATH, held.configuration),
            self.writes.get(LEDGER, held.ledger),
            self._content(held.content),
        )

    def _content(self, content: Folder) -> Folder:
        data = {self.moves.get(each.path, each.path): each.data for each in content.sources}
        data |= {path: bytes_ for path, bytes_ in self.writes.items() if path not in (PATH, LEDGER)}
        return Folder(
            tuple(Source(path, data[path], digest_bytes(data[path])) for path in sorted(data)),
            tuple(self._attachment(each, data) for each in content.attachments),
            content.diagnostics,
        )

    def _attachment(self, each: Attachment, texts: Mapping[str, bytes]) -> Attachment:
        """A file beside a document, where the plan leaves it."""
        path = self.moves.get(each.path, each.path)
        folder = path.rpartition("/")[0]
        found = next((name_of(text) for text in texts if text.rpartition("/")[0] == folder), None)
        moved = path != each.path and found is not None and not isinstance(found, Diagnostic)
        return replace(each, path=path, ref=found.ref) if moved else each  # type: ignore[union-attr]

    def places(self) -> tuple[Span, ...]:
        """The files that the plan leaves, as places."""
        return tuple(Span(path) for path in sorted({*self.writes, *self.moves.values()}))


def carry_out(plan: Plan, site: Path, held: Held) -> None:
    """Does what is planned, all of it or nothing. `held` is what the folder held when it was planned.

    Raises `NotPlanned` where a file is no longer what it was, and `Undone` where the disk refuses.
    """
    _check(plan, site, held)
    undo: list[tuple[Path, Path | bytes | None]] = []
    try:
        for old, new in plan.moves.items():
            (site / new).parent.mkdir(parents=True, exist_ok=True)
            (site / old).rename(site / new)
            undo.append((site / new, site / old))
        for path, data in plan.writes.items():
            target = site / path
            before = target.read_bytes() if target.exists() else None
            if before is None:
                target.parent.mkdir(parents=True, exist_ok=True)
                write_new(target, data, sync=True)
            else:
                replace_file(target, data)
            undo.append((target, before))
    except OSError as error:
        _take_back(undo)
        raise Undone(str(error)) from error
    for old in plan.moves:
        _remove_if_empty(site / old)


def _check(plan: Plan, site: Path, held: Held) -> None:
    """That the files are still those that the plan was made from, and that no new one is in the way."""
    known = {each.path: each.data for each in held.content.sources}
    known |= {path: data for path, data in ((PATH, held.configuration), (LEDGER, held.ledger)) if data is not None}
    back = {new: old for old, new in plan.moves.items()}
    for path in plan.writes:
        old = back.get(path, path)
        if (site / old).exists() if old not in known else _read(site / old) != known[old]:
            raise NotPlanned(old)
    for new in plan.moves.values():
        if (site / new).exists():
            raise NotPlanned(new)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _take_back(undo: list[tuple[Path, Path | bytes | None]]) -> None:
    for path, before in reversed(undo):
        if before is None:
            path.unlink()
        elif isinstance(before, bytes):
            replace_file(path, before)
        else:
            before.parent.mkdir(exist_ok=True)
            path.rename(before)
            _remove_if_empty(path)


def _remove_if_empty(path: Path) -> None:
    """Removes the folder that a bundle has left, unless something else lies there."""
    folder = path.parent
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
