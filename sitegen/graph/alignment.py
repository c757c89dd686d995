"""Which item of the original's lists each item of a translation is: by its key, else by its position."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.model.body import Body
from sitegen.model.document import Document, Leaf


@dataclass(frozen=True, slots=True)
class Aligned:
    """What a translation says, with the paths that the original has for the same things."""

    lang: str
    leaves: tuple[Leaf, ...]
    prose: tuple[tuple[str, Body], ...]


def align(translation: Document, original: Document) -> Aligned:
    lists = {leaf.path: leaf.value.split() for leaf in original.leaves if leaf.sort == "list"}
    return Aligned(
        lang=translation.lang,
        leaves=tuple(replace(leaf, path=_renamed(leaf.path, lists)) for leaf in translation.leaves),
        prose=tuple((_renamed(path, lists), body) for path, body in translation.prose),
    )


def _renamed(path: str, lists: Mapping[str, list[str]]) -> str:
    """The path, with each position replaced by the key that the original's item there has."""
    found = ""
    for part in path.split("/"):
        names = lists.get(found, [])
        by_position = part not in names and part.isdigit() and int(part) < len(names)
        name = names[int(part)] if by_position else part
        found = f"{found}/{name}" if found else name
    return found


def prefixes(path: str) -> Iterator[str]:
    """The paths of what holds a leaf, from the outside in."""
    for at, character in enumerate(path):
        if character == "/":
            yield path[:at]
