"""Blocks of code: the word after the fence is the code's language, and nothing else is shown of that line."""

import re

from markdown_it.token import Token

from sitegen.content.markdown.manuscript import Manuscript

_LANGUAGE = re.compile(r"[A-Za-z0-9_+#.-]+")


def mark_code(tokens: list[Token], manuscript: Manuscript) -> None:
    """Gives each block of code its language, and tells of other words on the fence: they would be lost."""
    for token in tokens:
        info = token.info.strip() if token.type == "fence" else ""
        if _LANGUAGE.fullmatch(info):
            token.meta["language"] = info
        elif info and token.map:
            manuscript.report("code-language", manuscript.line(token.map[0]), value=info)
