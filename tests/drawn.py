"""Pictures for tests, made on the spot: whole ones, and those that are not as they should be."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zlib import crc32

from PIL import Image

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}


def picture(ending: str = "png", size: tuple[int, int] = (3, 2), colour: Any = (10, 90, 80), **more: Any) -> bytes:
    """A picture of one colour in the format of an ending. `more` goes to the encoder: `exif`, for one."""
    return saved(Image.new("RGB", size, colour), ending, **more)


def saved(image: Image.Image, ending: str = "png", **more: Any) -> bytes:
    """An image in the format of an ending."""
    written = BytesIO()
    image.save(written, FORMATS[ending], **more)
    return written.getvalue()


def moving() -> bytes:
    """A GIF of two frames."""
    frames = [Image.new("RGB", (40, 30), colour) for colour in ((255, 0, 0), (0, 0, 255))]
    return saved(frames[0], "gif", save_all=True, append_images=frames[1:], duration=500)


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is this large."""
    small = saved(Image.new("L", (1, 1)))
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + small[24:29]
    return small[:12] + head + crc32(head).to_bytes(4, "big") + small[33:]


WORDS: Mapping[str, Callable[[str], bytes]] = {
    "(a picture)": lambda ending: picture(ending, (60, 40)),
    "(another picture)": lambda ending: picture(ending, (60, 40), (200, 40, 0)),
    "(half of a picture)": lambda ending: picture(ending, (600, 400))[:-200],
    "(a JPEG picture)": lambda _: picture("jpg", (60, 40)),
    "(a picture that moves)": lambda _: moving(),
    "(a picture of 10,000 × 9,000 pixels)": lambda _: claiming(10_000, 9_000),
}
"""What stands for a picture in cases that are text, by the words that a reader of the case sees."""


def in_words(path: str, content: str) -> bytes | None:
    """The picture that words in a case stand for; None for all other content."""
    ending = path.rpartition(".")[2].lower()
    made = WORDS.get(content.strip()) if ending in FORMATS else None
    return made(ending) if made else None
