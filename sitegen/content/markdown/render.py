"""Tokens to the segments of a body: ready HTML, and holes for what depends on the reader or on others.

Knows only the tags named here and those of markdown-it's own tokens; every word goes through `escapeHtml`.
Line breaks between tags are CommonMark's.
"""

from collections.abc import Callable

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from sitegen.content.markdown.headings import id_prefix
from sitegen.model.body import Hole

_BACK = "\u21a9\ufe0e"


class Writer:
    """Collects segments; neighbouring HTML is joined. `ids` goes before the numbers of notes."""

    def __init__(self, prefix: str) -> None:
        self.ids = id_prefix(prefix)
        self._segments: list[str | Hole] = []
        self._html: list[str] = []

    def add(self, *parts: str | Hole) -> None:
        for part in parts:
            if isinstance(part, str):
                self._html.append(part)
            else:
                self._flush()
                self._segments.append(part)

    def segments(self) -> tuple[str | Hole, ...]:
        self._flush()
        return tuple(self._segments)

    def _flush(self) -> None:
        if html := "".join(self._html):
            self._segments.append(html)
        self._html.clear()


def render(tokens: list[Token], prefix: str) -> tuple[str | Hole, ...]:
    """The segments of a text whose links are resolved."""
    out = Writer(prefix)
    for index, token in enumerate(tokens):
        if token.type == "inline":
            _inline(token.children or [], out)
        elif rule := _BLOCK.get(token.type):
            rule(token, out)
        elif not token.hidden:
            _tag(tokens, index, out)
    return out.segments()


def _inline(tokens: list[Token], out: Writer) -> None:
    for token in tokens:
        if token.type == "text" or token.type == "text_special":
            out.add(escapeHtml(token.content))
        elif rule := _INLINE.get(token.type):
            rule(token, out)
        elif token.nesting >= 0:
            out.add(f"<{token.tag}{_attributes(token)}>")
        else:
            out.add(f"</{token.tag}>")


def _attributes(token: Token) -> str:
    return "".join(f' {name}="{escapeHtml(str(value))}"' for name, value in token.attrs.items())


def _tag(tokens: list[Token], index: int, out: Writer) -> None:
    """A tag of a block, with a line break after it but where it stands right before its words."""
    token = tokens[index]
    broken = "\n" if token.nesting != -1 and index and tokens[index - 1].hidden else ""
    after = tokens[index + 1] if token.nesting == 1 and index + 1 < len(tokens) else None
    empty = after and after.nesting == -1 and after.tag == token.tag
    tight = empty or (after and (after.type == "inline" or after.hidden))
    slash = "/" if token.nesting == -1 else ""
    out.add(f"{broken}<{slash}{token.tag}{_attributes(token)}>" + ("" if tight else "\n"))


def _code(token: Token, out: Writer) -> None:
    out.add(f"<code{_attributes(token)}>{escapeHtml(token.content)}</code>")


def _code_block(token: Token, out: Writer) -> None:
    """Code scrolls when it is wide, so the keyboard must reach it."""
    language = token.meta.get("language")
    named = f' class="language-{language}"' if language else ""
    out.add(f'<pre tabindex="0"><code{named}>{escapeHtml(token.content)}</code></pre>\n')


def _link_open(token: Token, out: Writer) -> None:
    out.add(*token.meta["open"], escapeHtml(token.meta.get("shown", "")))


def _link_close(token: Token, out: Writer) -> None:
    out.add(token.meta["close"])


def _image(token: Token, out: Writer) -> None:
    """A picture, and after it its caption if it has one: alone in its paragraph it is a figure."""
    lang, caption = token.meta["lang"], token.attrs.get("title")
    out.add(*((f"<span{lang}>", token.meta["open"], "</span>") if lang else (token.meta["open"],)))
    if caption and token.meta.get("figure"):
        out.add(f"<figcaption{lang}>{escapeHtml(str(caption))}</figcaption>")
    elif caption:
        out.add(f' <span{lang} class="caption">{escapeHtml(str(caption))}</span>')


def _table_open(token: Token, out: Writer) -> None:
    name = token.meta.get("named")
    group = f' role="group" aria-labelledby="{name}" tabindex="0"' if name else ""
    out.add(f'<div class="table"{group}>\n<table>\n')


def _note_ref(token: Token, out: Writer) -> None:
    number, turn = token.meta["number"], token.meta["turn"]
    name = f"{out.ids}{number}"
    this = name if turn == 1 else f"{name}:{turn}"
    out.add(f'<sup><a href="#fn:{name}" id="fnref:{this}" role="doc-noteref">{number}</a></sup>')


def _note_back(token: Token, out: Writer) -> None:
    name = f"{out.ids}{token.meta['number']}"
    for turn in range(1, token.meta["refs"] + 1):
        this, shown = (name, "") if turn == 1 else (f"{name}:{turn}", f"<sup>{turn}</sup>")
        out.add(f' <a href="#fnref:{this}" role="doc-backlink">{_BACK}{shown}</a>')


def _note_open(token: Token, out: Writer) -> None:
    out.add(f'<li id="fn:{out.ids}{token.meta["number"]}">\n')


Rule = Callable[[Token, Writer], None]

_BLOCK: dict[str, Rule] = {
    "fence": _code_block,
    "code_block": _code_block,
    "table_open": _table_open,
    "table_close": lambda token, out: out.add("</table>\n</div>\n"),
    "void_block": lambda token, out: out.add(Hole("block", token.meta["name"]), "\n"),
    "footnotes_open": lambda token, out: out.add('<section class="footnotes" role="doc-endnotes">\n<ol>\n'),
    "footnotes_close": lambda token, out: out.add("</ol>\n</section>\n"),
    "footnote_open": _note_open,
    "footnote_close": lambda token, out: out.add("</li>\n"),
    "footnote_back": _note_back,
}
_INLINE: dict[str, Rule] = {
    "code_inline": _code,
    "softbreak": lambda token, out: out.add("\n"),
    "hardbreak": lambda token, out: out.add("<br>\n"),
    "link_open": _link_open,
    "link_close": _link_close,
    "image": _image,
    "footnote_ref": _note_ref,
}
