"""A new document, field by field: each answer is read as the site will read it, and refused in the same words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sitegen.content.decode import decode
from sitegen.content.nodes import Mapping as Fields, Node, Scalar, Sequence
from sitegen.content.parse import parse
from sitegen.content.reading import Reading
from sitegen.editing.documents import refs_of
from sitegen.editing.plan import Plan
from sitegen.editing.refusal import Refusal
from sitegen.editing.scalars import scalar
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.digest import digest_bytes
from sitegen.foundation.folding import anchor
from sitegen.foundation.text import control_character, nearest, normalised
from sitegen.kinds import BY_NAME
from sitegen.model.document import Source
from sitegen.model.kind import Kind
from sitegen.model.problems import N_
from sitegen.model.records import Named
from sitegen.model.reference import ID, Ref
from sitegen.model.shape import Field, shape
from sitegen.pipeline.load import Held

Tree: TypeAlias = "str | dict[str, Tree] | list[Tree]"
LONGEST_ID = 60
NEAR_FIELD = N_("There is no field “{name}” in this kind. Did you mean “{near}”?")


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that is being made. `lang` is empty for a file of all languages."""

    ref: Ref
    lang: str

    @property
    def path(self) -> str:
        kind = BY_NAME[self.ref.kind]
        return f"content/{kind.folder}/{self.ref.id}{'.' if self.lang else ''}{self.lang}.md"


def is_neutral(kind: Kind) -> bool:
    """Whether documents of a kind are one file for all languages: those that have a name rather than a title."""
    return issubclass(kind.facts, Named)


def label(kind: Kind) -> str:
    """The name of the field that says what a document is called."""
    return "name" if is_neutral(kind) else "title"


def required(kind: Kind) -> tuple[Field, ...]:
    """The fields that a document of a kind must have, what it is called first."""
    found = [field for field in shape(kind.facts) if field.required]
    return tuple(sorted(found, key=lambda field: field.name != label(kind)))


def suggested_id(title: str) -> str:
    """An id made of a title: whole words of it, as many as are short; "" if nothing of it can be written so."""
    words = anchor(title).split("-")
    while len("-".join(words)) > LONGEST_ID and len(words) > 1:
        words.pop()
    return "-".join(words)[:LONGEST_ID].strip("-")


def wrong_id(identifier: str, kind: Kind, held: Held) -> tuple[str, dict[str, str]] | None:
    """What is wrong with an id for a new document: a message id and its values."""
    if not ID.fullmatch(identifier):
        return N_("“{name}” is not an id: use lower-case letters a–z, digits and hyphens."), {"name": identifier}
    if Ref(kind.name, identifier) in refs_of(held.content):
        return N_("There is a document “{name}” already."), {"name": f"{kind.name}:{identifier}"}
    return None


def wrong_answer(kind: Kind, lang: str, languages: tuple[str, ...], path: str, value: Tree) -> tuple[Diagnostic, ...]:
    """What is wrong with the value of one field, as reading the file would say it."""
    place = Span(path)
    reading = Reading(path, kind.name, lang, languages, partial=True)
    name, _, rest = path.partition(".")
    node = _node(_nested(rest, value), place)
    decode(Fields(((Scalar(name, place), node),), place), kind.facts, reading)
    return tuple(reading.diagnostics)


def _nested(path: str, value: Tree) -> Tree:
    for name in reversed(path.split(".") if path else []):
        value = [value] if name.isdigit() else {name: value}
    return value


def _node(value: Tree, place: Span) -> Node:
    if isinstance(value, dict):
        return Fields(tuple((Scalar(name, place), _node(each, place)) for name, each in value.items()), place)
    if isinstance(value, list):
        return Sequence(tuple(_node(each, place) for each in value), place)
    return Scalar(normalised(value), place, quoted=control_character(value) is not None)


def tree(kind: Kind, settings: Iterable[tuple[str, str]]) -> dict[str, Tree]:
    """The fields that settings as `venue.name=…` and `links.0.url=…` describe. A list may be said item by item.

    Raises `Refusal` where two settings cannot both be.
    """
    found: dict[str, Tree] = {}
    known = {field.name: field for field in shape(kind.facts)}
    for path, words in settings:
        name, _, rest = path.partition(".")
        if name not in known and not name.startswith("x-"):
            near = nearest(name, known)
            if near:
                raise Refusal(NEAR_FIELD, name=name, near=near)
            raise Refusal(N_("There is no field “{name}” in this kind."), name=name)
        if not rest and name in known and known[name].many:
            items = found.setdefault(name, [])
            if not isinstance(items, list):
                raise _clash(path)
            items.append(words)
        else:
            _put(found, path.split("."), words, path)
    return found


def _put(into: dict[str, Tree], names: list[str], words: str, path: str) -> None:
    at: dict[str, Tree] | list[Tree] = into
    for name, after in zip(names, [*names[1:], None], strict=True):
        empty: Tree = words if after is None else [] if after.isdigit() else {}
        if isinstance(at, list):
            if not name.isdigit() or int(name) > len(at):
                raise _clash(path)
            if int(name) == len(at):
                at.append(empty)
            held = at[int(name)]
        else:
            if after is None and name in at:
                raise _clash(path)
            held = at.setdefault(name, empty)
        if after is not None:
            if isinstance(held, str) or isinstance(held, list) != after.isdigit():
                raise _clash(path)
            at = held


def _clash(path: str) -> Refusal:
    return Refusal(N_("“{name}” does not go together with what was set before it."), name=path)


def text_of(fields: Mapping[str, Tree]) -> str:
    """The file."""
    return "\n".join(("---", *_lines(fields, ""), "---", ""))


def _lines(fields: Mapping[str, Tree], indent: str) -> Iterable[str]:
    for name, value in fields.items():
        if isinstance(value, str):
            yield f"{indent}{name}: {scalar(value)}"
        elif isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _lines(value, indent + "  ")
        elif all(isinstance(item, str) for item in value):
            yield f"{indent}{name}: [{', '.join(scalar(str(item), in_list=True) for item in value)}]"
        else:
            yield f"{indent}{name}:"
            for item in value:
                yield from _item(item, indent + "  ")


def _item(item: Tree, indent: str) -> Iterable[str]:
    if isinstance(item, dict):
        first, *others = _lines(item, indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from others
    else:
        yield f"{indent}- {scalar(str(item))}"


def plan_new(draft: Draft, fields: Mapping[str, Tree], languages: tuple[str, ...]) -> Plan:
    """What is written for a new document. Raises `Refusal` where the file would hold a mistake."""
    data = text_of(fields).encode()
    found = parse(Source(draft.path, data, digest_bytes(data)), languages)
    wrong = tuple(each for each in found.diagnostics if each.level == "error")
    if wrong or found.value is None:
        raise Refusal(N_("Nothing was written, as mistakes would come of it."), found.diagnostics)
    return Plan({draft.path: data})
