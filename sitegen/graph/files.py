"""Pictures and attachments: whether each file that a document names lies beside it."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.graph.site import File
from sitegen.model.document import Document
from sitegen.model.problems import report
from sitegen.model.reference import Ref

FIELDS = ("image/src", "photo/src", "logo/src")


def check_files(documents: Iterable[Document], files: Mapping[Ref, tuple[File, ...]]) -> list[Diagnostic]:
    """What is wrong with the files that documents name."""
    wrong = []
    for document in documents:
        there = {file.name for file in files.get(document.ref, ())}
        for name, span in named_files(document):
            if name not in there:
                wrong.append(_missing(document, name, span))
    return wrong


def named_files(document: Document) -> Iterator[tuple[str, Span]]:
    """The files of its bundle that a document names, in front matter and text, with the places."""
    for leaf in document.leaves:
        if leaf.path in FIELDS:
            yield leaf.value, leaf.span
    yield from document.files


def _missing(document: Document, name: str, span: Span) -> Diagnostic:
    folder, _, file = document.path.rpartition("/")
    if file.startswith("index."):
        return report("file-missing", span, value=name, folder=folder)
    said = {"folder": f"{folder}/{document.ref.id}", "lang": document.lang, "value": name}
    return report("not-a-bundle", span, **said)
