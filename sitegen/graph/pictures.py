"""Which sizes and formats a picture is published in, and where. Knows no pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.foundation.digest import digest_value
from sitegen.graph.depictions import Pictured, Sized
from sitegen.graph.site import File, Site
from sitegen.model.picture import ENDINGS
from sitegen.model.reference import Ref

WIDTHS = (480, 960, 1600)
"""Pixels: a telephone, the column of a text, and that column on a screen of two pixels a point."""

RECIPE = 1
"""Goes up whenever the same picture gives other bytes, so that its address is another."""

TYPES = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
SUFFIXES = {"jpeg": "jpg", "png": "png", "webp": "webp"}
LONGEST_STEM = 40
"""Characters of a file's name that its address keeps, so that no address is longer than disks allow."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A picture in one size and format, at its address."""

    address: str
    format: str
    width: int
    height: int


def variants(ref: Ref, file: File) -> tuple[Variant, ...]:
    """All sizes of a picture, smallest first, each as WebP and as what every program reads.

    None of a drawing, which has every size, and of what is no picture or cannot be worked on. No size is larger
    than the picture.
    """
    picture = file.picture
    if picture is None or picture.format == "svg":
        return ()
    widths = [*(width for width in WIDTHS if width < picture.width), min(picture.width, WIDTHS[-1])]
    old = "jpeg" if picture.opaque else "png"
    return tuple(
        Variant(
            address=f"{_folder(ref)}{_stem(file)}-{width}.{SUFFIXES[format]}",
            format=format,
            width=width,
            height=max(1, round(picture.height * width / picture.width)),
        )
        for width in dict.fromkeys(widths)
        for format in ("webp", old)
    )


def media(site: Site, ref: str, name: str) -> str:
    """The address of a file beside a document: of a picture by its content, of an attachment by its name."""
    about, file = Ref.of(ref), file_of(site, ref, name)
    found = variants(about, file)
    if found:
        return found[-1].address
    ending = name.rpartition(".")[2]
    pictured = ending.lower() in ENDINGS
    return _folder(about) + (f"{_stem(file)}.{ending}" if pictured else name)


def pictured(site: Site, ref: str, name: str) -> Pictured:
    """How a page shows a picture."""
    file = file_of(site, ref, name)
    found = variants(Ref.of(ref), file)
    if not found:
        size = (file.picture.width, file.picture.height) if file.picture else (0, 0)
        return Pictured(media(site, ref, name), *size)
    return Pictured(found[-1].address, found[-1].width, found[-1].height, tuple(_by_format(found)))


def _by_format(found: tuple[Variant, ...]) -> Iterator[Sized]:
    for format in dict.fromkeys(each.format for each in found):
        sizes = tuple((each.address, each.width) for each in found if each.format == format)
        yield Sized(TYPES[format], sizes)


def file_of(site: Site, ref: str, name: str) -> File:
    """The file of this name beside a document."""
    return next(file for file in site.files[Ref.of(ref)] if file.name == name)


def _folder(ref: Ref) -> str:
    return f"media/{ref.kind}/{ref.id}/"


def _stem(file: File) -> str:
    """A name that no other content, and no other file of the bundle, has."""
    digest = digest_value((file.digest, file.name, RECIPE))
    return f"{file.name.rpartition('.')[0][:LONGEST_STEM]}.{digest[:8]}"
