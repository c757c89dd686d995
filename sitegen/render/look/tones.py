"""A scale of tones from one colour, as Designsystemet's tokens name them, for the light and the dark scheme.

Each tone is told by its luminance, so that what must be told apart is, whatever the colour: words (`text-…`) have a
contrast of 4.5:1 or more with every ground (`background-…`, `surface-…`), borders that mean something
(`border-default`, `border-strong`) 3:1 or more with the page and the tinted surface.
"""

from collections.abc import Mapping
from typing import Literal

from sitegen.model.colour import WHITE, luminance, shade

Scheme = Literal["light", "dark"]
Tones = Mapping[str, str]

LIGHT: Mapping[str, float] = {
    "background-default": 1.0,
    "background-tinted": 0.91,
    "surface-default": 1.0,
    "surface-tinted": 0.84,
    "surface-hover": 0.75,
    "surface-active": 0.66,
    "border-subtle": 0.6,
    "border-default": 0.2,
    "border-strong": 0.1,
    "text-subtle": 0.1,
    "text-default": 0.02,
}
DARK: Mapping[str, float] = {
    "background-default": 0.0065,
    "background-tinted": 0.0105,
    "surface-default": 0.0105,
    "surface-tinted": 0.018,
    "surface-hover": 0.03,
    "surface-active": 0.045,
    "border-subtle": 0.06,
    "border-default": 0.22,
    "border-strong": 0.4,
    "text-subtle": 0.45,
    "text-default": 0.82,
}

NAMES = (*LIGHT, "base-default", "base-hover", "base-active", "base-contrast-default")
"""All tones that there are."""

VIVID: Mapping[Scheme, float] = {"light": 0.22, "dark": 0.5}
"""How much of their hue light tones keep."""


def tones(colour: str, scheme: Scheme, vivid: float | None = None) -> Tones:
    """The scale of a colour that can be read on white. In the light scheme `base-default` is the colour itself, with
    white words on it; in the dark one, a shade that is light enough for dark words. `vivid` is the share of its hue
    that light tones keep.
    """
    scale = LIGHT if scheme == "light" else DARK
    vivid = VIVID[scheme] if vivid is None else vivid
    found = {name: shade(colour, wanted, vivid) for name, wanted in scale.items()}
    own = luminance(colour)
    if scheme == "light":
        # Words in the colour itself, where it is dark enough for every ground.
        found["text-subtle"] = found["border-strong"] = shade(colour, min(own, LIGHT["text-subtle"]))
        return {**found, **_base(colour, 0.7, 0.5), "base-contrast-default": WHITE}
    lit = max(own, DARK["text-subtle"])
    found["text-subtle"] = shade(colour, lit, vivid)
    return {**found, **_base(found["text-subtle"], 1.2, 1.4), "base-contrast-default": shade(colour, 0.005)}


def _base(colour: str, hover: float, active: float) -> Tones:
    """What buttons are filled with: as they stand, under the pointer, and pressed."""
    own = luminance(colour)
    hovered, pressed = (shade(colour, min(own * factor, 1)) for factor in (hover, active))
    return {"base-default": colour, "base-hover": hovered, "base-active": pressed}
