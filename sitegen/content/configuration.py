"""`site.yaml` to the configuration, checked like front matter."""

import re

from sitegen.content.decode import decode, form
from sitegen.content.frontmatter import decode as decode_bytes
from sitegen.content.nodes import Mapping, Node, Scalar
from sitegen.content.reading import Reading, wrong_language
from sitegen.content.scalars import VERBS
from sitegen.content.values.bad import Bad
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
    keyed = {key.value: _mapping(child, key.value, reading) for key, child in node.entries if key.value in KEYED}
    plain = tuple((key, child) for key, child in node.entries if key.value not in KEYED)
    languages = _languages(keyed.get("languages"), reading)
    reading.languages = tuple(tag for tag, _ in languages)
    settings = decode(Mapping(plain, node.span), Settings, reading, others=KEYED)
    _check_address(node.get("url"), reading)
    _check_look(node.get("look"), reading)
    words = _url_words(keyed.get("url_words"), reading, sections)
    separators = _by_lang(keyed.get("time_separator"), reading)
    if settings is None or reading.diagnostics:
        return Outcome(None, tuple(reading.diagnostics))
    places = tuple((leaf.path, leaf.span) for leaf in reading.leaves)
    return Outcome(Config(settings, languages, words, separators, places))


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


def stated_languages(data: bytes) -> tuple[str, ...]:
    """The languages that a configuration names, whatever else is wrong with it; none where it cannot be read."""
    text = decode_bytes(data, PATH).value or ""
    try:
        node, _ = read_yaml(text, PATH, 1)
    except Refused:
        return ()
    languages = node.get("languages")
    return tuple(key.value for key, _ in languages.entries) if isinstance(languages, Mapping) else ()


def _mapping(node: Node, name: str, reading: Reading) -> Mapping | None:
    if isinstance(node, Mapping):
        return node
    reading.wrong("expects-languages", node.span, name=name, found=form(node))
    return None


def _check_address(node: Node | None, reading: Reading) -> None:
    """The site's address is what all others begin with, so that nothing can follow its path."""
    if isinstance(node, Scalar) and re.search("[?#]", node.value):
        reading.wrong("url", node.span, value=node.value)


def _check_look(node: Node | None, reading: Reading) -> None:
    """A colour that is not in quotes is a remark to YAML, and would be none without a word."""
    for _, child in node.entries if isinstance(node, Mapping) else ():
        if isinstance(child, Scalar) and child.empty:
            reading.wrong("colour-unquoted", child.span)


def _languages(node: Mapping | None, reading: Reading) -> tuple[tuple[str, LanguageSettings], ...]:
    if node is None or not node.entries:
        if not reading.diagnostics:
            reading.wrong("missing-field", node.span if node else Span(PATH), name="languages")
        return ()
    known = [key.value for key, _ in node.entries]
    return tuple((key.value, _language(key, child, known, reading)) for key, child in node.entries)


def _language(key: Scalar, node: Node, known: list[str], reading: Reading) -> LanguageSettings:
    """How readers of a language are served; the languages that it names must be the site's own."""
    _check_tag(key, reading)
    if isinstance(node, Scalar) and node.empty:
        return LanguageSettings()
    if not isinstance(node, Mapping):
        reading.wrong("expects-record", node.span, name=key.value, fields="reads, fallback")
        return LanguageSettings()
    at = f"languages/{key.value}"
    found = decode(node, LanguageSettings, reading, at) or LanguageSettings()
    for leaf in reading.leaves:
        said = leaf.sort == "fact" and leaf.path.startswith(f"{at}/")
        if said and (wrong := wrong_language(leaf.value, leaf.span, known)):
            reading.diagnostics.append(wrong)
    return found


def _check_tag(key: Scalar, reading: Reading) -> None:
    try:
        VERBS[LangTag](key.value)
    except Bad as bad:
        reading.wrong(bad.code, key.span, **bad.values)
    if key.value == "no":
        reading.wrong("plain-norwegian", key.span)


def _url_words(node: Mapping | None, reading: Reading, sections: tuple[str, ...]) -> tuple[tuple[str, ByLang], ...]:
    found = []
    for key, child in node.entries if node else ():
        if key.value not in sections:
            near = nearest(key.value, sections) or ""
            reading.wrong("unknown-field", key.span, name=key.value, near=near)
        elif words := _mapping(child, key.value, reading):
            found.append((key.value, _by_lang(words, reading, "slug")))
    return tuple(sorted(found))


def _by_lang(node: Mapping | None, reading: Reading, sort: str = "") -> ByLang:
    found = []
    for key, child in node.entries if node else ():
        if wrong := wrong_language(key.value, key.span, reading.languages):
            reading.diagnostics.append(wrong)
        elif not isinstance(child, Scalar):
            reading.wrong("expects-one", child.span, name=key.value, found=form(child))
        elif sort == "slug" and not ID.fullmatch(child.value):
            reading.wrong("slug", child.span, value=child.value)
        else:
            found.append((key.value, child.value))
    return tuple(sorted(found))
