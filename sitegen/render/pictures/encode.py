"""A picture made anew: upright, in sRGB, in one size and format, and with nothing in it but what it shows.

No note of the camera, no place, no profile and no comment gets out, as the new picture is made of pixels alone. The
same bytes give the same bytes: encoders run in one thread, with every choice made here. Pillow's own version stands
in that of the generator.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

from sitegen.content.pictures.raster import opened

CHOICES: Mapping[str, Mapping[str, Any]] = {
    "jpeg": {"quality": 80, "optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "png": {"optimize": True},
    "webp": {"quality": 78, "method": 4},
}


def encode(data: bytes, format: str, size: tuple[int, int]) -> bytes:
    """The picture in `data` in a format ("jpeg", "png" or "webp") and a size in pixels."""
    with opened(data) as image:
        enough = 2 * max(size)
        image.draft(image.mode, (enough, enough))  # a large JPEG is read in less than its full size
        ImageOps.exif_transpose(image, in_place=True)
        pixels = _in_srgb(image)
    if format == "jpeg":
        pixels = pixels.convert("RGB")
    if pixels.size != size:
        pixels = pixels.resize(size, Image.Resampling.LANCZOS)
    pixels.info = {}  # what the source said of itself would be written along
    written = BytesIO()
    pixels.save(written, format.upper(), **CHOICES[format])
    return written.getvalue()


def _in_srgb(image: Image.Image) -> Image.Image:
    """The pixels as red, green and blue, with what shines through if anything does."""
    if image.mode.startswith("I"):  # 16 bits a pixel, of which screens show the upper half
        return image.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if image.has_transparency_data:
        shape = image if image.mode == "RGBA" else image.convert("RGBA")
        colours = _converted(shape.convert("RGB"), image.info.get("icc_profile"))
        colours.putalpha(shape.getchannel("A"))
        return colours
    profiled = image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB")
    return _converted(profiled, image.info.get("icc_profile"))


def _converted(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours that its profile means; those that stand there, if it has none that can be read."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")
