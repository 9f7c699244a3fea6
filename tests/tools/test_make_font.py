"""The base theme's font: the letters that names need, small, and free."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tools.make_font import AXES, EXTENDED, FILES, OUTPUT, WESTERN, reduced

MOST_BYTES = 28_000
"""What the part of the font that every page loads may weigh."""


@pytest.mark.parametrize("part", sorted(FILES))
def test_each_part_has_its_letters_and_one_axis(part: str) -> None:
    font = TTFont(OUTPUT / f"fraunces-{part}.woff2")
    missing = {letter for letter in FILES[part] if ord(letter) not in font.getBestCmap()}
    assert missing <= {"\u2011", "ŉ", "ſ"}
    (axis,) = font["fvar"].axes
    assert axis.axisTag == "wght"
    assert (axis.minValue, axis.maxValue) == AXES["wght"]


def test_the_part_that_every_page_loads_is_small() -> None:
    assert (OUTPUT / "fraunces-latin.woff2").stat().st_size <= MOST_BYTES


@pytest.mark.parametrize(
    "name", ["Ógra na hÉireann", "Niñez Año Nuevo", "Für Säuglinge", "Łódź Żabka", "Œuvre"]
)
def test_names_of_many_languages_can_be_set(name: str) -> None:
    assert set(name) <= set(WESTERN) | set(EXTENDED)


def test_the_licence_lies_beside_the_font() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (OUTPUT / "OFL.txt").read_text(encoding="utf-8")


def test_the_stylesheet_asks_for_each_letter_in_one_file() -> None:
    css = (Path(OUTPUT).parent / "tokens.css").read_text(encoding="utf-8")
    assert all(f'url("fonts/fraunces-{part}.woff2")' in css for part in FILES)


def test_a_font_that_has_no_axes_left_is_refused() -> None:
    with pytest.raises(KeyError, match="opsz"):
        reduced(OUTPUT / "fraunces-latin.woff2", "abc")
