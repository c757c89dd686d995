"""Draws the portal's sample pictures: `python scripts/sample_pictures.py`.

They are plain shapes, so that nobody takes them for pictures of what the portal tells. Whoever wants other pictures
puts files of their own in their place; nothing else needs this script.
"""

import math
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

CONTENT = Path(__file__).parents[1] / "content"
WIDTH, HEIGHT = 1600, 900
DEEP, GREEN, LEAF, PALE, SUN, SKY = "#0b3b36", "#146d62", "#5aa274", "#dff2e8", "#f2b84b", "#eef5f3"

Pen = ImageDraw.ImageDraw


def harbour(pen: Pen) -> None:
    """A town on a hill, a wall and the sea."""
    pen.ellipse((1130, 120, 1290, 280), SUN)
    pen.polygon([(0, 620), (300, 420), (760, 330), (1200, 470), (1600, 400), (1600, 900), (0, 900)], LEAF)
    for number in range(7):
        left, top = 240 + number * 130, 470 - round(60 * math.sin(number * 0.8)) - 40
        pen.rectangle((left, top, left + 84, top + 200), PALE if number % 2 else "#ffffff")
        pen.polygon([(left - 10, top), (left + 42, top - 62), (left + 94, top)], "#b5533c")
    for left in range(0, WIDTH, 120):
        pen.rectangle((left, 590, left + 70, 660), GREEN)
    pen.rectangle((0, 630, WIDTH, 700), GREEN)
    pen.rectangle((0, 700, WIDTH, HEIGHT), "#2f7f9a")
    for row in range(4):
        for left in range(-40 + 60 * (row % 2), WIDTH, 180):
            pen.arc((left, 730 + row * 42, left + 90, 760 + row * 42), 200, 340, "#bfe0ea", 6)


def vans(pen: Pen) -> None:
    """Four small vans that share one socket."""
    pen.rectangle((0, 690, WIDTH, HEIGHT), "#cfd9d6")
    pen.rectangle((770, 200, 830, 690), DEEP)
    pen.rounded_rectangle((730, 150, 870, 320), 24, GREEN)
    pen.polygon([(812, 170), (770, 245), (798, 245), (784, 300), (832, 222), (804, 222)], SUN)
    for number, colour in enumerate((GREEN, LEAF, "#2f7f9a", "#b5533c")):
        left = 60 + number * 385 + (60 if number > 1 else 0) - (30 if number < 2 else 0)
        middle = left + 160
        pen.line([(800, 300), ((800 + middle) // 2, 420), (middle, 560)], DEEP, 8, joint="curve")
        pen.rounded_rectangle((left, 540, left + 230, 720), 18, colour)
        pen.polygon(
            [(left + 230, 580), (left + 285, 580), (left + 320, 650), (left + 320, 720), (left + 230, 720)], colour
        )
        pen.polygon([(left + 246, 594), (left + 280, 594), (left + 304, 644), (left + 246, 644)], SKY)
        for wheel in (left + 60, left + 250):
            pen.ellipse((wheel - 36, 684, wheel + 36, 756), DEEP)
            pen.ellipse((wheel - 14, 706, wheel + 14, 734), PALE)


def chairs(pen: Pen) -> None:
    """A row of chairs, the last of them mended."""
    pen.rectangle((0, 720, WIDTH, HEIGHT), "#d9cdbb")
    pen.rounded_rectangle((180, 90, 520, 330), 16, "#ffffff", SKY, 6)
    pen.rectangle((215, 125, 485, 295), LEAF)
    for number, colour in enumerate((GREEN, LEAF, "#2f7f9a", SUN)):
        left = 140 + number * 350
        pen.rounded_rectangle((left, 380, left + 230, 580), 26, colour)
        pen.rounded_rectangle((left - 14, 570, left + 244, 640), 20, colour)
        for leg in (left + 10, left + 206):
            pen.rectangle((leg, 640, leg + 18, 800), DEEP)
    pen.line([(1240, 430), (1370, 520)], "#ffffff", 8)
    for at in range(5):
        across, down = 1250 + at * 28, 437 + at * 19
        pen.line([(across - 12, down + 14), (across + 14, down - 12)], "#ffffff", 6)


PICTURES: dict[str, Callable[[Pen], None]] = {
    "events/exempelvecka-visby-2026/hamn.png": harbour,
    "projects/eksempel-elektriske-varebiler/varebiler.png": vans,
    "news/exempelregionen-aterbruk/stolar.png": chairs,
}


def drawn(scene: Callable[[Pen], None]) -> Image.Image:
    """A scene in few colours, so that its file is small."""
    canvas = Image.new("RGB", (WIDTH, HEIGHT), SKY)
    scene(ImageDraw.Draw(canvas))
    # made smaller, its edges become smooth
    return canvas.resize((WIDTH * 3 // 4, HEIGHT * 3 // 4), Image.Resampling.LANCZOS).quantize(32)


if __name__ == "__main__":
    for name, scene in PICTURES.items():
        drawn(scene).save(CONTENT / name, "PNG", optimize=True)
