"""Pictures for tests: small, each with what a camera or a program hides in it."""

import io
from typing import Any

from PIL import Image, PngImagePlugin

SECRET = "Secret Place"


def photograph(
    kind: str = "JPEG", size: tuple[int, int] = (40, 20), orientation: int = 1, **options: Any
) -> bytes:
    """Return a picture of many colours that says where it was taken; its left half is red."""
    picture = Image.radial_gradient("L").resize(size).convert("RGB")
    picture.paste((200, 30, 30), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET
    exif.get_ifd(0x8825)[1] = "N"
    given: dict[str, Any] = {"comment": SECRET.encode()} if kind in ("JPEG", "GIF") else {}
    if kind == "PNG":
        given["pnginfo"] = PngImagePlugin.PngInfo()
        given["pnginfo"].add_text("Comment", SECRET)
    if kind != "GIF":
        given["exif"] = exif
    if kind in ("JPEG", "WEBP", "AVIF"):
        given["xmp"] = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    out = io.BytesIO()
    picture.save(out, kind, **{**given, **options})
    return out.getvalue()


def moving_picture(kind: str, duration: int = 100, loop: int | None = 0, frames: int = 3) -> bytes:
    """Return a picture of a few frames; `duration` is that of each, in milliseconds."""
    colours = [(255, 0, 0), (0, 255, 0), (0, 0, 255)] * frames
    pictures = [Image.new("RGB", (8, 8), colour) for colour in colours[:frames]]
    options: dict[str, Any] = {"comment": SECRET.encode()} if kind == "GIF" else {}
    if kind == "WEBP":
        options["xmp"] = SECRET.encode()
    if kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Comment", SECRET)
    if loop is not None:
        options["loop"] = loop
    out = io.BytesIO()
    pictures[0].save(out, kind, save_all=True, append_images=pictures[1:], duration=duration, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    """Return a picture to look at."""
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture
