"""Footnotes: `[^name]` in the text, `[^name]: words` on lines of their own, all of them shown at the end.

The definition's block rule is mdit-py-plugins'. Numbering is ours, so that no note's words are ever dropped.
"""

import re
from collections import deque
from dataclasses import dataclass, field

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from sitegen.content.markdown.manuscript import Manuscript, manuscript_of

_REF = re.compile(r"\[\^([^\]\s]+)\]")


def footnote_ref(state: StateInline, silent: bool) -> bool:
    """Inline rule for `[^name]`. In a picture's alternative text it stays text."""
    if state.src[state.pos] != "[":
        return False
    found = _REF.match(state.src, state.pos, state.posMax)
    manuscript = manuscript_of(state.env)
    if found is None or manuscript.alt_depth:
        return False
    if not silent:
        name = found[1]
        if ":" + name in state.env.get("footnotes", {}).get("refs", {}):
            token = state.push("footnote_ref", "", 0)
            token.meta = {"name": name, "after": found.end()}
        else:
            state.append_pending(found[0])
            manuscript.report("unknown-footnote", manuscript.where(found.start(), found.end()), name=name)
    state.pos = found.end()
    return True


@dataclass(slots=True)
class _Note:
    """A footnote: the token of its first definition, its words, its number, and the references to it."""

    opening: Token
    words: list[Token] = field(default_factory=list)
    number: int = 0
    refs: int = 0


def gather(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """The tokens with all notes moved to the end, in the order in which they are first referred to."""
    rest, notes = _taken_apart(tokens, manuscript)
    if not notes:
        return rest
    order: list[_Note] = []
    _number(rest, notes, order)
    for name, note in notes.items():
        if not note.number:
            manuscript.report("unused-footnote", _place(note.opening, manuscript), name=name)
            _take(note, order)
            _number(note.words, notes, order)
    out = [*rest, Token("footnotes_open", "section", 1)]
    for note in order:
        meta = {"number": note.number, "refs": note.refs}
        out.append(Token("footnote_open", "li", 1, meta=meta))
        out += _with_way_back(note.words, Token("footnote_back", "", 0, meta=meta))
        out.append(Token("footnote_close", "li", -1))
    return [*out, Token("footnotes_close", "section", -1)]


def _taken_apart(tokens: list[Token], manuscript: Manuscript) -> tuple[list[Token], dict[str, _Note]]:
    """The tokens outside notes, and the notes by name."""
    rest: list[Token] = []
    notes: dict[str, _Note] = {}
    into = [rest]
    for token in tokens:
        if token.type == "footnote_reference_open":
            into.append(_begun(token, notes, manuscript).words)
        elif token.type == "footnote_reference_close":
            into.pop()
        else:
            into[-1].append(token)
    for name, note in notes.items():
        if not note.words:
            manuscript.report("unknown-footnote", _place(note.opening, manuscript), name=name)
    return rest, notes


def _begun(token: Token, notes: dict[str, _Note], manuscript: Manuscript) -> _Note:
    name = token.meta["label"]
    if name in notes:
        first = manuscript.span(*_place(notes[name].opening, manuscript))
        manuscript.report("repeated-footnote", _place(token, manuscript), first, name=name)
    return notes.setdefault(name, _Note(token))


def _number(tokens: list[Token], notes: dict[str, _Note], order: list[_Note]) -> None:
    """Gives each note that can be reached from `tokens` its number, and each reference its note's."""
    waiting = deque([tokens])
    while waiting:
        for inline in waiting.popleft():
            for ref in inline.children or ():
                if ref.type == "footnote_ref":
                    note = notes[ref.meta["name"]]
                    if not note.number:
                        _take(note, order)
                        waiting.append(note.words)
                    note.refs += 1
                    ref.meta.update(number=note.number, turn=note.refs)


def _take(note: _Note, order: list[_Note]) -> None:
    order.append(note)
    note.number = len(order)


def _place(opening: Token, manuscript: Manuscript) -> tuple[int, int]:
    """Where the definition begins, after what holds it: a list's or a quotation's marks."""
    start, end = manuscript.line(opening.map[0] if opening.map else 0)
    return max(start, manuscript.text.find(f"[^{opening.meta['label']}]:", start, end)), end


def _with_way_back(words: list[Token], back: Token) -> list[Token]:
    """A note's words, the last paragraph of which ends with the links back to where it is referred to."""
    if words and words[-1].type == "paragraph_close":
        return [*words[:-1], back, words[-1]]
    return [*words, back]
