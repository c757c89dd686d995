"""The pictures among the files beside documents: each looked at once, and known by its bytes from then on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sitegen.content.configuration import PATH
from sitegen.content.pictures import able, survey
from sitegen.content.read import Attachment, Changed, read_attachment
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.pool import ordered
from sitegen.model.picture import Picture, Survey, promised
from sitegen.model.problems import report

SURVEYS = "surveys"


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A survey as it is kept, with the version of the generator that made it."""

    version: str
    survey: Survey


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decoder = msgspec.msgpack.Decoder(_Kept)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is known of each picture by its path, and what is wrong with them."""

    known: Mapping[str, Picture]
    diagnostics: tuple[Diagnostic, ...]


def look_at(site: Path, attachments: Sequence[Attachment], version: str, store: Store, workers: Workers) -> Pictures:
    """The pictures among the attachments; those that the cache does not know are read, in processes."""
    wanted = {each.path: _key(each) for each in attachments if promised(each.name)}
    surveys = _kept(store, version) if wanted else {}
    stale = [each for each in attachments if each.path in wanted and wanted[each.path] not in surveys]

    def look(each: Attachment) -> bytes | None:
        found = _look(site, each)
        return _encode(_Kept(version, found)) if found else None

    made = ordered(look, stale, workers.jobs if len(stale) > 3 else 1, start=workers.start)
    fresh = {_key(each): data for each, data in zip(stale, made, strict=True) if data is not None}
    if fresh:
        store.write(SURVEYS, fresh, keep=set(wanted.values()))
        surveys |= {key: _decoder.decode(data).survey for key, data in fresh.items()}
    found = {path: surveys[key] for path, key in wanted.items() if key in surveys}
    known = {path: each.picture for path, each in found.items() if each.picture}
    wrong = [report(code, Span(path), **dict(values)) for path, each in found.items() for code, values in each.wrong]
    if not able() and any(promised(path) != "svg" for path in wanted):
        wrong.append(report("no-picture-tools", Span(PATH)))
    return Pictures(known, tuple(wrong))


def _key(attachment: Attachment) -> str:
    """What a survey depends on: the bytes, and what the name promises."""
    return f"{attachment.digest}.{promised(attachment.name)}"


def _look(site: Path, attachment: Attachment) -> Survey | None:
    """The survey of a file; None for one that is not there as it was read, as in a folder that is only planned.

    Raises `OSError` where the disk does not give it: it would be published with what the camera noted in it.
    """
    try:
        data = read_attachment(site, attachment.path, attachment.digest)
    except (FileNotFoundError, NotADirectoryError, Changed):
        return None
    return survey(data, attachment.name)


def _kept(store: Store, version: str) -> dict[str, Survey]:
    """The surveys that this version of the generator made."""
    found = {}
    for key, data in store.read(SURVEYS).items():
        try:
            kept = _decoder.decode(data)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            continue
        if kept.version == version:
            found[key] = kept.survey
    return found
