"""What is known of a picture without opening it again: its format, its size, whether it lets light through."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Format = Literal["avif", "gif", "jpeg", "png", "svg", "webp"]

ENDINGS: Mapping[str, Format] = {
    "avif": "avif",
    "gif": "gif",
    "jpeg": "jpeg",
    "jpg": "jpeg",
    "png": "png",
    "svg": "svg",
    "webp": "webp",
}
"""The endings of files that are pictures, and the format that each promises."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` and `height` are in pixels, as seen: a camera's note on which way is up is followed.

    `opaque` says that nothing shines through anywhere.
    """

    format: Format
    width: int
    height: int
    opaque: bool = True


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found of a file that is to be a picture: the picture, if it is one, and what is wrong with it.

    Each mistake is a code and its values, without a place: two files of the same bytes share their survey.
    """

    picture: Picture | None
    wrong: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


def promised(name: str) -> Format | None:
    """The format that a file's name promises; None if it promises no picture."""
    return ENDINGS.get(name.rpartition(".")[2].lower())
