"""One source file as it was understood."""

from dataclasses import dataclass, field
from typing import Literal

from sitegen.foundation.diagnostics import Span
from sitegen.foundation.digest import Digest
from sitegen.model.body import Body, Outline
from sitegen.model.prose import NO_CLAIMS, Claims, Silence
from sitegen.model.records import Facts
from sitegen.model.reference import Ref, Reference
from sitegen.model.wording import Part


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the content folder: its path below the site's folder, its bytes, and their digest."""

    path: str
    data: bytes = field(repr=False)
    digest: Digest


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single thing that a file says: at which path of the front matter, where, and what.

    `path` joins field names and, in lists, keys or positions: "venue/name", "programme/workshop/title",
    "topics/0". `value` is the words of a text; for a fact its value in one fixed notation, so that two files
    that mean the same are equal; for a list the keys or positions of its items, with spaces between; for
    prose a digest, as it is kept apart, parsed. Words of a language-neutral file have their language as the
    last part of the path: "name/nb".
    """

    path: str
    sort: Literal["fact", "list", "text", "prose"]
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, as far as it can be told; `sound` if it can in full.

    `lang` is empty for a language-neutral file. `facts` are there in an original and in a neutral file; a
    translation has its words in `leaves` and `prose` alone, and a file that is empty has neither. `files` are
    those of the bundle that its texts name. `opening` is where it says what it translates, else its first line.
    `parts` are those of an original's wording; `made_at` is where a translation says from which it was made.
    """

    ref: Ref
    path: str
    lang: str
    translates: str
    made_from: str
    aliases: tuple[tuple[str, Span], ...]
    facts: Facts | None
    leaves: tuple[Leaf, ...]
    prose: tuple[tuple[str, Body], ...]
    references: tuple[Reference, ...]
    files: tuple[tuple[str, Span], ...]
    outline: Outline
    head_digest: Digest
    opening: Span
    sound: bool = True
    claims: Claims = NO_CLAIMS
    silences: tuple[Silence, ...] = ()
    parts: tuple[Part, ...] = ()
    made_at: Span | None = None
