"""Sources to documents: those that the cache knows are read from it, the others are parsed, in processes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sitegen.content.cache import Encoded, cache_key, decode, decode_body, encode
from sitegen.content.naming import name_of
from sitegen.content.parse import parse
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.pool import Progress, ordered
from sitegen.model.body import Body
from sitegen.model.document import Document, Source
from sitegen.model.reference import Ref

DOCUMENTS, BODIES = "documents", "bodies"


@dataclass(frozen=True, slots=True)
class Documents:
    """All documents by path, which could not be read, how their texts are loaded, and what is wrong."""

    documents: tuple[Document, ...]
    broken: frozenset[Ref]
    load_body: Callable[[str], Body]
    diagnostics: tuple[Diagnostic, ...]
    parsed: int


def parse_one(languages: tuple[str, ...], version: str, source: Source) -> Encoded:
    """One source, parsed, as bytes that travel cheaply between processes and into the cache."""
    return encode(parse(source, languages), cache_key(source, languages, version))


def read_documents(
    sources: Sequence[Source],
    languages: tuple[str, ...],
    version: str,
    store: Store,
    workers: Workers,
    progress: Progress | None = None,
) -> Documents:
    """The documents of all sources."""
    kept = store.read(DOCUMENTS)
    keys = {source.path: cache_key(source, languages, version) for source in sources}
    outcomes = {source.path: decode(kept.get(source.path), keys[source.path]) for source in sources}
    stale = [source for source in sources if outcomes[source.path] is None]
    bodies: dict[str, bytes] = {}
    fresh: dict[str, bytes] = {}
    work = partial(parse_one, languages, version)
    for source, made in zip(
        stale, ordered(work, stale, workers.jobs, start=workers.start, progress=progress), strict=True
    ):
        outcomes[source.path] = decode(made.entry, keys[source.path])
        fresh[source.path] = made.entry
        if made.body_digest:
            bodies[made.body_digest] = made.body
    found = [outcome for path in sorted(outcomes) if (outcome := outcomes[path])]
    documents = tuple(outcome.value for outcome in found if outcome.value)
    if fresh or kept.keys() - outcomes.keys():
        store.write(DOCUMENTS, fresh, keep=outcomes.keys())
        store.write(BODIES, bodies, keep={document.outline.digest for document in documents})
    return Documents(
        documents=documents,
        broken=frozenset(_broken(sources, documents)),
        load_body=_loader(store, bodies, {each.outline.digest: each.path for each in documents}, sources, work),
        diagnostics=tuple(each for outcome in found for each in outcome.diagnostics),
        parsed=len(stale),
    )


def _broken(sources: Sequence[Source], documents: Sequence[Document]) -> set[Ref]:
    """What the files are about that could not be read."""
    read = {document.path for document in documents}
    names = (name_of(source.path) for source in sources if source.path not in read)
    return {name.ref for name in names if not isinstance(name, Diagnostic)}


def _loader(
    store: Store,
    fresh: dict[str, bytes],
    paths: dict[str, str],
    sources: Sequence[Source],
    work: Callable[[Source], Encoded],
) -> Callable[[str], Body]:
    """How a text is loaded by its digest: what was just parsed, what is kept, and else parsed again."""
    by_path = {source.path: source for source in sources}

    def load(digest: str) -> Body:
        kept = fresh.get(digest) or store.get(BODIES, digest)
        body = decode_body(kept) or decode_body(work(by_path[paths[digest]]).body)
        if body is None:
            raise LookupError(f"no text with the digest {digest}")
        return body

    return load
