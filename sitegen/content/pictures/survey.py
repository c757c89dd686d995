"""The bytes of a picture to what is known of it. Knows which formats there are, and not where they are used."""

from sitegen.content.pictures.drawing import drawing
from sitegen.content.pictures.tools import able
from sitegen.model.picture import Survey, promised

TELLING = (b"Exif\0\0", b"eXIf", b"EXIF", b"ns.adobe.com/xap/", b"Photoshop 3.0")
"""Marks of notes on place, camera and person: EXIF in JPEG, PNG and WebP; XMP and IPTC in all of them."""


def survey(data: bytes, name: str) -> Survey:
    """What is found of a picture. Never raises, whatever the bytes.

    Without Pillow only drawings are known; other pictures are published as they are, unless they tell more than
    they show.
    """
    if promised(name) == "svg":
        return drawing(data)
    if not able():
        return Survey(None, (("picture-tells", ()),) if any(mark in data for mark in TELLING) else ())
    from sitegen.content.pictures.raster import raster  # Pillow is slow to import, and perhaps not there

    return raster(data, name)
