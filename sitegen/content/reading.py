"""What is gathered while one file is read: mistakes, leaves, references and prose, each with its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from sitegen.content.markdown import Parsed, Place, parse_markdown
from sitegen.content.markdown.manuscript import Passage
from sitegen.content.markdown.passages import field_passage
from sitegen.content.nodes import Scalar
from sitegen.content.prose import read_prose
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.text import nearest
from sitegen.model.body import Body
from sitegen.model.document import Leaf
from sitegen.model.problems import report
from sitegen.model.prose import NO_CLAIMS, Claims, Silence
from sitegen.model.reference import Reference
from sitegen.model.shape import joined

SLUG = "slug"
"""The field that is a part of an address: its words are not those of a text."""

Heard = Callable[[str, Sequence[Passage]], None]
"""Told the words of a text, and the language that they are in."""


def nobody(_lang: str, _words: Sequence[Passage]) -> None:
    """Hears nothing."""


def wrong_language(lang: str, place: Span, languages: Sequence[str]) -> Diagnostic | None:
    """What is wrong with a language that must be one of the site's."""
    if lang in languages:
        return None
    if lang == "no":
        return report("plain-norwegian", place)
    near = nearest(lang.lower(), languages) or ""
    return report("unknown-language", place, lang=lang, known=", ".join(languages), near=near)


@dataclass(slots=True)
class Reading:
    """The notes taken on one file of the language `lang` on a site of `languages`.

    `partial`: a translation, which need not repeat what is required. `files` are those of the bundle that
    its texts name. `written` are the words of fields as they stand there, by path. `heard` is told all words.
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
    claims: Claims = NO_CLAIMS
    silences: list[Silence] = field(default_factory=list)
    written: list[tuple[str, str, Span]] = field(default_factory=list)
    heard: Heard = nobody

    def wrong(self, code: str, span: Span, **values: object) -> None:
        self.diagnostics.append(report(code, span, **values))

    def fact(self, path: str, value: object, span: Span) -> None:
        written = str(value).lower() if isinstance(value, bool) else str(value)
        self.leaves.append(Leaf(path, "fact", written, span))

    def items(self, path: str, names: list[str], span: Span) -> None:
        self.leaves.append(Leaf(path, "list", " ".join(names), span))

    def text(self, path: str, lang: str, words: str, node: Scalar) -> None:
        """A line of words; `words` are those of the node without white space around them."""
        self.leaves.append(Leaf(self._said_at(path, lang), "text", words, node.span))
        self.written.append((self._said_at(path, lang), words, node.span))
        indent = len(node.value) - len(node.value.lstrip())
        place = replace(node.words, column=node.words.column + indent) if node.words else node.span
        if path.rpartition("/")[2] != SLUG:
            self._lint((field_passage(words, place, node.words is not None),), lang)

    def markdown(self, path: str, lang: str, node: Scalar) -> Body:
        """Prose of a field, parsed."""
        at = node.words or node.span
        place = Place(self.path, at.line, self.kind, lang, at.column, prefix=path)
        parsed = self.parsed(node.value, place, None if node.words else node.span)
        self.prose.append((path, parsed.body))
        self.written.append((self._said_at(path, lang), node.value, node.span))
        self.leaves.append(Leaf(self._said_at(path, lang), "prose", parsed.outline.digest, node.span))
        return parsed.body

    def parsed(self, text: str, place: Place, whole: Span | None = None) -> Parsed:
        """A Markdown text. All that is said of it is said of `whole`, if that is given."""
        parsed = parse_markdown(text, place)
        self.diagnostics += [replace(each, span=whole or each.span) for each in parsed.diagnostics]
        self.references += [replace(each, span=whole or each.span) for each in parsed.references]
        self.files += [(name, whole or span) for name, span in (*parsed.outline.images, *parsed.files)]
        self.silences += [_on_line(each, whole) if whole else each for each in parsed.silences]
        words = parsed.passages
        self._lint([replace(each, span=_always(whole)) for each in words] if whole else words, place.lang)
        return parsed

    def _lint(self, words: Sequence[Passage], lang: str) -> None:
        """What the lint finds in a text, and what the text states. The site's own settings are no text."""
        if self.kind:
            self.heard(lang, words)
            stated, found = read_prose(words, self.kind, lang)
            self.claims = self.claims.also(stated)
            self.diagnostics += found

    def _said_at(self, path: str, lang: str) -> str:
        """The path of words: in a language-neutral file, one for each language."""
        return path if lang == self.lang else joined(path, lang)


def _always(span: Span) -> Callable[[int, int], Span]:
    """The place of all words of a text whose places cannot be told apart."""
    return lambda start, end: span


def _on_line(silence: Silence, span: Span) -> Silence:
    return replace(silence, first=span.line, last=span.line, span=span)
