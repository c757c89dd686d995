"""Pictures and attachments: whether each file that a document names lies beside it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.text import nearest
from sitegen.graph.site import File
from sitegen.model.document import Document
from sitegen.model.picture import promised
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
                wrong.append(_missing(document, name, span, there))
        wrong += [report("picture-format", span, value=name) for name, span in _shown(document) if not promised(name)]
    return wrong


def named_files(document: Document) -> Iterator[tuple[str, Span]]:
    """The files of its bundle that a document names, in front matter and text, with the places."""
    for leaf in document.leaves:
        if leaf.path in FIELDS:
            yield leaf.value, leaf.span
    yield from document.files


def _shown(document: Document) -> Iterator[tuple[str, Span]]:
    """Those of them that it shows as pictures."""
    yield from ((leaf.value, leaf.span) for leaf in document.leaves if leaf.path in FIELDS)
    yield from document.outline.images


def _missing(document: Document, name: str, span: Span, there: Collection[str]) -> Diagnostic:
    folder, _, file = document.path.rpartition("/")
    if file.startswith("index."):
        return report("file-missing", span, value=name, folder=folder, near=_likely(name, there))
    index = f"index.{document.lang}.md" if document.lang else "index.md"
    return report("not-a-bundle", span, folder=f"{folder}/{document.ref.id}", index=index, value=name)


def _likely(name: str, there: Collection[str]) -> str:
    """The file that was likely meant; empty if none. What it is called counts, not in which case, nor the ending."""
    stems = {_stem(each): each for each in sorted(there)}
    near = nearest(_stem(name), stems)
    return stems[near] if near else ""


def _stem(name: str) -> str:
    return name.rpartition(".")[0].casefold()
