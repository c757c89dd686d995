"""A parsed Markdown text: HTML with holes, to be filled when the reader's language is known."""

from dataclasses import dataclass
from typing import Literal

from sitegen.foundation.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a body whose HTML depends on the reader or on other documents.

    - `link`: the opening tag of a link to the document `target` ("event:id"), at its heading `anchor`.
    - `title`: the title of the document `target`, for a link without a text of its own.
    - `file`: the opening tag of a link to the attachment `target`, a file of the bundle, at its place `anchor`.
    - `image`: the picture `target`, a file of the bundle; `text` is its alternative text.
    - `block`: the facts that `::: target` puts here (programme, process, partners, contacts).
    """

    sort: Literal["link", "title", "file", "image", "block"]
    target: str
    anchor: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: its level (2 to 6), its anchor, its words, and where it stands."""

    level: int
    anchor: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Body:
    """`segments` are ready HTML and holes in turn; `plain` is the text without any markup."""

    segments: tuple[str | Hole, ...] = ()
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What others may ask of a body without loading it."""

    digest: str
    headings: tuple[Heading, ...] = ()
    blocks: tuple[str, ...] = ()
    images: tuple[tuple[str, Span], ...] = ()
    words: int = 0
