"""Pictures lose what they know of the place and the device."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from chapterhouse.files import digest
from chapterhouse.render import pictures
from chapterhouse.render.pictures import PictureError, publishable, read_published

SECRET = "Secret Place"
KINDS = [("x.jpg", "JPEG"), ("x.png", "PNG"), ("x.webp", "WEBP"), ("x.avif", "AVIF"), ("x.gif", "GIF")]


def photograph(kind: str, size: tuple[int, int] = (40, 20), orientation: int = 1) -> bytes:
    picture = Image.new("RGB", size, (200, 30, 30))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    options: dict[str, Any] = {"comment": SECRET.encode()} if kind in ("JPEG", "GIF") else {}
    if kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Comment", SECRET)
    if kind != "GIF":
        options["exif"] = exif
    if kind in ("JPEG", "WEBP", "AVIF"):
        options["xmp"] = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    picture.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_nothing_but_the_picture_is_left(name: str, kind: str) -> None:
    original = photograph(kind)
    assert SECRET.encode() in original
    made = publishable(original, name)
    assert SECRET.encode() not in made.read()
    with Image.open(io.BytesIO(made.read())) as picture:
        assert picture.format == kind
        assert dict(picture.getexif()) == {}
        assert picture.size == (made.width, made.height) == (40, 20)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_moving_pictures_keep_moving_and_lose_their_words(kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ((255, 0, 0), (0, 255, 0), (0, 0, 255))]
    out = io.BytesIO()
    options: dict[str, Any] = {"comment": SECRET.encode()} if kind == "GIF" else {}
    if kind == "WEBP":
        options["xmp"] = SECRET.encode()
    if kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Comment", SECRET)
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=100, loop=0, **options)
    assert SECRET.encode() in out.getvalue()
    made = publishable(out.getvalue(), f"x.{kind.lower()}")
    assert SECRET.encode() not in made.read()
    with Image.open(io.BytesIO(made.read())) as picture:
        assert getattr(picture, "n_frames", 1) == 3


def test_a_picture_is_turned_upright() -> None:
    made = publishable(photograph("JPEG", orientation=6), "x.jpg")
    assert (made.width, made.height) == (20, 40)


def test_a_disguised_picture_is_refused() -> None:
    with pytest.raises(PictureError, match="is named JPEG, but is a picture of another kind, PNG"):
        publishable(photograph("PNG"), "x.jpg")


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"<html><script>alert(1)</script>", photograph("JPEG")[:300]]
)
def test_a_broken_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError):
        publishable(content, "x.jpg")


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)
    with pytest.raises(PictureError, match="million pixels"):
        publishable(photograph("PNG"), "x.png")


def test_a_palette_picture_with_transparency_keeps_it() -> None:
    picture = Image.new("P", (4, 4), 0)
    picture.putpalette([0, 0, 0, 255, 255, 255])
    out = io.BytesIO()
    picture.save(out, "PNG", transparency=0)
    with Image.open(io.BytesIO(publishable(out.getvalue(), "x.png").read())) as made:
        assert made.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12" onload="steal()"><script>steal()</script>'
    b'<a href="javascript:steal()"><rect width="5" height="5" fill="red" stroke="blue" opacity="0.5"/></a>'
    b'<image href="https://example.net/x.png"/><foreignObject><p>x</p></foreignObject></svg>'
)


def test_a_drawing_loses_scripts_and_what_comes_from_elsewhere() -> None:
    made = publishable(SVG, "x.svg")
    text = made.read().decode()
    assert "<rect" in text
    assert (made.width, made.height) == (24, 12)
    for bad in ("script", "steal", "onload", "example.net", "foreignObject"):
        assert bad not in text


def test_a_drawing_comes_out_the_same_in_every_process() -> None:
    code = "import sys; from chapterhouse.render.pictures import publishable; " + (
        "sys.stdout.buffer.write(publishable(sys.stdin.buffer.read(), 'x.svg').read())"
    )
    made = {
        subprocess.run([sys.executable, "-c", code], input=SVG, capture_output=True, check=True).stdout
        for _ in range(3)
    }
    assert made == {publishable(SVG, "x.svg").read()}


@pytest.mark.parametrize("content", [b"hello", b"<p>no drawing</p>"])
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError):
        publishable(content, "x.svg")


def test_a_picture_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = photograph("JPEG")
    (tmp_path / "x.jpg").write_bytes(original)
    first = read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept")
    monkeypatch.setattr(pictures, "publishable", None)
    second = read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept")
    assert second.content is None
    assert (second.read(), second.digest, second.size) == (
        first.read(),
        digest(first.read()),
        len(first.read()),
    )
    assert (second.width, second.height) == (40, 20)


def test_a_damaged_copy_is_made_again(tmp_path: Path) -> None:
    original = photograph("JPEG")
    (tmp_path / "x.jpg").write_bytes(original)
    read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept")
    (copy,) = (tmp_path / "kept").iterdir()
    copy.write_bytes(b"rubbish")
    assert read_published(tmp_path / "x.jpg", digest(original), tmp_path / "kept").width == 40
