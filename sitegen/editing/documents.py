"""The files of a site by the documents that they are texts of."""

from collections.abc import Iterable

from sitegen.content.naming import Name, name_of
from sitegen.content.read import Folder
from sitegen.editing.refusal import Refusal
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.text import nearest
from sitegen.model.document import Source
from sitegen.model.problems import N_
from sitegen.model.reference import Ref


def named(path: str) -> Name | None:
    """What the path of a text says, if it is one that a text can have."""
    found = name_of(path)
    return None if isinstance(found, Diagnostic) else found


def refs_of(content: Folder) -> frozenset[Ref]:
    """All documents that have a file."""
    names = (named(source.path) for source in content.sources)
    return frozenset(name.ref for name in names if name)


def texts_of(content: Folder, ref: Ref) -> tuple[Source, ...]:
    """The files of a document."""
    found = ((source, named(source.path)) for source in content.sources)
    return tuple(source for source, name in found if name and name.ref == ref)


def the_document(written: str, known: Iterable[Ref]) -> Ref:
    """The document that an id, or kind:id, means. Raises `Refusal`."""
    wanted = Ref.of(written)
    found = sorted(ref for ref in known if ref.id == wanted.id and wanted.kind in ("", ref.kind))
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(map(str, found))
        raise Refusal(N_("“{name}” is the id of several documents: {found}."), name=written, found=listed)
    near = nearest(written, [*(ref.id for ref in known), *map(str, known)])
    if near:
        raise Refusal(N_("There is no document “{name}”. Did you mean “{near}”?"), name=written, near=near)
    raise Refusal(N_("There is no document “{name}”."), name=written)
