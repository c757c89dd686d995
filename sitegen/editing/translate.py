"""A new translation: the fields of words that the original has, each empty below the original's words as a comment.

Nothing of it is published until somebody writes a title or a text: what the original says stands in comments alone,
its text as well, as Markdown has no comments of its own.
"""

from collections.abc import Iterator

from sitegen.content.frontmatter import decode, split
from sitegen.content.nodes import Mapping, Node, Scalar, Sequence
from sitegen.content.yaml_nodes import SIZE
from sitegen.editing.accept import the_original
from sitegen.editing.documents import named, texts_of
from sitegen.editing.fields import fields_of
from sitegen.editing.plan import Plan
from sitegen.editing.refusal import Refusal
from sitegen.editing.scalars import scalar
from sitegen.kinds import BY_NAME
from sitegen.model.document import Document
from sitegen.model.problems import N_
from sitegen.model.reference import Ref
from sitegen.model.shape import Field, shape
from sitegen.model.wording import source_of
from sitegen.pipeline.load import Held
from sitegen.render.locale.messages import Catalogue

INTRODUCTION = (
    N_(
        "Write the translation after each colon. Lines that begin with # are the original's words; no reader sees them."
    ),
    N_("Leave a field empty, or take it out, where the original's words are to be shown."),
)
TEXT = N_("The text of the original. Write its translation below the line with three hyphens.")
TOO_LONG = N_("The text of the original is in {path}. Write its translation below the line with three hyphens.")
STEP = "  "


def path_of(original: Document, lang: str) -> str:
    """Where the translation belongs: beside the original, named as that is."""
    folder, _, name = original.path.rpartition("/")
    return f"{folder}/{name.split('.')[0]}.{lang}.md"


def translation(original: Document, fields: Mapping, text: str, words: Catalogue) -> str:
    """The file that a translator begins with. `fields` and `text` are those of the original's file."""
    lines = ["---", *(f"# {words.gettext(line)}" for line in INTRODUCTION)]
    lines += [f"translates: {original.lang}", f"source: {source_of(original.parts)}"]
    lines += _record(fields, BY_NAME[original.ref.kind].facts, "")
    if text.strip():
        body = [f"# {words.gettext(TEXT)}", "#", *_comment(text.strip("\n"), "")]
        if len("\n".join((*lines, *body)).encode()) > SIZE - 1024:
            body = [f"# {words.gettext(TOO_LONG).format(path=original.path)}"]
        lines += ["", *body]
    return "\n".join((*lines, "---", ""))


def _record(fields: Mapping, record: type, indent: str) -> Iterator[str]:
    """The fields of words of a record, in the order in which the original has them."""
    known = {field.name: field for field in shape(record)}
    for key, node in fields.entries:
        if key.value in known:
            yield from _field(node, known[key.value], indent)


def _field(node: Node, field: Field, indent: str) -> Iterator[str]:
    if field.sort in ("text", "prose") and isinstance(node, Scalar) and node.value.strip() and not node.empty:
        yield from _words(node, field, indent)
    elif field.sort == "record" and isinstance(node, Mapping):
        if inner := list(_record(node, field.type, indent + STEP)):
            yield from (f"{indent}{field.name}:", *inner)
    elif field.sort == "record" and isinstance(node, Sequence):
        yield from _items(node, field, indent)
    elif field.sort == "party" and isinstance(node, Sequence):
        yield from _parties(node, field, indent)


def _words(node: Scalar, field: Field, indent: str) -> Iterator[str]:
    """An empty field, below what the original says there."""
    said = node.value.strip("\n")
    yield from _comment(said, indent)
    yield f"{indent}{field.name}:{' |' if field.sort == 'prose' and chr(10) in said.strip() else ''}"


def _comment(words: str, indent: str) -> list[str]:
    return [f"{indent}# {line}".rstrip() for line in words.split("\n")]


def _items(node: Sequence, field: Field, indent: str) -> Iterator[str]:
    """The items of a list, all of them, as they are known by their place; none, where none has words."""
    inner = indent + STEP
    items = [list(_item(item, field, inner + STEP)) for item in node.items]
    if not any(items):
        return
    yield f"{indent}{field.name}:"
    for item, lines in zip(node.items, items, strict=True):
        yield from _dashed(_keyed(item, inner) + (lines or [f"{inner}{STEP}{_first(field)}:"]), inner)


def _item(item: Node, field: Field, indent: str) -> Iterator[str]:
    return _record(item, field.type, indent) if isinstance(item, Mapping) else iter(())


def _keyed(item: Node, indent: str) -> list[str]:
    key = item.get("key") if isinstance(item, Mapping) else None
    return [f"{indent}{STEP}key: {key.value}"] if isinstance(key, Scalar) and key.value else []


def _dashed(lines: list[str], indent: str) -> Iterator[str]:
    """The lines of an item, the first that is no comment after a hyphen."""
    first = next(at for at, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (f"{indent}{line.lstrip()}" for line in lines[:first])
    yield f"{indent}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _first(field: Field) -> str:
    """The name of the first field of words that a record has."""
    return next(each.name for each in shape(field.type) if each.sort == "text")


def _parties(node: Sequence, field: Field, indent: str) -> Iterator[str]:
    """A list with people who have no document: names are seldom translated, so that it is there as a comment."""
    said = [item.value for item in node.items if isinstance(item, Scalar)]
    if any(" " in each.strip() for each in said):
        yield f"{indent}# {field.name}: [{', '.join(scalar(each, in_list=True) for each in said)}]"


def plan_translation(held: Held, ref: Ref, lang: str, languages: tuple[str, ...], words: Catalogue) -> Plan:
    """What is written to begin the translation of a document into `lang`. Raises `Refusal`."""
    known = ", ".join(languages)
    if lang not in languages:
        raise Refusal(N_("“{lang}” is no language of this site; it has {known}."), lang=lang, known=known)
    original = the_original(held, ref, languages)
    there = {name.lang: source.path for source in texts_of(held.content, ref) if (name := named(source.path))}
    if lang == original.lang:
        raise Refusal(N_("{path} is the original; it is in “{lang}” already."), path=original.path, lang=lang)
    if lang in there:
        raise Refusal(N_("{path} is there already; nothing is overwritten."), path=there[lang])
    data = next(source.data for source in held.content.sources if source.path == original.path)
    text = split(decode(data, original.path).value or "", original.path).value
    made = translation(original, fields_of(data, original.path), text.body if text else "", words)
    return Plan({path_of(original, lang): made.encode()})
