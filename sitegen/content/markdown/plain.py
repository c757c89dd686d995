"""The words of a text without markup, for search and feeds. A paragraph or a table's row is a line."""

from collections.abc import Iterable

from markdown_it.token import Token

_LITERAL = ("text", "text_special", "code_inline")
_CODE = ("fence", "code_block")


def inline_text(tokens: Iterable[Token]) -> str:
    """The words of an inline text; pictures are told by their alternative text and their caption."""
    parts: list[str] = []
    for token in tokens:
        if token.type in _LITERAL:
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
        elif token.type == "image":
            alt, caption = inline_text(token.children or ()), token.attrs.get("title")
            parts.append(f"{alt} {caption}" if caption else alt)
        elif token.type == "link_open" and "shown" in token.meta:
            parts.append(token.meta["shown"])
    return "".join(parts)


def plain(tokens: list[Token]) -> str:
    """The words of a whole text."""
    lines: list[str] = []
    row: list[str] | None = None
    for token in tokens:
        if token.type == "inline":
            words = inline_text(token.children or ())
            if row is None:
                lines.append(words)
            else:
                row.append(words)
        elif token.type in _CODE:
            lines.append(token.content.rstrip("\n"))
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            lines.append("\t".join(row))
            row = None
    return "\n".join(line for line in lines if line.strip())
