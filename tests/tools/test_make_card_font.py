"""The face of the cards: one weight of one face, free and small."""

from io import BytesIO

from fontTools.ttLib import TTFont

from tools.make_card_font import OUTPUT, PARTS, merged
from tools.make_font import OUTPUT as THEME

MOST_BYTES = 80_000


def test_the_face_is_fixed_and_small() -> None:
    font = TTFont(OUTPUT / "card.ttf")
    assert "fvar" not in font
    assert font["name"].getDebugName(1) == "Fraunces"
    assert (OUTPUT / "card.ttf").stat().st_size <= MOST_BYTES


def test_the_licence_is_that_of_the_themes_font() -> None:
    assert (OUTPUT / "OFL.txt").read_bytes() == (THEME / "OFL.txt").read_bytes()


def test_letters_of_several_files_stand_in_one_and_the_weight_is_fixed() -> None:
    font = TTFont(BytesIO(merged([THEME / f"fraunces-{part}.woff2" for part in PARTS])))
    assert {ord("A"), ord("Ł"), ord("ș")} <= font.getBestCmap().keys()
    assert "fvar" not in font
