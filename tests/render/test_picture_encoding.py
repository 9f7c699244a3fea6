"""Photographs and graphics lose what they know of place and device, and come in widths and formats."""

import io

import pytest
from PIL import Image, ImageCms

from chapterhouse.render import picture_encoding
from chapterhouse.render.picture_encoding import encoded, saved
from chapterhouse.render.pictures import Encoded, PictureError
from tests.render.photographs import SECRET, opened, photograph

KINDS = [(".jpg", "JPEG"), (".png", "PNG"), (".webp", "WEBP"), (".avif", "AVIF"), (".gif", "GIF")]


def files(content: bytes, kind: str = "JPEG") -> list[Encoded]:
    return encoded(content, kind, f".{kind.lower()}")[0]


def widths(found: list[Encoded], role: str) -> list[int | None]:
    return [file.width for file in found if file.role == role]


@pytest.mark.parametrize(("suffix", "kind"), KINDS)
def test_nothing_but_the_picture_is_left(suffix: str, kind: str) -> None:
    original = photograph(kind, (700, 300))
    assert SECRET.encode() in original
    made, _ = encoded(original, kind, suffix)
    assert {file.suffix for file in made} >= {".avif", ".webp"}
    for file in made:
        assert SECRET.encode() not in file.content
        picture = opened(file.content)
        assert dict(picture.getexif()) == {}
        assert "icc_profile" not in picture.info
        assert picture.size == (file.width, file.height)


def test_a_large_picture_comes_in_widths_and_is_never_larger_than_the_widest() -> None:
    made = files(photograph(size=(2400, 1200)))
    assert (made[0].role, made[0].suffix, made[0].width, made[0].height) == ("main", ".jpg", 1600, 800)
    assert widths(made, "avif") == widths(made, "webp") == [480, 800, 1200, 1600]


def test_no_picture_is_made_larger() -> None:
    made = files(photograph(size=(820, 400)))
    assert widths(made, "main") == [820]
    # 800 pixels would be next to nothing less.
    assert widths(made, "avif") == [480, 820]


def test_of_a_small_file_there_is_only_one() -> None:
    assert [file.role for file in files(photograph("PNG", (4, 4)), "PNG")] == ["main"]


def test_a_format_that_saves_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(picture_encoding._PHOTOGRAPH, "AVIF", {"quality": 100, "speed": 8, "max_threads": 1})
    assert {file.role for file in files(photograph(size=(300, 150)))} == {"main", "webp"}


def test_a_very_high_picture_is_made_smaller_too() -> None:
    made = files(photograph(size=(400, 8000)))
    assert (made[0].width, made[0].height) == (200, 4000)


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (60, 30), (5, 15)),
        (2, (60, 30), (55, 15)),
        (3, (60, 30), (55, 15)),
        (4, (60, 30), (5, 15)),
        (5, (30, 60), (15, 5)),
        (6, (30, 60), (15, 5)),
        (7, (30, 60), (15, 55)),
        (8, (30, 60), (15, 55)),
    ],
)
def test_a_picture_is_turned_upright(orientation: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    made = files(photograph(size=(60, 30), orientation=orientation))
    assert (made[0].width, made[0].height) == size
    pixel = opened(made[0].content).convert("RGB").getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 150
    assert pixel[1] < 100


def test_a_large_picture_on_its_side_is_as_wide_as_others() -> None:
    made = files(photograph(size=(3000, 2400), orientation=6))
    assert (made[0].width, made[0].height) == (1600, 2000)


def test_a_disguised_picture_is_refused_and_its_ending_named() -> None:
    with pytest.raises(PictureError, match="is named JPEG, but is a picture of another kind, PNG") as found:
        files(photograph("PNG"), "JPEG")
    assert "give it the ending .png" in found.value.hint


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"<html><script>alert(1)</script>", photograph("JPEG")[:300]]
)
def test_a_broken_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError):
        files(content)


@pytest.mark.parametrize("limit", [100, 5])
def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(picture_encoding, "MOST_PIXELS", limit)
    with pytest.raises(PictureError, match="million pixels"):
        files(photograph("PNG"), "PNG")


def test_what_pillow_itself_takes_for_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(PictureError, match="million pixels"):
        files(photograph("PNG"), "PNG")


def test_a_heavy_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_encoding, "HEAVY", 100)
    _, notes = encoded(photograph(), "JPEG", ".jpg")
    assert [note.code for note in notes] == ["heavy-picture"]


def test_a_palette_picture_with_transparency_keeps_it() -> None:
    picture = Image.new("P", (4, 4), 0)
    picture.putpalette([0, 0, 0, 255, 255, 255])
    out = io.BytesIO()
    picture.save(out, "PNG", transparency=0)
    (main, *_) = files(out.getvalue(), "PNG")
    assert main.suffix == ".png"
    assert opened(main.content).convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


def test_a_graphic_stays_sharp() -> None:
    picture = Image.new("RGB", (600, 300), (255, 255, 255))
    for left in range(0, 600, 7):
        picture.paste((10, 60, left % 200), (left, left % 11 * 9, left + 2, 300 - left % 13 * 9))
    made = files(saved(picture, "PNG"), "PNG")
    assert made[0].suffix == ".png"
    (webp,) = [file for file in made if file.role == "webp" and file.width == 600]
    assert opened(webp.content).convert("RGB").getpixel((105, 150)) == (10, 60, 105)


def test_a_photograph_that_was_saved_as_png_becomes_a_jpeg() -> None:
    noise = Image.effect_noise((200, 100), 80).convert("RGB")
    noise.paste((1, 2, 3), (0, 0, 50, 50))
    mixed = Image.merge("RGB", (noise.getchannel(0), noise.rotate(180).getchannel(1), noise.getchannel(2)))
    assert files(saved(mixed, "PNG"), "PNG")[0].suffix == ".jpg"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_a_png_is_read(mode: str) -> None:
    made = files(saved(Image.new(mode, (20, 10), 1), "PNG"), "PNG")
    assert (made[0].width, made[0].height) == (20, 10)


def test_of_sixteen_bits_the_upper_eight_are_shown() -> None:
    made = files(saved(Image.new("I;16", (20, 10), 40_000), "PNG"), "PNG")
    assert opened(made[0].content).convert("L").getpixel((5, 5)) == 156


def test_a_printers_picture_gets_the_colours_of_screens() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (20, 10), (0, 255, 255, 0)).save(out, "JPEG")
    picture = opened(files(out.getvalue())[0].content)
    pixel = picture.getpixel((5, 5))
    assert picture.mode == "RGB"
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200
    assert pixel[1] < 100


@pytest.mark.parametrize("profile", ["LAB", b"rubbish"])
def test_a_profile_that_fits_no_picture_changes_nothing(profile: str | bytes) -> None:
    given = (
        profile
        if isinstance(profile, bytes)
        else ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    )
    made = opened(files(photograph(icc_profile=given))[0].content)
    assert made.size == (40, 20)
    assert "icc_profile" not in made.info


def test_the_same_picture_gives_the_same_bytes() -> None:
    original = photograph(size=(900, 500))
    assert files(original) == files(original)
