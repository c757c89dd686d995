"""Letters for drawing, and words broken into lines that fit. Knows widths, and no card.

Each letter is drawn once in a process and put down as often as it comes, which is several times quicker than to have
every line drawn; so no pair of letters is moved closer together.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from unicodedata import normalize

from PIL import Image, ImageDraw, ImageFont

ELLIPSIS = "…"


@cache
def letters(name: str, size: int) -> ImageFont.FreeTypeFont:
    """The letters of a weight ("bold", "medium") in a size in pixels.

    Laid out by Pillow itself: whether its other engine is there differs between machines.
    """
    data = (files("sitegen.render.posters") / "fonts" / f"{name}.ttf").read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(name: str, size: int, letter: str) -> float:
    return letters(name, size).getlength(letter)


@cache
def _drawn(name: str, size: int, letter: str) -> Image.Image:
    """A letter, light on darkness: its pen half its size from the left, its line its size from the top."""
    drawn = Image.new("L", (2 * size, 3 * size // 2))
    ImageDraw.Draw(drawn).text((size // 2, size), letter, 255, letters(name, size), anchor="ls")
    return drawn


def put(layer: Image.Image, place: tuple[float, int], words: str, name: str, size: int) -> None:
    """Draws words on a layer of light. `place` is where the pen begins, on the line that the letters stand on."""
    pen, line = place
    for letter in words:
        if not letter.isspace():
            drawn = _drawn(name, size, letter)
            layer.paste(255, (round(pen) - size // 2, line - size), drawn)
        pen += _advance(name, size, letter)


def width(words: str, name: str, size: int) -> float:
    """How many pixels words take: what their letters take, as no pair of them is drawn closer."""
    return sum(_advance(name, size, letter) for letter in words)


def plain(words: str) -> str:
    """Words as letters can be drawn: composed, on one line, without marks that are not seen."""
    return " ".join(normalize("NFC", words).replace("\N{SOFT HYPHEN}", "").split())


def lines(words: str, name: str, size: int, room: int) -> list[str]:
    """The words in lines of at most `room` pixels; a word that is longer than a line is broken with a hyphen."""
    found = [""]
    for word in words.split():
        joined = f"{found[-1]} {word}".strip()
        if width(joined, name, size) <= room:
            found[-1] = joined
            continue
        *whole, rest = _broken(word, name, size, room)
        found += [*whole, rest]
    return [each for each in found if each]


def cut(words: str, name: str, size: int, room: int) -> str:
    """The words on one line of at most `room` pixels, their end left out if need be."""
    if width(words, name, size) <= room:
        return words
    while words and width(words + ELLIPSIS, name, size) > room:
        words = words[:-1].rstrip()
    return words + ELLIPSIS


def _broken(word: str, name: str, size: int, room: int) -> list[str]:
    pieces = []
    while width(word, name, size) > room:
        end = max(at for at in range(1, len(word)) if at == 1 or width(word[:at] + "-", name, size) <= room)
        pieces.append(word[:end] + "-")
        word = word[end:]
    return [*pieces, word]
