"""Whatever colours a site chooses, words can be read on every ground, light and dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re

import pytest
from hypothesis import given, strategies as st

from sitegen.content.scalars import VERBS
from sitegen.content.values.bad import Bad
from sitegen.model import fields
from sitegen.model.colour import BLACK, READABLE, WHITE, contrast, luminance, readable, shade
from sitegen.model.config import Look
from sitegen.render.look.colours import colours

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
GROUNDS = ("background-default", "background-tinted", "surface-default", "surface-tinted", "surface-hover")


def tokens(look: Look) -> tuple[dict[str, str], dict[str, str]]:
    """The tokens of the light and the dark scheme."""
    light, dark = re.findall(r":root\{((?:--ds-color-[\w-]+:#[0-9a-f]{6};)+)\}", colours(look))
    return dict(re.findall(r"--ds-color-([\w-]+):(#\w+);", light)), dict(
        re.findall(r"--ds-color-([\w-]+):(#\w+);", dark)
    )


def chosen(look: Look) -> Look:
    """The look with its colours made readable, as an editor who heeds the mend would."""
    return Look(
        accent=fields.DeepColour(readable(look.accent or BLACK, WHITE)),
        accent_dark=fields.PaleColour(readable(look.accent_dark or WHITE, fields.DARK_PAGE))
        if look.accent_dark
        else None,
        band=fields.DeepColour(readable(look.band, WHITE)) if look.band else None,
    )


LOOKS = st.builds(Look, accent=COLOURS, accent_dark=st.none() | COLOURS, band=st.none() | COLOURS)


@given(LOOKS)
def test_words_can_be_read_on_every_ground(look: Look) -> None:
    for scheme in tokens(chosen(look)):
        for name in ("accent", "neutral"):
            for words in ("text-default", "text-subtle"):
                for ground in (f"{own}-{each}" for own in ("accent", "neutral") for each in GROUNDS):
                    assert contrast(scheme[f"{name}-{words}"], scheme[ground]) >= READABLE, (name, words, ground)
        for name in ("info", "success", "warning", "danger"):
            for words in ("text-default", "text-subtle"):
                assert contrast(scheme[f"{name}-{words}"], scheme[f"{name}-surface-tinted"]) >= READABLE


@given(LOOKS)
def test_buttons_and_the_band_can_be_read(look: Look) -> None:
    for scheme in tokens(chosen(look)):
        for ground in ("base-default", "base-hover", "base-active"):
            assert contrast(scheme["accent-base-contrast-default"], scheme[f"accent-{ground}"]) >= READABLE
        assert contrast(WHITE, scheme["band"]) >= READABLE


@given(LOOKS)
def test_borders_that_mean_something_can_be_seen(look: Look) -> None:
    for scheme in tokens(chosen(look)):
        for name in ("accent", "neutral"):
            for ground in ("background-default", "surface-tinted"):
                assert contrast(scheme[f"{name}-border-default"], scheme[f"{name}-{ground}"]) >= 3


def test_a_colour_that_can_be_read_is_the_sites_own_to_the_digit() -> None:
    light, dark = tokens(Look(accent=fields.DeepColour("#0062ba"), accent_dark=fields.PaleColour("#8fc4f4")))
    assert (light["accent-base-default"], dark["accent-text-subtle"]) == ("#0062ba", "#8fc4f4")


@given(COLOURS, st.sampled_from([WHITE, fields.DARK_PAGE, BLACK]))
def test_the_mend_can_be_read_and_is_no_further_than_needed(colour: str, ground: str) -> None:
    found = readable(colour, ground)
    assert contrast(found, ground) >= READABLE
    assert found == colour or contrast(found, ground) < READABLE + 0.35


@given(COLOURS, st.floats(0, 1), st.sampled_from([0.0, 0.5, 1.0]))
def test_a_shade_has_the_luminance_that_was_wanted(colour: str, wanted: float, vivid: float) -> None:
    assert abs(luminance(shade(colour, wanted, vivid)) - wanted) < 0.02


def test_contrast_is_that_of_the_recommendation() -> None:
    """Black on white is 21:1, and #767676 is the lightest grey that can be read on white."""
    assert contrast(BLACK, WHITE) == 21
    assert contrast("#767676", WHITE) >= READABLE > contrast("#777777", WHITE)


def test_what_cannot_be_read_is_told_with_its_ratio_and_a_mend() -> None:
    with pytest.raises(Bad) as told:
        VERBS[fields.DeepColour]("f2b84b")
    assert told.value.code == "colour-too-light"
    assert told.value.values["ratio"] == "1.78"
    assert contrast(str(told.value.values["better"]), WHITE) >= READABLE
