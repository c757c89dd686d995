"""markdown-it's inline rules, made to remember their place or to tell what they would do in silence."""

import re
from collections.abc import Callable

from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_inline import StateInline

from sitegen.content.markdown.addresses import likely
from sitegen.content.markdown.manuscript import manuscript_of
from sitegen.foundation.text import control_character

InlineRule = Callable[[StateInline, bool], bool]

_SHOWN = 40
_ADDRESS = 200
_LABEL = re.compile(r"\s*[^\s\[\]^][^\[\]]*")
_SPACED = re.compile(r"\S \S")
_APART = re.compile(r"\][ \t]+\(((?:https?://|mailto:)[^\s()]+)\)")
_ENDED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))


def noted(rule: InlineRule, first: str) -> InlineRule:
    """A rule that begins at the character `first`, made to note its place on the token that it makes.

    `at` is the place in the source; `before` and `after` are the offsets in the inline text of its inside and end.
    """

    def note(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != first:
            return False
        if silent:
            return rule(state, True)
        start, index = state.pos, len(state.tokens) + bool(state.pending)
        if not rule(state, False):
            return False
        if index >= len(state.tokens):
            return True
        manuscript, meta = manuscript_of(state.env), state.tokens[index].meta
        meta["at"], meta["before"] = manuscript.where(start, state.pos), start + 1
        state.tokens[-1].meta["after"] = state.pos
        if "label" in meta:
            manuscript.used_labels.add(meta["label"])
        return True

    return note


def in_alt(rule: InlineRule) -> InlineRule:
    """The image rule, which parses its alternative text apart: places in it count from its own start."""

    def enter(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        manuscript = manuscript_of(state.env)
        base = manuscript.base
        manuscript.base, manuscript.alt_depth = base + state.pos + 2, manuscript.alt_depth + 1
        try:
            return rule(state, False)
        finally:
            manuscript.base, manuscript.alt_depth = base, manuscript.alt_depth - 1

    return enter


def raw_html(state: StateInline, silent: bool) -> bool:
    """Takes what CommonMark reads as an HTML tag as text, and tells it. A comment may end elsewhere."""
    if state.src[state.pos] != "<":
        return False
    end = _tag_end(state)
    if end is None:
        return False
    if not silent:
        tag = state.src[state.pos : end]
        state.append_pending(tag)
        tag = " ".join(tag.split())
        shown = tag if len(tag) <= _SHOWN else tag[:_SHOWN] + "…"
        manuscript = manuscript_of(state.env)
        manuscript.report("raw-html", manuscript.where(state.pos, end), value=shown)
    state.pos = end
    return True


def _tag_end(state: StateInline) -> int | None:
    """Where what begins here ends, if it is HTML. Looks far ahead only where the end is known to come."""
    start = state.pos
    for opener, closer in _ENDED:
        if state.src.startswith(opener, start):
            if state.html_terminator_last(closer) < start + len(opener):
                return start + len(opener) if opener == "<!--" else None
            end = state.src.find(closer, start + len(opener)) + len(closer)
            return end if end <= state.posMax else None
    if state.html_terminator_last(">") < start + 2:
        return None
    match = HTML_TAG_RE.match(state.src, start, state.posMax)
    return match.end() if match else None


def broken_link(state: StateInline, silent: bool) -> bool:
    """Tells of `](` that no link has taken: an address with a space in it, or a link in a link's text."""
    if not silent and state.src.startswith("](", state.pos, state.posMax):
        start = state.pos + 2
        line = state.src[start : min(state.posMax, start + _ADDRESS)].partition("\n")[0]
        value, closed, _ = line.partition(")")
        manuscript = manuscript_of(state.env)
        where = manuscript.where(state.pos, start + len(value) + len(closed))
        near = likely(value)
        if closed and not near and _SPACED.search(value):
            manuscript.report("link-space", where, value=value)
        else:
            manuscript.report("link-form", where, value=value, near=near)
    return False


def apart_link(state: StateInline, silent: bool) -> bool:
    """Tells of `[text] (https://…)`, in which the space makes text of the link."""
    if not silent and (found := _APART.match(state.src, state.pos, state.posMax)):
        manuscript = manuscript_of(state.env)
        manuscript.report("link-gap", manuscript.where(found.start(), found.end()), value=found[1])
    return False


def unknown_definition(state: StateInline, silent: bool) -> bool:
    """Tells of `[text][name]` and `[name][]` that no link has taken: nowhere is a line `[name]:`."""
    start = state.pos + 1
    if silent or not state.src.startswith("][", state.pos, state.posMax):
        return False
    opened = state.src.rfind("[", max(0, state.pos - _ADDRESS), state.pos)
    label = state.src[start + 1 : min(state.posMax, start + _ADDRESS)].partition("\n")[0]
    name, closed, _ = label.partition("]")
    named = name or state.src[opened + 1 : state.pos]
    if opened >= 0 and state.src[opened - 1 : opened] != "\\" and closed and _LABEL.fullmatch(named):
        manuscript = manuscript_of(state.env)
        end = start + len(name) + 2
        manuscript.report("unknown-definition", manuscript.where(opened, end), name=named)
    return False


def checked_entity(rule: InlineRule) -> InlineRule:
    """The entity rule, which would let through control characters that no feed or calendar can carry."""

    def check(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if state.src[start] != "&" or not rule(state, silent):
            return False
        if not silent and state.tokens:
            token = state.tokens[-1]
            code = unprintable(token.content)
            if code is not None:
                manuscript = manuscript_of(state.env)
                at = manuscript.where(start, state.pos)
                manuscript.report("control-character", at, code=code)
                token.content = "\ufffd"
        return True

    return check


def unprintable(text: str) -> str | None:
    """The code of the first character, written as an entity, that no feed can carry; None if none."""
    at = control_character(text)
    at = text.find("\r") if at is None else at
    return f"{ord(text[at]):04X}" if at >= 0 else None
