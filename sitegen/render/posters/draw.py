"""A card as a picture in sixteen colours.

The letters are drawn as light on darkness, one layer for each ink, and the layers become places in a palette: that
is far quicker, and a third of the bytes, of a picture in full colours.
"""

from io import BytesIO

from PIL import Image, ImageChops, ImageColor

from sitegen.render.posters import HEIGHT, WIDTH
from sitegen.render.posters.lettering import Lettering
from sitegen.render.posters.letters import cut, lines, plain, put, width

MARGIN = 80
STRIPE = 14
COLUMN = WIDTH - 2 * MARGIN
TITLE = ((84, 3), (72, 4), (60, 4), (50, 5), (42, 6))
"""Sizes of the title's letters in pixels, and how many lines of each there is room for."""
LEADING = 1.16
ABOVE = 34
BELOW = 30
INK = "#ffffff"
SHADES = 7
"""Steps from the ground to an ink, so that letters have smooth edges."""


def draw(said: Lettering) -> bytes:
    """The card as PNG. The same words give the same bytes."""
    ink, mark = Image.new("L", (WIDTH, HEIGHT)), Image.new("L", (WIDTH, HEIGHT))
    mark.paste(255, (0, 0, WIDTH, STRIPE))
    line = MARGIN + ABOVE
    if said.above:
        put(mark, (MARGIN, line), cut(plain(said.above), "medium", ABOVE, COLUMN), "medium", ABOVE)
        line += ABOVE
    _title(ink, plain(said.title), line)
    _foot(ink, mark, said)
    return _written(ink, mark, said)


def _title(layer: Image.Image, title: str, top: int) -> None:
    """The title in the largest letters in which all of it has room; what has none in the smallest is left out."""
    for size, most in TITLE:
        found = lines(title, "bold", size, COLUMN)
        if len(found) <= most:
            break
    shown = found[:most]
    if len(found) > most:
        shown[-1] = cut(f"{shown[-1]} {found[most]}", "bold", size, COLUMN)
    for number, words in enumerate(shown):
        put(layer, (MARGIN, top + size + round(number * size * LEADING)), words, "bold", size)


def _foot(ink: Image.Image, mark: Image.Image, said: Lettering) -> None:
    """The site's name at the left and the language at the right, on one line."""
    line = HEIGHT - MARGIN + BELOW // 2
    tongue = width(said.tongue, "medium", BELOW)
    put(ink, (WIDTH - MARGIN - tongue, line), said.tongue, "medium", BELOW)
    mark.paste(255, (MARGIN, line - 14, MARGIN + 36, line - 8))
    if said.site != said.title:
        put(
            ink,
            (MARGIN + 56, line),
            cut(plain(said.site), "medium", BELOW, int(COLUMN - tongue) - 120),
            "medium",
            BELOW,
        )


def _written(ink: Image.Image, mark: Image.Image, said: Lettering) -> bytes:
    """Both layers in one picture with a palette: the ground, the shades of the ink, then those of the mark."""
    white = ink.point([round(value * SHADES / 255) for value in range(256)])
    amber = mark.point([round(value * SHADES / 255) + SHADES if value > 127 // SHADES else 0 for value in range(256)])
    places = ImageChops.lighter(white, amber)
    picture = Image.frombytes("P", (WIDTH, HEIGHT), places.tobytes())
    ground = ImageColor.getrgb(said.band)
    shades = [ground, *_shades(ground, INK), *_shades(ground, said.mark)]
    picture.putpalette([channel for shade in shades for channel in shade])
    written = BytesIO()
    picture.save(written, "PNG", bits=4, compress_level=4)
    return written.getvalue()


def _shades(ground: tuple[int, ...], ink: str) -> list[tuple[int, ...]]:
    """The steps from the ground to an ink."""
    end = ImageColor.getrgb(ink)
    return [
        tuple(round(low + (high - low) * step / SHADES) for low, high in zip(ground[:3], end[:3], strict=True))
        for step in range(1, SHADES + 1)
    ]
