"""A site's colours as a style sheet of tokens, named as Designsystemet's components ask for them."""

from collections.abc import Mapping

from sitegen.model.colour import mixed, shade
from sitegen.model.config import Look
from sitegen.render.look.tones import NAMES, Scheme, tones

NAME = "colours.css"
ACCENT = "#0b5a52"
BAND = "#083f3a"
MARK = "#f2b84b"
GREY = "#5c6461"
STATES: Mapping[str, tuple[str, float]] = {
    "info": ("#0a5b9c", 0.3),
    "success": ("#0c6b3c", 0.25),
    "warning": ("#7d5f00", 0.6),
    "danger": ("#a3200f", 0.5),
}
"""Colours that mean something, the same on every site, and how much of their hue their light tones keep."""

SCHEMES: tuple[tuple[Scheme, str], ...] = (("light", ""), ("dark", "(prefers-color-scheme:dark)"))


def colours(look: Look) -> str:
    """The tokens: light ones for all, dark ones for readers who ask for them."""
    light, dark = (_scheme(look, scheme) for scheme, _ in SCHEMES)
    chosen = "".join(
        f"{selector}{{{''.join(f'--ds-color-{tone}:var(--ds-color-{name}-{tone});' for tone in _used(name))}}}\n"
        for name, selector in _SELECTORS.items()
    )
    # On paper and in a forced scheme the page is light, whatever the screen is.
    return f":root{{{light}}}\n@media screen and {SCHEMES[1][1]}{{:root{{{dark}}}}}\n{chosen}"


_SELECTORS = {
    "accent": ":root,[data-color=accent]",
    **{name: f"[data-color={name}]" for name in ("neutral", *STATES)},
}
_FEW = ("surface-tinted", "surface-hover", "border-subtle", "border-default", "text-subtle", "text-default")


def _used(name: str) -> tuple[str, ...]:
    """The tones that are asked for: all of the accent and the neutral, of the others those of tags and alerts."""
    return NAMES if name in ("accent", "neutral") else _FEW


def _scheme(look: Look, scheme: Scheme) -> str:
    accent = look.accent or ACCENT
    seeds: dict[str, tuple[str, float | None]] = {
        "accent": (look.accent_dark or accent if scheme == "dark" else accent, None),
        "neutral": (mixed(GREY, accent, 0.08), None),
        **STATES,
    }
    said: dict[str, str] = {}
    for name, (seed, vivid) in seeds.items():
        found = tones(seed, scheme, vivid)
        said |= {f"{name}-{tone}": found[tone] for tone in _used(name)}
    ground = said["neutral-background-default"]
    said["focus-outer"], said["focus-inner"] = said["neutral-text-default"], ground
    band = look.band or (look.accent and shade(accent, 0.04)) or BAND
    said["band"] = band if scheme == "light" else shade(band, 0.025)
    said["mark"] = look.mark or MARK
    said["hill"] = shade(accent, 0.16 if scheme == "light" else 0.07, 0.4)
    return "".join(f"--ds-color-{name}:{value};" for name, value in said.items())
