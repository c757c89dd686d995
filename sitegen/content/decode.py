"""Front matter to a record, by the shape of the record's type. All mistakes are noted in one pass.

A missing or mistaken required value makes the whole record `None` to its caller: there is never a record that
breaks the promise of its type.
"""

from collections.abc import Iterable
from typing import Any, TypeVar, get_args, get_origin

from sitegen.content.nodes import Mapping, Node, Scalar, Sequence
from sitegen.content.reading import Reading, wrong_language
from sitegen.content.scalars import VERBS
from sitegen.content.values.bad import Bad
from sitegen.foundation.diagnostics import Span
from sitegen.foundation.text import nearest
from sitegen.model.fields import Party
from sitegen.model.records import Facts
from sitegen.model.reference import ID, Ref, Reference
from sitegen.model.shape import Field, joined, shape
from sitegen.model.words import ANY, Prose, Text

R = TypeVar("R")
EXTENSION = "x-"


def decode(node: Mapping, record: type[R], reading: Reading, at: str = "", others: Iterable[str] = ()) -> R | None:
    """The record that the fields of `node` say, or None if it cannot be made; `at` is its path.

    A record within another is made without a mistake or not at all; the outermost one is made without its
    mistaken fields if they are optional, so that more can be found. `others` are fields that stand beside
    these, and that a misspelt one may have been meant to be.
    """
    before = len(reading.diagnostics)
    known = {field.name: field for field in shape(record)}
    values: dict[str, Any] = {}
    for key, child in node.entries:
        if key.value in known:
            field = known[key.value]
            value = _field(child, field, key, reading, joined(at, field.name))
            if value is not None:
                values[field.attribute] = value
        elif key.value.startswith(EXTENSION) and not at and issubclass(record, Facts):
            values["extra"] = (*values.get("extra", ()), (key.value, _plain(child)))
            reading.fact(key.value, _plain(child), key.span)
        else:
            near = nearest(key.value, (*known, *others)) or ""
            reading.wrong("unknown-field", key.span, name=key.value, near=near)
    _require(node, known, reading, values)
    lacking = any(field.required and field.attribute not in values for field in known.values())
    if lacking or reading.partial or (at and len(reading.diagnostics) > before):
        return None
    return record(**values)


def _require(node: Mapping, known: dict[str, Field], reading: Reading, values: dict[str, Any]) -> None:
    if reading.partial:
        return
    written = {key.value: child for key, child in node.entries}
    for name, field in known.items():
        if not field.required:
            continue
        if name not in written:
            reading.wrong("missing-field", Span(node.span.path, node.span.line, node.span.column), name=name)
        elif _empty(written[name]):
            reading.wrong("empty-field", written[name].span, name=name)


def _empty(node: Node) -> bool:
    """Whether nothing was written; fields of which none has a value are nothing, as forms leave them."""
    if isinstance(node, Scalar):
        return node.empty or not node.value.strip()
    if isinstance(node, Sequence):
        return not node.items
    return all(_empty(child) for _, child in node.entries)


def _field(node: Node, field: Field, key: Scalar, reading: Reading, path: str) -> Any:
    """The value of a field, or None where it is empty or mistaken."""
    if _empty(node):
        return None
    if field.many:
        return _list(node, field, key, reading, path)
    return _one(node, field, key, reading, path)


def _list(node: Node, field: Field, key: Scalar, reading: Reading, path: str) -> tuple[Any, ...] | None:
    if not isinstance(node, Sequence):
        reading.wrong("expects-list", node.span, name=field.name)
        return None
    keys = [_item_key(item) for item in node.items]
    names = [own.value if own else str(index) for index, own in enumerate(keys)]
    reading.items(path, names, key.span)
    seen: set[str] = set()
    for item, own, name in zip(node.items, keys, names, strict=True):
        if name in seen:
            reading.wrong("repeated-key", (own or item).span, key=name)
        seen.add(name)
    found = []
    for item, name in zip(node.items, names, strict=True):
        if _empty(item) and reading.partial and isinstance(item, Mapping):
            continue  # a translation leaves the item's words to the original; what is here keeps its place
        if _empty(item):
            reading.wrong("empty-item", item.span, name=field.name)
        else:
            found.append(_one(item, field, key, reading, joined(path, name)))
    return None if None in found else tuple(found)


def _item_key(item: Node) -> Scalar | None:
    """The key of an item, by which it is named as in `model.shape.item_name`."""
    key = item.get("key") if isinstance(item, Mapping) else None
    return key if isinstance(key, Scalar) and key.value else None


