"""Numbered lists whose items are shown with other numbers than are written.

Only the first number counts (CommonMark §5.3). So dates at the beginnings of lines ("12. mars", "19. april") would be
shown as others.
"""

from markdown_it.token import Token

from sitegen.content.markdown.manuscript import Manuscript

Item = tuple[int, int]
"""The number that is written, and the line that it is on, from 0."""


def tell_numbers(tokens: list[Token], manuscript: Manuscript) -> None:
    """Tells of the first such item of each list. A list that writes one number at all its items means to be counted."""
    lists: list[list[Item]] = []
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append([])
        elif token.type == "list_item_open" and token.info and token.map:
            lists[-1].append((int(token.info), token.map[0]))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            _tell(lists.pop(), manuscript)


def _tell(items: list[Item], manuscript: Manuscript) -> None:
    if len({written for written, _ in items}) < 2:
        return
    for shown, (written, line) in enumerate(items, items[0][0]):
        if written != shown:
            manuscript.report("list-number", manuscript.line(line), written=written, shown=shown)
            return
