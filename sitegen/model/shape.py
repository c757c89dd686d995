"""The shape of a record, read off its annotations: which fields it has, of which sort, and which are required.

A kind is declared once, as a dataclass. What reads front matter, what joins translations, and what lists the
fields for editors all go by the shape, so that they cannot disagree about it.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from sitegen.model.fields import Party, To
from sitegen.model.moment import Moment
from sitegen.model.reference import Ref
from sitegen.model.words import Prose, Text

Sort = Literal["scalar", "text", "prose", "ref", "party", "record"]
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `name` as editors write it, `attribute` as Python has it, `type` of one value of it.

    `many` fields hold a tuple; `kinds` are those that a reference may point to (none: any).
    """

    name: str
    attribute: str
    required: bool
    sort: Sort
    type: Any
    many: bool = False
    kinds: tuple[str, ...] = ()


HIDDEN = frozenset({"extra"})
"""Attributes that no editor writes by this name."""


VALUES = (Moment,)
"""Dataclasses that are written as one value, not as a record."""


def shape(record: Any) -> tuple[Field, ...]:
    """The fields of a record type, in the order of their declaration."""
    return _shape(record)


@cache
def _shape(record: Any) -> tuple[Field, ...]:
    hints = get_type_hints(record, include_extras=True)
    return tuple(
        _field(field.name, hints[field.name], field.default is MISSING and field.default_factory is MISSING)
        for field in fields(record)
        if field.name not in HIDDEN
    )


def _field(attribute: str, annotation: Any, required: bool) -> Field:
    kinds: tuple[str, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, marker = get_args(annotation)[:2]
        kinds = marker.kinds if isinstance(marker, To) else ()
    annotation = _without_none(annotation)
    many = get_origin(annotation) is tuple
    one = get_args(annotation)[0] if many else annotation
    return Field(attribute.rstrip("_"), attribute, required, _sort(one), one, many, kinds)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        return next(each for each in get_args(annotation) if each is not NoneType)
    return annotation


def _sort(one: Any) -> Sort:
    named: dict[Any, Sort] = {Text: "text", Prose: "prose", Ref: "ref", Party: "party"}
    if one in named:
        return named[one]
    return "record" if is_dataclass(one) and one not in VALUES else "scalar"


Change = Callable[[str, Field, Any], Any]


def rebuild(record: R, change: Change, at: str = "") -> R:
    """The record with each leaf replaced by `change(path, field, leaf)`; records and lists keep their form.

    A leaf is what stands in a field that is no record: one value, or None where a single field is empty. The
    paths are those of `Leaf`.
    """
    changed = {}
    for field in shape(type(record)):
        old = getattr(record, field.attribute)
        new = _rebuilt(old, field, change, joined(at, field.name))
        if new is not old:
            changed[field.attribute] = new
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


def _rebuilt(old: Any, field: Field, change: Change, path: str) -> Any:
    if field.many:
        items = [
            rebuild(item, change, joined(path, item_name(item, index)))
            if field.sort == "record"
            else change(joined(path, str(index)), field, item)
            for index, item in enumerate(old)
        ]
        return old if all(new is item for new, item in zip(items, old, strict=True)) else tuple(items)
    if field.sort == "record":
        return old if old is None else rebuild(old, change, path)
    return change(path, field, old)


def item_name(item: object, index: int) -> str:
    """What stands for an item of a list in a path: its key, else its position from 0."""
    return getattr(item, "key", None) or str(index)


def joined(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name


def walk(record: object, at: str = "") -> Iterator[tuple[str, Field, Any]]:
    """Each leaf of a record that is there, with its path and field; the paths are those of `Leaf`."""
    for field in shape(type(record)):
        path = joined(at, field.name)
        held = getattr(record, field.attribute)
        named = (
            [(joined(path, item_name(item, index)), item) for index, item in enumerate(held)]
            if field.many
            else [(path, held)]
        )
        for place, item in named:
            if field.sort == "record" and item is not None:
                yield from walk(item, place)
            elif item is not None:
                yield place, field, item
