"""Cards are small, of the right size, and hold their words."""

import io

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from chapterhouse.brand import contrast, palette
from chapterhouse.render.card_drawing import FACE, MARGIN, Face, drawn, wrapped
from chapterhouse.render.cards import HEIGHT, LETTERS, WIDTH, Card

CARD = Card(
    title="Infant mental health endorsement for professionals",
    name="Wisconsin Alliance",
    network="Alliance for Advancement",
    ground="#083931",
    ink="#f7f3ec",
    line="#85c7b8",
)
GROUND = (8, 57, 49)
MOST_BYTES = 40_000


def opened(card: Card) -> Image.Image:
    picture = Image.open(io.BytesIO(drawn(card)))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    return picture.convert("RGB")


def inked(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the box around everything that is not ground."""
    ground = Image.new("RGB", picture.size, GROUND)
    from PIL import ImageChops

    box = ImageChops.difference(picture, ground).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(
    "title",
    [
        "Us",
        CARD.title,
        "A very long title " * 20,
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung",
        "W" * 200,
        "Łódź, Niñez, Óige, Straße, Œuvre, Ștefan",
    ],
)
def test_no_word_leaves_the_card(title: str) -> None:
    card = CARD._replace(title=title)
    left, top, right, bottom = inked(opened(card))
    assert left >= MARGIN - 8
    assert top >= MARGIN - 40
    assert right <= WIDTH - MARGIN + 8
    assert bottom <= HEIGHT - MARGIN + 20
    assert len(drawn(card)) <= MOST_BYTES


def test_a_title_does_not_run_into_the_name() -> None:
    with_title = opened(CARD._replace(title="A very long title " * 20))
    between = with_title.crop((MARGIN + 130, 420, WIDTH, 450))
    assert between.getcolors() == [(between.width * between.height, GROUND)]


def test_a_card_without_names_has_its_title() -> None:
    assert inked(opened(CARD._replace(name="", network="")))[1] < 200


def test_the_same_card_gives_the_same_bytes() -> None:
    assert drawn(CARD) == drawn(CARD)
    assert drawn(CARD) != drawn(CARD._replace(line="#ff0000"))


@pytest.mark.parametrize("colour", [None, "#000000", "#ffffff", "#ffee00", "#ff0000", "#1f6357"])
def test_the_words_can_be_read_on_every_brand_colour(colour: str | None) -> None:
    light = palette(colour).light
    assert contrast(light["--band"], light["--on-band"]) >= 7


def test_letters_that_belong_together_stand_closer() -> None:
    face = Face(88)
    assert face.width("AV") < face.width("A") + face.width("V")
    assert face.width("") == 0


def test_lines_break_between_words() -> None:
    face = Face(64)
    assert wrapped("one two", face, 2000) == ["one two"]
    assert wrapped("one two", face, face.width("one ")) == ["one", "two"]
    assert wrapped("  ", face, 100) == [""]


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    face = Face(28)
    short = face.shortened("many words and then some", 200)
    assert short.endswith("…")
    assert face.width(short) <= 200
    assert face.shortened("few", 200) == "few"


def test_the_face_has_every_letter_that_it_is_said_to_have() -> None:
    known = TTFont(FACE).getBestCmap()
    assert {letter for letter in LETTERS if ord(letter) not in known} == set()


def test_the_licence_lies_beside_the_face() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FACE.parent / "OFL.txt").read_text(encoding="utf-8")
