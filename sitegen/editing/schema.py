"""JSON Schemas (draft 2020-12) of what editors write, made from the shapes of the records.

A schema says what a single file can show: names of fields, forms of values, what is required. It takes YAML as other
tools read it, too, to whom 2027 is a number and true no word. What needs the whole site is for `sitegen check`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, get_args, get_origin

from sitegen.content.parse import HEAD_FIELDS, Head
from sitegen.editing.descriptions import DESCRIPTIONS, description
from sitegen.graph.addresses import SECTIONS
from sitegen.kinds import KINDS
from sitegen.model import fields
from sitegen.model.config import LanguageSettings, Settings
from sitegen.model.kind import Kind
from sitegen.model.moment import Moment
from sitegen.model.shape import Field, shape
from sitegen.render.locale.messages import Catalogue

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
ID = "(?=.{1,120}$)[a-z0-9]+(?:-[a-z0-9]+)*"
LANG = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_MOMENT = f"{_DAY}(?:[Tt ] *{_CLOCK}(?: ?Z| ?[+-][0-9]{{2}}:?[0-9]{{2}})?)?"
_FREQUENCY = "FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)"
_LINE = r"\s*[^\n]*\s*"
SITE = "site"


def _string(pattern: str, *more: str, examples: tuple[str, ...] = ()) -> Schema:
    """A value of this form; `more` are the types as which other tools may read it."""
    found: Schema = {"type": ["string", *more] if more else "string", "pattern": f"^{pattern}$"}
    return {**found, "examples": list(examples)} if examples else found


def _degrees(most: int) -> Schema:
    return {"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "minimum": -most, "maximum": most}


SCALARS: Mapping[Any, Schema] = {
    date: _string(_DAY, examples=("2027-03-04",)),
    Moment: _string(_MOMENT, examples=("2027-03-04 10:00", "2027-03-04")),
    fields.Slot: _string(f"(?:{_CLOCK}|{_MOMENT})", examples=("10:00",)),
    bool: {"enum": [True, False, "true", "false"]},
    int: {"type": ["integer", "string"], "pattern": "^[0-9]{1,9}$", "minimum": 0},
    float: _degrees(180),
    fields.Line: _string(_LINE, "number", "boolean"),
    fields.Identifier: _string(ID, "integer"),
    fields.LangTag: _string(LANG, examples=("nb", "nn", "sv", "da", "en")),
    fields.UrlPath: _string(r"/[^\s?#]+", examples=("/old/page/",)),
    fields.Url: _string(r"[Hh][Tt][Tt][Pp][Ss]?://\S+", examples=("https://www.example.com/",)),
    fields.Email: _string(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}", examples=("name@example.org",)),
    fields.Phone: _string(r"\+?[0-9][0-9 ()\-]{3,24}", "integer", examples=("+47 00 00 00 00",)),
    fields.Country: _string("[A-Z]{2}", examples=("NO", "SE", "DK", "FI")),
    fields.Cpv: _string("[0-9]{8}(?:-[0-9])?", "integer", examples=("34100000",)),
    fields.ZoneName: _string("[A-Za-z0-9_+/-]+", examples=("Europe/Oslo", "Europe/Stockholm", "Europe/Copenhagen")),
    fields.Uid: _string("[A-Za-z0-9._@:/+~=-]{3,200}"),
    fields.Latitude: _degrees(90),
    fields.Longitude: _degrees(180),
    fields.RepeatRule: _string(f"{_FREQUENCY}(?:;[A-Z]+=[A-Z0-9,+-]+)*", examples=("FREQ=WEEKLY;BYDAY=TU",)),
    fields.FileName: _string(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.[A-Za-z0-9]+", examples=("townhall.jpg",)),
    fields.Fingerprint: _string("[0-9a-f]{8,32}(?: [0-9a-f]{4})*", "number"),
    fields.TedNumber: _string("[0-9]{1,8}-[0-9]{4}", examples=("123456-2024",)),
    fields.DoffinNumber: _string("[0-9]{4}-[0-9]{1,8}", examples=("2024-123456",)),
    fields.RuleName: _string("[a-z]+(?:-[a-z]+)*"),
    **dict.fromkeys(
        (fields.Colour, fields.DeepColour, fields.PaleColour),
        _string("#?[0-9a-fA-F]{6}", "integer", "number", examples=("#0b5a52",)),
    ),
}
"""What the words of `content.scalars` look like, as far as a pattern can tell."""


def schemas(words: Catalogue) -> Mapping[str, Schema]:
    """The schema of each kind's front matter by its name, and that of `site.yaml`; descriptions in `words`."""
    return {**{kind.name: kind_schema(kind, words) for kind in KINDS}, SITE: site_schema(words)}


