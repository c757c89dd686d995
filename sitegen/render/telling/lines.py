"""The lines of source files, for excerpts. Counts them as `content` does, whatever else a machine calls their end."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from sitegen.foundation.text import normalised
from sitegen.model.picture import promised

Lines = Callable[[str], tuple[str, ...]]


def lines_below(folder: Path) -> Lines:
    """Gives the lines of files below a folder, each file read once; none for pictures and what cannot be read."""

    @cache
    def lines(path: str) -> tuple[str, ...]:
        if promised(path):
            return ()
        try:
            data = (folder / path).read_bytes()
        except (OSError, ValueError):
            return ()
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return tuple(normalised(text).removesuffix("\n").split("\n")) if text else ()

    return lines
