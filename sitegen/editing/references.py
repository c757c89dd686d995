"""Every mention of a document in a file, rewritten at its place.

The reader itself is the judge: an occurrence of the id is a mention if, with another id in its place, the file refers
to another document, and to that alone. So no form of reference is known here, and none can be forgotten: bare ids,
`kind:id`, shorthands, links by kind and by file, link definitions, prose in fields. Code, comments and words that
happen to be equal stay as they are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sitegen.editing.written import Change, Written
from sitegen.graph.references import Index
from sitegen.model.reference import Ref, Reference

References = Callable[[bytes], tuple[Reference, ...]]
"""What a file with these bytes refers to."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """A document's old name and new one, and which documents there are before and after."""

    old: Ref
    new: Ref
    before: Index
    after: Index

    def old_in(self, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
        """The references that mean the document by its old name."""
        return tuple(each for each in references if self.before.candidates(each.target, each.kinds) == (self.old,))

    def new_in(self, references: tuple[Reference, ...]) -> int:
        """How many references mean it by its new name, and can mean nothing else."""
        return sum(self.after.candidates(each.target, each.kinds) == (self.new,) for each in references)


def mentions_rewritten(data: bytes, renaming: Renaming, references: References) -> tuple[Change, ...]:
    """The changes after which the file calls the document by its new name."""
    if renaming.old.id.encode() not in data:
        return ()
    there = references(data)
    if not renaming.old_in(there):
        return ()
    written = Written(data)
    return tuple(_mentions(written, renaming, references, there))


def _mentions(
    written: Written, renaming: Renaming, references: References, there: tuple[Reference, ...]
) -> Iterator[Change]:
    count = len(renaming.old_in(there))
    for found in re.finditer(rf"(?<![a-z0-9-]){re.escape(renaming.old.id)}(?![a-z0-9-])", written.text):
        for name in (renaming.new.id, str(renaming.new)):
            change = Change(found.start(), found.end(), name)
            then = references(written.changed((change,)))
            left = len(renaming.old_in(then))
            if (
                len(then) == len(there)
                and left < count
                and count - left == renaming.new_in(then) - renaming.new_in(there)
            ):
                yield change
                break
