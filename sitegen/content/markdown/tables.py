"""Tables that can be read without seeing them, and be scrolled without a pointer.

A wide table scrolls inside a wrapper that the keyboard can reach (`tabindex`), which then needs a role and a
name. The name is the table's own head row: words of the text, in its language, rather than of the interface.
The role is `group`, not `region`: two tables with the same columns would be landmarks of one name.
"""

from markdown_it.token import Token

from sitegen.content.markdown.headings import id_prefix
from sitegen.content.markdown.manuscript import Manuscript

_ALIGNED = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


def mark_tables(tokens: list[Token], manuscript: Manuscript) -> None:
    """Gives head cells their scope, cells a class for their alignment (never a style), and tables a name.

    Tells of cells past the last column, which would be lost.
    """
    number = columns = 0
    opening: Token | None = None
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            opening, number, columns = token, number + 1, 0
        elif token.type == "tr_close":
            row, last = tokens[index - 2].meta["row"]
            columns = columns or last + 1
            if extra := row.extra(columns, manuscript.text):
                manuscript.report("table-cells", extra, columns=columns)
        elif token.type in ("th_open", "td_open"):
            align = _ALIGNED.get(str(token.attrs.get("style")))
            token.attrs = {"class": align} if align else {}
            if token.type == "th_open":
                _head_cell(tokens[index : index + 3])
        elif token.type == "thead_open" and opening and _worded_head(tokens, index):
            name = f"table:{id_prefix(manuscript.place.prefix)}{number}"
            token.attrs["id"] = opening.meta["named"] = name


def _head_cell(cell: list[Token]) -> None:
    """An empty head cell heads nothing, so it is an ordinary cell."""
    opening, inline, closing = cell
    if inline.content:
        opening.attrs = {"scope": "col", **opening.attrs}
    else:
        opening.tag = closing.tag = "td"


def _worded_head(tokens: list[Token], index: int) -> bool:
    """Whether the head that begins at `index` has words."""
    while tokens[index].type != "thead_close":
        if tokens[index].type == "inline" and tokens[index].content:
            return True
        index += 1
    return False
