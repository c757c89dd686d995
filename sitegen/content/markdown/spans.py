"""`[text]{lang=en}` and `[text](address){lang=en}`: words in another language than the text.

`lang` is the only attribute that a text can set. (mdit-py-plugins' attrs is not used: it drops its
`{% comments %}` in silence.)
"""

import re

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from sitegen.content.markdown.manuscript import Manuscript, manuscript_of

_ONE = r"""(?:[.#][^\s{}"'.#=]+|[A-Za-z_:][\w:-]*=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s{}"'=]+))"""
_ATTRIBUTES = re.compile(rf"\{{[ \t]*({_ONE}(?:[ \t]+{_ONE})*)[ \t]*\}}")
_EACH = re.compile(_ONE)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_TAKERS = {
    "link_close": "link_open",
    "image": "image",
    "code_inline": "code_inline",
    "span_close": "span_open",
}


def span(state: StateInline, silent: bool) -> bool:
    """Inline rule for brackets with attributes straight after them."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    if end < 0:
        return False
    found = _ATTRIBUTES.match(state.src, end + 1, state.posMax)
    if found is None:
        return False
    if not silent:
        after = state.posMax
        state.pos, state.posMax = state.pos + 1, end
        token = state.push("span_open", "span", 1)
        token.meta["before"] = state.pos
        _set(token, found, manuscript_of(state.env))
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1).meta["after"] = found.end()
        state.posMax = after
    state.pos = found.end()
    return True


def attributes(state: StateInline, silent: bool) -> bool:
    """Inline rule for attributes straight after a link, a picture, code, or another span."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    opener = _TAKERS.get(state.tokens[-1].type)
    found = _ATTRIBUTES.match(state.src, state.pos, state.posMax) if opener else None
    if found is None:
        return False
    token = next(each for each in reversed(state.tokens) if each.type == opener)
    _set(token, found, manuscript_of(state.env))
    state.tokens[-1].meta["after"] = state.pos = found.end()
    return True


def _set(token: Token, found: re.Match[str], manuscript: Manuscript) -> None:
    for each in _EACH.finditer(found[0], found.start(1) - found.start(), found.end(1) - found.start()):
        name, _, value = each[0].partition("=")
        value = value.strip("\"'")
        at = manuscript.where(found.start() + each.start(), found.start() + each.end())
        if name != "lang":
            manuscript.report("attribute", at, name=name)
        elif not _TAG.fullmatch(value):
            manuscript.report("language-tag", at, value=value)
        else:
            token.attrs["lang"] = value
