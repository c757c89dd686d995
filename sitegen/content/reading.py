"""What is gathered while one file is read: mistakes, leaves, references and prose, each with its place."""

from dataclasses import dataclass, field

from sitegen.content.markdown import Parsed, Place, parse_markdown
from sitegen.content.nodes import Scalar
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.model.body import Body
from sitegen.model.document import Leaf
from sitegen.model.problems import report
from sitegen.model.reference import Reference


@dataclass(slots=True)
class Reading:
    """The notes taken on one file of the language `lang` on a site of `languages`.

    `partial`: a translation, which need not repeat what is required.
    """

    path: str
    kind: str
    lang: str
    languages: tuple[str, ...]
    partial: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    prose: list[tuple[str, Body]] = field(default_factory=list)

    def wrong(self, code: str, span: Span, **values: object) -> None:
        self.diagnostics.append(report(code, span, **values))

    def fact(self, path: str, value: object, span: Span) -> None:
        self.leaves.append(Leaf(path, "fact", str(value), span))

    def items(self, path: str, names: list[str], span: Span) -> None:
        self.leaves.append(Leaf(path, "list", " ".join(names), span))

    def text(self, path: str, lang: str, words: str, span: Span) -> None:
        if lang == self.lang:
            self.leaves.append(Leaf(path, "text", words, span))

    def markdown(self, path: str, lang: str, node: Scalar) -> Body:
        """Prose of a field, parsed."""
        parsed = self.parsed(node.value, field_place(node, self.path, self.kind, lang, path))
        self.prose.append((path, parsed.body))
        self.leaves.append(Leaf(path, "prose", parsed.outline.digest, node.span))
        return parsed.body

    def parsed(self, text: str, place: Place) -> Parsed:
        parsed = parse_markdown(text, place)
        self.diagnostics.extend(parsed.diagnostics)
        self.references.extend(parsed.references)
        return parsed


def field_place(node: Scalar, path: str, kind: str, lang: str, prefix: str) -> Place:
    """Where the text of a field begins: a block text on the line below its mark."""
    line, column = (node.span.line + 1, 1) if node.block else (node.span.line, node.span.column)
    return Place(path=path, line=line, kind=kind, lang=lang, column=column, prefix=prefix)
