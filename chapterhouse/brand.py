"""The colours of a site, made from its brand colour so that every text in them can be read.

Contrast is WCAG 2.2's: 4.5 to 1 for text (success criterion 1.4.3), by relative luminance. Colours are moved
in OKLCH (B. Ottosson, 2020), where lightness is what eyes see and the hue stays the association's own.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import atan2, cos, hypot, sin

from chapterhouse.frozen import field, frozen

TEXT_CONTRAST = 4.5
"""The least contrast of text with what it stands on."""
DEFAULT = "#1f6357"
"""The brand colour where a record names none; the base theme's stylesheet holds the palette made from it."""
LIGHT_GROUNDS = ("#ffffff", "#fcfaf6", "#f4efe7")
"""The light scheme's surface, paper and sunken colours, as in the base theme's stylesheet."""
DARK_GROUNDS = ("#26231f", "#1b1916", "#14120f")
"""The dark scheme's surface, paper and sunken colours."""
DARK_INK = "#171512"
"""The text on a brand-coloured ground in the dark scheme, where that ground is light."""
BAND_INK = "#f7f3ec"
"""The text on the band, which is deep in both schemes."""

Lch = tuple[float, float, float]


@frozen
class Palette:
    """The brand's colours as CSS custom properties, one set for each scheme."""

    light: dict[str, str] = field(default_factory=dict)
    """Property (`--brand`) and colour (`#1f6357`) of the light scheme."""
    dark: dict[str, str] = field(default_factory=dict)
    """The same properties in the dark scheme."""
    adjusted: bool = False
    """Whether the colour as given could not carry text on the light scheme, so that a darker one is used."""
    ratio: float = 0.0
    """The least contrast of the colour as given with the light scheme's grounds, to two decimals."""
    css: str = ""
    """The rules for a `<style>` element; empty without a colour of the record, so that the theme's stay."""


@lru_cache(maxsize=4096)
def palette(color: str | None) -> Palette:
    """Return the palette of a brand colour (`#2f6f5e`), or the default one."""
    given = color or DEFAULT
    lightness, chroma, hue = _oklch(given)
    light_soft = _soft(given)
    dark_soft = _hex_in_gamut((0.285, min(chroma, 0.036), hue))
    brand = _darker(given, (*LIGHT_GROUNDS, light_soft))
    strong = _hex_in_gamut((max(_oklch(brand)[0] - 0.09, 0.0), chroma, hue))
    dark_brand = _lighter((max(lightness, 0.78), min(chroma, 0.11), hue), (*DARK_GROUNDS, dark_soft))
    dark_strong = _hex_in_gamut((min(_oklch(dark_brand)[0] + 0.08, 0.97), min(chroma, 0.08), hue))
    light = {
        "--brand-raw": given,
        "--brand": brand,
        "--brand-strong": strong,
        "--on-brand": "#ffffff",
        "--brand-soft": light_soft,
        "--band": _hex_in_gamut((0.31, min(chroma, 0.052), hue)),
        "--on-band": BAND_INK,
    }
    dark = {
        "--brand-raw": given,
        "--brand": dark_brand,
        "--brand-strong": dark_strong,
        "--on-brand": DARK_INK,
        "--brand-soft": dark_soft,
        "--band": _hex_in_gamut((0.25, min(chroma, 0.03), hue)),
        "--on-band": BAND_INK,
    }
    return Palette(
        light=light,
        dark=dark,
        adjusted=brand != given,
        ratio=round(_worst(given, LIGHT_GROUNDS), 2),
        css=_css(light, dark) if color else "",
    )


def least_contrast(colour: str) -> float:
    """Return the contrast of a colour, used for text, with the worst of the light scheme's grounds."""
    return _worst(colour, (*LIGHT_GROUNDS, _soft(colour)))


def _soft(colour: str) -> str:
    """Return the light ground that has a breath of the colour."""
    _, chroma, hue = _oklch(colour)
    return _hex_in_gamut((0.955, min(chroma, 0.013), hue))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _css(light: dict[str, str], dark: dict[str, str]) -> str:
    return (
        f":root{{{_declarations(light)}}}@media (prefers-color-scheme:dark){{:root{{{_declarations(dark)}}}}}"
    )


def _declarations(colours: dict[str, str]) -> str:
    return ";".join(f"{name}:{colour}" for name, colour in colours.items())


def _worst(colour: str, grounds: Iterable[str]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def _darker(colour: str, grounds: tuple[str, ...]) -> str:
    """Return the colour itself where it can be read, or the lightest darker one of its hue that can."""
    if _worst(colour, grounds) >= TEXT_CONTRAST:
        return colour
    lightness, chroma, hue = _oklch(colour)
    return _nearest(lightness, 0.0, lambda at: _hex_in_gamut((at, chroma, hue)), grounds)


def _lighter(colour: Lch, grounds: tuple[str, ...]) -> str:
    """Return the colour where it can be read, or the darkest lighter one of its hue that can."""
    lightness, chroma, hue = colour
    return _nearest(lightness, 1.0, lambda at: _hex_in_gamut((at, chroma, hue)), grounds)


def _nearest(start: float, end: float, at: Callable[[float], str], grounds: tuple[str, ...]) -> str:
    """Halve the way from a lightness to one that surely can be read, twelve times."""
    found = at(start)
    if _worst(found, grounds) >= TEXT_CONTRAST:
        return found
    found = at(end)
    for _ in range(12):
        middle = (start + end) / 2
        colour = at(middle)
        if _worst(colour, grounds) >= TEXT_CONTRAST:
            end, found = middle, colour
        else:
            start = middle
    return found


def _linear(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of sRGB as light, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _to_light(red), _to_light(green), _to_light(blue)


def _to_light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _from_light(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklch(colour: str) -> Lch:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _light_of(lch: Lch) -> tuple[float, float, float]:
    lightness, chroma, hue = lch
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _hex_in_gamut(lch: Lch) -> str:
    """Return the colour in sRGB, with as much of its chroma as a screen can show."""
    lightness, chroma, hue = lch
    light = _light_of(lch)
    if not _shows(light):
        least = 0.0
        for _ in range(10):
            middle = (least + chroma) / 2
            least, chroma = (
                (middle, chroma) if _shows(_light_of((lightness, middle, hue))) else (least, middle)
            )
        light = _light_of((lightness, least, hue))
    return "#" + "".join(f"{round(255 * _from_light(min(max(part, 0.0), 1.0))):02x}" for part in light)


def _shows(light: tuple[float, float, float]) -> bool:
    return all(-0.0001 <= part <= 1.0001 for part in light)
