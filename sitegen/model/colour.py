"""Colours as sRGB in hexadecimal, and how well one is told from another (WCAG 2.2, relative luminance and contrast).

Shades are mixed in linear light: there, luminance is a straight line between a colour and white or black, so that
a shade of a wanted luminance is found without a search.
"""

import re
from functools import lru_cache

HEX = re.compile(r"#?([0-9a-fA-F]{6})")
WHITE, BLACK = "#ffffff", "#000000"
READABLE = 4.5
"""The least contrast of words with what is behind them (WCAG 2.2, 1.4.3, level AA)."""

_WEIGHTS = (0.2126, 0.7152, 0.0722)
Linear = tuple[float, ...]


@lru_cache(maxsize=256)
def linear(colour: str) -> Linear:
    """The three channels in linear light, 0 to 1 (IEC 61966-2-1)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)


def written(channels: Linear) -> str:
    """Channels in linear light as "#rrggbb"."""
    gamma = (each * 12.92 if each <= 0.0031308 else 1.055 * each ** (1 / 2.4) - 0.055 for each in channels)
    return "#" + "".join(f"{round(min(max(each, 0), 1) * 255):02x}" for each in gamma)


def luminance(colour: str) -> float:
    """From 0, black, to 1, white."""
    return sum(weight * each for weight, each in zip(_WEIGHTS, linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    """From 1, none, to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """So much of `other` in `one`, from 0 to 1."""
    pairs = zip(linear(one), linear(other), strict=True)
    return written(tuple(a * (1 - share) + b * share for a, b in pairs))


def shade(colour: str, wanted: float, vivid: float = 0.0) -> str:
    """The colour made lighter, or darker with black, to a luminance.

    It is made lighter with white, which makes it pale; `vivid`, from 0 to 1, is the share that keeps its hue by
    being made brighter before it is mixed with white.
    """
    own = luminance(colour)
    if wanted < own:
        return mixed(colour, BLACK, 1 - wanted / own)
    pale, bright = linear(mixed(colour, WHITE, _share(own, wanted))), _brighter(colour, own, wanted)
    return written(tuple(a * (1 - vivid) + b * vivid for a, b in zip(pale, bright, strict=True)))


def _share(own: float, wanted: float) -> float:
    """How much white takes a luminance to another."""
    return (wanted - own) / (1 - own) if own < 1 else 0.0


def _brighter(colour: str, own: float, wanted: float) -> Linear:
    """The colour with more light of its own sort, as far as there is, and then white, to a luminance."""
    channels = linear(colour)
    most = 1 / max(*channels, 0.001)
    factor = min(wanted / max(own, 0.001), most)
    share = _share(min(own * factor, 1), wanted)
    return tuple(each * factor * (1 - share) + share for each in channels)


def readable(colour: str, ground: str, bound: float = READABLE) -> str:
    """The colour itself if it can be read on `ground`; else its nearest shade that can."""
    if contrast(colour, ground) >= bound:
        return colour
    behind = luminance(ground)
    if behind > 0.18:
        wanted, step = (behind + 0.05) / bound - 0.05, -0.002
    else:
        wanted, step = (behind + 0.05) * bound - 0.05, 0.002
    # Channels are whole numbers of 255, so that a shade may fall a little short of what it was to be.
    while contrast(found := shade(colour, min(max(wanted, 0), 1)), ground) < bound and 0 < wanted < 1:
        wanted += step
    return found