def _one(node: Node, field: Field, key: Scalar, reading: Reading, path: str) -> Any:
    if field.sort == "record":
        return _record(node, field, reading, path)
    if field.sort in ("text", "prose"):
        return _words(node, field, reading, path)
    if field.sort == "party" and isinstance(node, Mapping):
        text = _words(node, field, reading, path)
        return Party(text=text) if text else None
    if not isinstance(node, Scalar):
        reading.wrong("expects-one", node.span, name=field.name, found=form(node))
        return None
    if field.sort == "party":
        return _party(node, field, reading, path)
    return _reference(node, field, reading, path) if field.sort == "ref" else _scalar(node, field, reading, path)


def _record(node: Node, field: Field, reading: Reading, path: str) -> Any:
    if isinstance(node, Mapping):
        return decode(node, field.type, reading, path)
    shorthand = getattr(field.type, "SHORTHAND", None)
    if shorthand and isinstance(node, Scalar):
        key = Scalar(shorthand, node.span)
        return decode(Mapping(((key, node),), node.span), field.type, reading, path)
    names = ", ".join(each.name for each in shape(field.type))
    reading.wrong("expects-record", node.span, name=field.name, fields=names)
    return None


def _scalar(node: Scalar, field: Field, reading: Reading, path: str) -> Any:
    text = node.value.strip()
    try:
        value = _choice(text, field) if get_origin(field.type) else VERBS[field.type](text)
    except Bad as bad:
        reading.wrong(bad.code, node.span, **{"value": text, "name": field.name, **bad.values})
        return None
    if "\n" in text:
        reading.wrong("one-line", node.span, name=field.name)
        return None
    reading.fact(path, value, node.span)
    return value


def _choice(text: str, field: Field) -> str:
    known = get_args(field.type)
    if text not in known:
        raise Bad("choice", known=", ".join(known), near=nearest(text, known) or "")
    return text


def _reference(node: Scalar, field: Field, reading: Reading, path: str) -> Ref | None:
    target = Ref.of(node.value.strip())
    if not ID.fullmatch(target.id) or (":" in node.value and not ID.fullmatch(target.kind)):
        reading.wrong("reference-form", node.span, value=node.value.strip())
        return None
    if not target.kind and len(field.kinds) == 1:
        target = Ref(field.kinds[0], target.id)
    role = field.name if field.many else path.split("/")[0]
    reading.references.append(Reference(target, field.kinds, role, node.span))
    reading.fact(path, target, node.span)
    return target


def _party(node: Scalar, field: Field, reading: Reading, path: str) -> Party | None:
    """A reference if the words have the form of one, else words."""
    if ID.fullmatch(Ref.of(node.value.strip()).id):
        ref = _reference(node, field, reading, path)
        return Party(ref=ref) if ref else None
    text = _words(node, field, reading, path)
    return Party(text=text) if text else None


def _words(node: Node, field: Field, reading: Reading, path: str) -> Any:
    """Words: in a file of one language a value, in a language-neutral one a map by language (or a name)."""
    if isinstance(node, Scalar):
        said = _said(node, reading.lang or ANY, field, reading, path)
        return None if said is None else _of_sort(field, ((reading.lang or ANY, said),))
    if isinstance(node, Sequence) and not reading.lang:
        reading.wrong("expects-languages", node.span, name=field.name, found=form(node))
        return None
    if not isinstance(node, Mapping) or reading.lang:
        reading.wrong("expects-one", node.span, name=field.name, found=form(node))
        return None
    entries = []
    for key, child in node.entries:
        if wrong := wrong_language(key.value, key.span, reading.languages):
            reading.diagnostics.append(wrong)
        elif not isinstance(child, Scalar):
            reading.wrong("expects-one", child.span, name=key.value, found=form(child))
        elif not _empty(child):
            entries.append((key.value, _said(child, key.value, field, reading, path)))
    if not entries:
        return None
    return _of_sort(field, tuple(sorted(entries, key=lambda entry: entry[0])))


def _of_sort(field: Field, entries: tuple[tuple[str, Any], ...]) -> Text | Prose | None:
    if any(said is None for _, said in entries):
        return None
    return Prose(entries) if field.sort == "prose" else Text(entries)


def _said(node: Scalar, lang: str, field: Field, reading: Reading, path: str) -> Any:
    if node.comment:
        reading.wrong("comment-in-text", node.span)
    if field.sort == "prose":
        return reading.markdown(path, lang, node)
    words = node.value.strip()
    if "\n" in words:
        reading.wrong("one-line", node.span, name=field.name)
        return None
    reading.text(path, lang, words, node)
    return words


def form(node: Node) -> str:
    return {"Scalar": "one value", "Sequence": "a list", "Mapping": "fields"}[type(node).__name__]


def _plain(node: Node) -> str:
    """What an x- field holds, as text: templates get it as it was written."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return ", ".join(_plain(item) for item in node.items)
    return ", ".join(f"{key.value}: {_plain(value)}" for key, value in node.entries)
