"""The parts of an original's wording: its fields of words, and its text by section."""

from collections.abc import Iterable

from sitegen.content.frontmatter import Parts
from sitegen.content.reading import Reading
from sitegen.foundation.diagnostics import Span
from sitegen.model.body import Heading
from sitegen.model.problems import N_
from sitegen.model.wording import Part, part

ABOVE = N_("the text before the first heading")
ADDRESS = "slug"
"""A field of words that no reader reads."""


def parts_of(reading: Reading, parts: Parts, headings: Iterable[Heading]) -> tuple[Part, ...]:
    """The parts that a file says, fields by path and then sections in their order. Knows nothing of what is wrong."""
    said = sorted(each for each in reading.written if each[0] != ADDRESS)
    fields = tuple(part(path, _label(path), words, span) for path, words, span in said)
    return (*fields, *_sections(parts, headings, reading.path))


def _label(path: str) -> str:
    """A path as people write it: programme.2.title is the title of the second item."""
    return ".".join(str(int(name) + 1) if name.isdigit() else name for name in path.split("/"))


def _sections(parts: Parts, headings: Iterable[Heading], path: str) -> Iterable[Part]:
    lines = parts.body.split("\n")
    starts = [("#", ABOVE, Span(path, parts.body_line))]
    starts += [(f"#{each.anchor}", each.text, each.span) for each in headings]
    ends = [span.line - parts.body_line for _, _, span in starts[1:]]
    for (name, label, span), end in zip(starts, [*ends, len(lines)], strict=True):
        words = "\n".join(lines[span.line - parts.body_line : end])
        if words.strip():
            yield part(name, label, words, span)
