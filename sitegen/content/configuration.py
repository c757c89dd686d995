"""`site.yaml` to the configuration, checked like front matter."""

from sitegen.content.decode import decode
from sitegen.content.frontmatter import decode as decode_bytes
from sitegen.content.nodes import Mapping, Node, Scalar
from sitegen.content.reading import Reading
from sitegen.content.scalars import VERBS, Bad
from sitegen.content.yaml_nodes import Refused, read_yaml
from sitegen.foundation.diagnostics import Outcome, Span
from sitegen.foundation.text import nearest
from sitegen.model.config import Config, LanguageSettings, Settings
from sitegen.model.fields import LangTag
from sitegen.model.kind import ByLang
from sitegen.model.reference import ID, Reference

PATH = "site.yaml"
KEYED = ("languages", "url_words", "time_separator")


def parse_configuration(data: bytes, sections: tuple[str, ...]) -> Outcome[Config]:
    """The configuration that the bytes of `site.yaml` say; `sections` are the names that `url_words` may set."""
    text = decode_bytes(data, PATH)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    try:
        node, repeated = read_yaml(text.value, PATH, 1)
    except Refused as refused:
        return Outcome(None, (refused.diagnostic,))
    reading = Reading(PATH, "", "", (), diagnostics=list(repeated))
    keyed = {
        key.value: _mapping(child, key.value, reading) for key, child in node.entries if key.value in KEYED
    }
    plain = tuple((key, child) for key, child in node.entries if key.value not in KEYED)
    languages = _languages(keyed.get("languages"), reading)
    reading.languages = tuple(tag for tag, _ in languages)
    settings = decode(Mapping(plain, node.span), Settings, reading)
    words = _url_words(keyed.get("url_words"), reading, sections)
    separators = _by_lang(keyed.get("time_separator"), reading)
    if settings is None or reading.diagnostics:
        return Outcome(None, tuple(reading.diagnostics))
    return Outcome(Config(settings, languages, words, separators))


def publisher_reference(data: bytes) -> tuple[Reference, ...]:
    """The reference that the configuration makes, with its place, so that it can be checked like any other."""
    text = decode_bytes(data, PATH).value or ""
    reading = Reading(PATH, "", "", ())
    try:
        node, _ = read_yaml(text, PATH, 1)
    except Refused:
        return ()
    decode(node, Settings, reading)
    return tuple(reading.references)


def _mapping(node: Node, name: str, reading: Reading) -> Mapping | None:
    if isinstance(node, Mapping):
        return node
    reading.wrong("expects-record", node.span, name=name, fields="…")
    return None


def _languages(node: Mapping | None, reading: Reading) -> tuple[tuple[str, LanguageSettings], ...]:
    if node is None or not node.entries:
        reading.wrong("missing-field", node.span if node else Span(PATH), name="languages")
        return ()
    found = []
    for key, child in node.entries:
        _check_tag(key, reading)
        fields = child if isinstance(child, Mapping) else Mapping((), child.span)
        found.append(
            (
                key.value,
                decode(fields, LanguageSettings, reading, f"languages/{key.value}") or LanguageSettings(),
            )
        )
    _check_targets(node, dict(found), reading)
    return tuple(found)


def _check_tag(key: Scalar, reading: Reading) -> None:
    try:
        VERBS[LangTag](key.value)
    except Bad as bad:
        reading.wrong(bad.code, key.span, **bad.values)
    if key.value == "no":
        reading.wrong("plain-norwegian", key.span)


def _check_targets(node: Mapping, found: dict[str, LanguageSettings], reading: Reading) -> None:
    """Languages that are read or fallen back to must be the site's own."""
    for key, _ in node.entries:
        for other in (*found[key.value].reads, *found[key.value].fallback):
            if other not in found:
                near = nearest(other, found) or ""
                reading.wrong("unknown-language", key.span, lang=other, known=", ".join(found), near=near)


def _url_words(
    node: Mapping | None, reading: Reading, sections: tuple[str, ...]
) -> tuple[tuple[str, ByLang], ...]:
    found = []
    for key, child in node.entries if node else ():
        if key.value not in sections:
            near = nearest(key.value, sections) or ""
            reading.wrong("unknown-field", key.span, name=key.value, near=near)
        elif words := _mapping(child, key.value, reading):
            found.append((key.value, _by_lang(words, reading, "slug")))
    return tuple(sorted(found))


def _by_lang(node: Mapping | None, reading: Reading, form: str = "") -> ByLang:
    found = []
    for key, child in node.entries if node else ():
        if key.value not in reading.languages:
            known = ", ".join(reading.languages)
            reading.wrong("unknown-language", key.span, lang=key.value, known=known, near="")
        elif not isinstance(child, Scalar):
            reading.wrong("expects-one", child.span, name=key.value, found="fields")
        elif form == "slug" and not ID.fullmatch(child.value):
            reading.wrong("slug", child.span, value=child.value)
        else:
            found.append((key.value, child.value))
    return tuple(sorted(found))
