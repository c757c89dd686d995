"""markdown-it's inline rules, made to remember their place or to tell what they would do in silence."""

from collections.abc import Callable

from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_inline import StateInline

from sitegen.content.markdown.manuscript import manuscript_of
from sitegen.foundation.text import control_character

InlineRule = Callable[[StateInline, bool], bool]

_SHOWN = 40


def noted(rule: InlineRule, first: str) -> InlineRule:
    """A rule that begins at the character `first`, made to note its place on the token that it makes."""

    def note(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != first:
            return False
        if silent:
            return rule(state, True)
        start, index = state.pos, len(state.tokens) + bool(state.pending)
        if not rule(state, False):
            return False
        manuscript, meta = manuscript_of(state.env), state.tokens[index].meta
        meta["at"] = manuscript.where(start, state.pos)
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
    match = HTML_TAG_RE.match(state.src, state.pos, state.posMax)
    end = match.end() if match else state.pos + 4
    if not match and not state.src.startswith("<!--", state.pos, state.posMax):
        return False
    if not silent:
        tag = state.src[state.pos : end]
        state.append_pending(tag)
        shown = tag if len(tag) <= _SHOWN else tag[:_SHOWN] + "…"
        manuscript = manuscript_of(state.env)
        manuscript.report("raw-html", manuscript.where(state.pos, end), value=shown)
    state.pos = end
    return True


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
