"""A picture of pixels: read to its end, so that what is broken is found before anything is published."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import cast

from PIL import Image, ImageOps

from sitegen.model.picture import Format, Picture, Survey, promised

LARGEST = 60_000_000
"""Pixels: more than telephones take, and less than what makes a computer run out of memory (240 MB)."""

FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")


class TooLarge(ValueError):
    """A picture of more pixels than are read."""


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """The picture, its head read and its size looked at. Raises `TooLarge`, or what Pillow raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of oddities in files; the bound on pixels is our own
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > LARGEST:
                raise TooLarge(f"{image.width} × {image.height}")
            yield image


def raster(data: bytes, name: str) -> Survey:
    """What is found of a picture with this name."""
    try:
        with opened(data) as image:
            found = cast(Format, (image.format or "").lower())
            moves = getattr(image, "n_frames", 1) > 1
            image.load()
            ImageOps.exif_transpose(image, in_place=True)
            picture = Picture(found, image.width, image.height, _is_opaque(image))
    except (TooLarge, Image.DecompressionBombError):
        return Survey(None, (("picture-too-large", (("bound", str(LARGEST // 1_000_000)),)),))
    except MemoryError:  # says nothing of the picture, and must not be kept
        raise
    except Exception:  # Pillow raises many sorts for what is not as it should be, and struct's and zlib's besides
        return Survey(None, (("picture-broken", ()),))
    wrong: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if found != promised(name):
        wrong.append(("picture-mislabelled", (("found", found), ("name", name))))
    if moves:
        wrong.append(("picture-moves", ()))
    return Survey(picture, tuple(wrong))


def _is_opaque(image: Image.Image) -> bool:
    if not image.has_transparency_data:
        return True
    least, _ = cast(
        "tuple[int, int]", (image if image.mode == "RGBA" else image.convert("RGBA")).getchannel("A").getextrema()
    )
    return least == 255
