"""How one document names another: by kind and id, never by language, address or file."""

import re
from dataclasses import dataclass

import msgspec

from sitegen.foundation.diagnostics import Span

LONGEST_ID = 120
"""Characters; an id is part of a file's name, which disks bound to 255 bytes."""
ID = re.compile(rf"(?=.{{1,{LONGEST_ID}}}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")


class Ref(msgspec.Struct, frozen=True, order=True):
    """The name of a document. `kind` is empty while a bare id may still be of several kinds.

    A struct, as the tables of a site are keyed by it, and its hash is found faster.
    """

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.kind else self.id

    @classmethod
    def of(cls, text: str) -> "Ref":
        """The reference that `kind:id` or a bare id stands for."""
        kind, colon, name = text.partition(":")
        return cls(kind, name) if colon else cls("", text)


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A document's mention of another: what it names, of which kinds it may be, in which role, and where.

    `role` is the field ("organisers", "speakers") or "mentions" for a link in the text; `anchor` the
    heading that a link in the text points to.
    """

    target: Ref
    kinds: tuple[str, ...]
    role: str
    span: Span
    anchor: str = ""
