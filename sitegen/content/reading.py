"""What is gathered while one file is read: mistakes, leaves, references and prose, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sitegen.content.markdown import Parsed, Place, parse_markdown
from sitegen.content.nodes import Scalar
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.text import nearest
from sitegen.model.body import Body
from sitegen.model.document import Leaf
from sitegen.model.problems import report
from sitegen.model.reference import Reference
from sitegen.model.shape import joined


def wrong_language(lang: str, place: Span, languages: Sequence[str]) -> Diagnostic | None:
    """What is wrong with a language that must be one of the site's."""
    if lang in languages:
        return None
    if lang == "no":
        return report("plain-norwegian", place)
    near = nearest(lang, languages) or ""
    return report("unknown-language", place, lang=lang, known=", ".join(languages), near=near)


@dataclass(slots=True)
class Reading:
    """The notes taken on one file of the language `lang` on a site of `languages`.

    `partial`: a translation, which need not repeat what is required. `files` are those of the bundle that
    its texts name.
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
    files: list[tuple[str, Span]] = field(default_factory=list)

    def wrong(self, code: str, span: Span, **values: object) -> None:
        self.diagnostics.append(report(code, span, **values))

    def fact(self, path: str, value: object, span: Span) -> None:
        written = str(value).lower() if isinstance(value, bool) else str(value)
        self.leaves.append(Leaf(path, "fact", written, span))

    def items(self, path: str, names: list[str], span: Span) -> None:
        self.leaves.append(Leaf(path, "list", " ".join(names), span))

    def text(self, path: str, lang: str, words: str, span: Span) -> None:
        self.leaves.append(Leaf(self._said_at(path, lang), "text", words, span))

    def markdown(self, path: str, lang: str, node: Scalar) -> Body:
        """Prose of a field, parsed."""
        at = node.words or node.span
        place = Place(self.path, at.line, self.kind, lang, at.column, prefix=path)
        parsed = self.parsed(node.value, place, None if node.words else node.span)
        self.prose.append((path, parsed.body))
        self.leaves.append(Leaf(self._said_at(path, lang), "prose", parsed.outline.digest, node.span))
        return parsed.body

    def parsed(self, text: str, place: Place, whole: Span | None = None) -> Parsed:
        """A Markdown text. All that is said of it is said of `whole`, if that is given."""
        parsed = parse_markdown(text, place)
        self.diagnostics += [replace(each, span=whole or each.span) for each in parsed.diagnostics]
        self.references += [replace(each, span=whole or each.span) for each in parsed.references]
        self.files += [(name, whole or span) for name, span in (*parsed.outline.images, *parsed.files)]
        return parsed

    def _said_at(self, path: str, lang: str) -> str:
        """The path of words: in a language-neutral file, one for each language."""
        return path if lang == self.lang else joined(path, lang)
