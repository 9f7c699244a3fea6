"""Tests of brand colours."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.brand import (
    DARK_GROUNDS,
    DEFAULT,
    LIGHT_GROUNDS,
    TEXT_CONTRAST,
    Palette,
    contrast,
    palette,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def worst(made: Palette) -> float:
    """Return the least contrast of all pairs of text and ground that the stylesheet may make."""
    pairs = [
        (scheme[text], ground)
        for scheme, grounds in ((made.light, LIGHT_GROUNDS), (made.dark, DARK_GROUNDS))
        for text in ("--brand", "--brand-strong")
        for ground in (*grounds, scheme["--brand-soft"], scheme["--on-brand"])
    ]
    pairs += [(scheme["--on-band"], scheme["--band"]) for scheme in (made.light, made.dark)]
    return min(contrast(*pair) for pair in pairs)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("degree", range(0, 360, 5))
@pytest.mark.parametrize("lightness", [0.1, 0.5, 0.9])
def test_every_hue_can_be_read(degree: int, lightness: float) -> None:
    red, green, blue = colorsys.hls_to_rgb(degree / 360, lightness, 1.0)
    color = f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
    assert worst(palette(color)) >= TEXT_CONTRAST


@given(COLOURS)
def test_every_colour_can_be_read(color: str) -> None:
    made = palette(color)
    assert worst(made) >= TEXT_CONTRAST
    assert made.light.keys() == made.dark.keys()


@given(COLOURS)
def test_a_colour_is_adjusted_only_where_it_cannot_be_read(color: str) -> None:
    made = palette(color)
    if made.adjusted:
        assert min(contrast(color, g) for g in (*LIGHT_GROUNDS, made.light["--brand-soft"])) < TEXT_CONTRAST
    else:
        assert made.light["--brand"] == color
        assert made.ratio >= TEXT_CONTRAST


def test_a_pale_colour_is_made_darker_and_keeps_its_hue() -> None:
    made = palette("#ffd200")
    assert made.adjusted
    assert made.ratio < 2
    red, green, blue = (int(made.light["--brand"][at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue


def test_a_dark_colour_stays_as_it_is() -> None:
    made = palette("#22384f")
    assert not made.adjusted
    assert made.light["--brand"] == "#22384f"


def test_rules_are_small_and_safe_in_a_style_element() -> None:
    css = palette("#2f6f5e").css
    assert css.startswith(":root{--brand-raw:#2f6f5e;--brand:")
    assert "@media (prefers-color-scheme:dark){:root{" in css
    assert not set("<>&\"'\\") & set(css)
    assert len(css) < 420


def test_without_a_colour_the_stylesheet_decides() -> None:
    made = palette(None)
    assert made.css == ""
    assert made.light == palette(DEFAULT).light


def test_same_colour_same_palette() -> None:
    palette.cache_clear()
    first = palette("#a33b5c")
    palette.cache_clear()
    assert palette("#a33b5c") == first
