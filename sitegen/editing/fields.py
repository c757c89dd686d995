"""A field of front matter set at its place, or added as a line: the rest of the file stays as it is."""

from collections.abc import Iterator

from sitegen.content.frontmatter import decode, split
from sitegen.content.nodes import Mapping, Node, Scalar, Sequence
from sitegen.content.yaml_nodes import Refused, read_yaml
from sitegen.editing.refusal import Refusal
from sitegen.editing.written import Change, Written
from sitegen.model.problems import N_

UNREAD = N_("{path} has no front matter that can be read.")
LINES = N_("{path}: the field “{name}” must stand on one line before it can be changed.")


def fields_of(data: bytes, path: str) -> Mapping:
    """The front matter of a file. Raises `Refusal`."""
    text = decode(data, path)
    parts = split(text.value, path) if text.value is not None else None
    if parts is None or parts.value is None:
        raise Refusal(UNREAD, path=path)
    try:
        return read_yaml(parts.value.front, path, parts.value.front_line)[0]
    except Refused as refused:
        raise Refusal(UNREAD, path=path) from refused


def key_of(fields: Mapping, name: str) -> Scalar | None:
    """The name of a field where it stands."""
    return next((key for key, _ in fields.entries if key.value == name), None)


def set_field(written: Written, fields: Mapping, name: str, value: str, after: str = "") -> Change:
    """Sets a field of one value, which is new or stands on one line; a new one goes below the field `after`."""
    key, old = key_of(fields, name), fields.get(name)
    if key is None:
        return _added(written, fields, f"{name}: {value}", after)
    if isinstance(old, Scalar) and (old.value or old.quoted):
        start, end = written.between(old.span)
        if written.text[start:end].strip("\"'") != old.value:
            raise Refusal(LINES, path=old.span.path, name=name)
        return Change(start, end, value)
    at = _after_colon(written, key)
    return Change(at, at, f" {value}")


def add_items(written: Written, fields: Mapping, name: str, items: tuple[str, ...]) -> Change:
    """Puts items, as they are written in YAML, before those of a list, which is new, or there and perhaps empty."""
    key, old = key_of(fields, name), fields.get(name)
    if key is None:
        return _added(written, fields, f"{name}: [{', '.join(items)}]")
    if isinstance(old, Sequence) and old.items:
        return _before(written, old.items[0], items)
    if isinstance(old, Sequence):
        at = written.offset(old.span.line, old.span.column) + 1
        return Change(at, at, ", ".join(items))
    at = _after_colon(written, key)
    return Change(at, at, f" [{', '.join(items)}]")


def drop_items(written: Written, fields: Mapping, name: str, items: tuple[str, ...]) -> Iterator[Change]:
    """Takes items out of a list, with their lines or their commas."""
    old = fields.get(name)
    for item in old.items if isinstance(old, Sequence) else ():
        if isinstance(item, Scalar) and item.value in items:
            start, end = written.between(item.span)
            line = written.start(item.span.line)
            if written.text[line:start].strip() == "-":
                yield Change(line, written.start(item.span.line + 1), "")
            else:
                rest = written.text[end:]
                comma = len(rest) - len(rest.lstrip()) if rest.lstrip().startswith(",") else None
                after = "" if comma is None else rest[comma + 1 :]
                yield Change(start, end if comma is None else end + comma + 1 + len(after) - len(after.lstrip(" ")), "")


def _before(written: Written, first: Node, items: tuple[str, ...]) -> Change:
    """Items before the first one of a list: on lines of their own, or between brackets."""
    at = written.offset(first.span.line, first.span.column)
    start = written.start(first.span.line)
    lead = written.text[start:at]
    if lead.strip() == "-":
        return Change(start, start, "".join(f"{lead}{item}{written.newline}" for item in items))
    return Change(at, at, "".join(f"{item}, " for item in items))


def _added(written: Written, fields: Mapping, line: str, after: str = "") -> Change:
    """A new field: below that of the name `after`, else as the last; in brackets, as the first."""
    if not fields.entries:
        at = written.start(2)
        return Change(at, at, f"{line}{written.newline}")
    first = fields.entries[0][0].span
    opening = written.offset(fields.span.line, fields.span.column)
    if written.text[opening] == "{":
        return Change(opening + 1, opening + 1, f"{line}, ")
    found = key_of(fields, after)
    at = written.start(found.span.line + 1 if found else _closing(written))
    return Change(at, at, f"{' ' * (first.column - 1)}{line}{written.newline}")


def _closing(written: Written) -> int:
    """The number of the line --- that ends the front matter."""
    return next(number for number in _from(2) if written.line(number).rstrip() == "---")


def _from(number: int) -> Iterator[int]:
    while True:
        yield number
        number += 1


def _after_colon(written: Written, key: Scalar) -> int:
    return written.text.index(":", written.between(key.span)[1]) + 1