def kind_schema(kind: Kind, words: Catalogue) -> Schema:
    """The front matter of a kind: of an original, and of what says `translates`, which need not repeat anything."""
    writer = _Writer(words)
    original, translation = (writer.top(kind.facts, whole) for whole in (True, False))
    return {
        "$schema": DRAFT,
        "title": kind.name,
        "type": "object",
        "if": {"properties": {"translates": {"type": "string", "minLength": 1}}, "required": ["translates"]},
        "then": {"$ref": "#/$defs/translation"},
        "else": {"$ref": "#/$defs/original"},
        "$defs": {"original": original, "translation": translation, **dict(sorted(writer.records.items()))},
    }


def site_schema(words: Catalogue) -> Schema:
    """`site.yaml`."""
    writer = _Writer(words)
    found = writer.record(Settings, True)
    by_lang = _by_lang(_string(_LINE))
    settings = {"anyOf": [{"type": "null"}, writer.record(LanguageSettings, True)]}
    words_of_sections = dict.fromkeys(sorted(SECTIONS), by_lang)
    keyed: dict[str, Schema] = {
        "languages": {**_by_lang(settings), "minProperties": 1},
        "time_separator": by_lang,
        "url_words": {"type": "object", "properties": words_of_sections, "additionalProperties": False},
    }
    for name, each in keyed.items():
        found["properties"][name] = {"description": words.gettext(DESCRIPTIONS[name]), **each}
    found["required"] = sorted((*found["required"], "languages"))
    return {"$schema": DRAFT, "title": "site.yaml", **found, "$defs": dict(sorted(writer.records.items()))}


class _Writer:
    """Collects the schemas of records that others refer to. `whole` is false in a translation."""

    def __init__(self, words: Catalogue) -> None:
        self.words = words
        self.records: dict[str, Schema] = {}

    def top(self, record: type, whole: bool) -> Schema:
        """The fields of a kind together with those that a file says of itself."""
        found = self.record(record, whole)
        head = {field.name: self.field(Head, field, whole) for field in shape(Head) if field.name in HEAD_FIELDS}
        return {
            **found,
            "properties": {**head, **found["properties"]},
            "patternProperties": {"^x-": {}},
        }

    def record(self, record: type, whole: bool) -> Schema:
        own = shape(record)
        found: Schema = {
            "type": "object",
            "properties": {field.name: self.field(record, field, whole) for field in own},
            "additionalProperties": False,
        }
        required = sorted(field.name for field in own if field.required and whole)
        return {**found, "required": required} if required else found

    def field(self, record: type, field: Field, whole: bool) -> Schema:
        """A field with what it is for; one that is not required may be there and empty."""
        one = self.one(field, whole)
        value = {"type": "array", "items": one} if field.many else one
        if not field.required or not whole:
            value = _or_nothing(value)
        return {"description": self.words.gettext(description(record, field.name)), **value}

    def one(self, field: Field, whole: bool) -> Schema:
        if field.sort == "record":
            return self._refer(field.type, whole) if field.many else self.record(field.type, whole)
        if field.sort == "ref":
            return _string(_reference(field.kinds))
        if field.sort in ("text", "prose", "party"):
            return _said(_LINE if field.sort != "prose" else r"[\s\S]*", whole)
        if get_origin(field.type):
            return {"enum": list(get_args(field.type))}
        return dict(SCALARS[field.type])

    def _refer(self, record: type, whole: bool) -> Schema:
        """A reference to a record's schema, which is written once."""
        name = record.__name__ if whole else f"{record.__name__}-translation"
        if name not in self.records:
            self.records[name] = {}
            self.records[name] = self.record(record, whole)
        found = {"$ref": f"#/$defs/{name}"}
        if shorthand := getattr(record, "SHORTHAND", None):
            kinds = next(field.kinds for field in shape(record) if field.name == shorthand)
            return {"anyOf": [_string(_reference(kinds)), found]}
        return found


def _reference(kinds: Iterable[str]) -> str:
    """A bare id, or one with its kind."""
    return f"(?:(?:{'|'.join(kinds) or '|'.join(sorted(kind.name for kind in KINDS))}):)?{ID}"


def _said(pattern: str, whole: bool) -> Schema:
    """Words; in a file for all languages also a line for each."""
    one = _string(pattern, "number", "boolean")
    if not whole:
        return one
    return {"anyOf": [one, _by_lang(_or_nothing(one))]}


def _by_lang(one: Schema) -> Schema:
    """A line for each language."""
    return {"type": "object", "propertyNames": {"pattern": f"^{LANG}$"}, "additionalProperties": one}


def _or_nothing(value: Schema) -> Schema:
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    if "type" in value:
        kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {**value, "type": [*kinds, "null"]}
    if "anyOf" in value:
        return {**value, "anyOf": [*value["anyOf"], {"type": "null"}]}
    return {"anyOf": [value, {"type": "null"}]}
