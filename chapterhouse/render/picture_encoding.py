"""Photographs and graphics made anew: upright, in sRGB, in the widths and formats that browsers choose from.

Pillow is imported where a picture is made and nowhere else.
"""

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from chapterhouse.render.pictures import Encoded, Note, PictureError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 60_000_000
"""A picture with more is refused: it would fill the memory of the machine."""
WIDTHS = (480, 800, 1200, 1600)
"""Pixels: a column of a phone, of a desktop, and both on screens with two or three pixels for one."""
TALLEST = 4000
"""Pixels: a higher picture is made smaller; formats end at 16,383 (WebP)."""
HEAVY = 15_000_000
"""Bytes: a larger file is published like any other, but should not lie in the project's history."""
SMALL = 1_000
"""Bytes: choosing among formats would save less than saying which there are."""
FEW_COLOURS = 256
"""A picture without more is a graphic: lines and letters, which lossy formats smudge."""

_PHOTOGRAPH: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 55, "speed": 8, "max_threads": 1},
    "WEBP": {"quality": 76, "method": 2},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
    "PNG": {"compress_level": 6},
}
_GRAPHIC: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 75, "speed": 8, "max_threads": 1, "subsampling": "4:4:4"},
    "WEBP": {"lossless": True, "quality": 60, "method": 3},
    "PNG": {"optimize": True},
}
_SUFFIXES = {"AVIF": ".avif", "WEBP": ".webp", "JPEG": ".jpg", "PNG": ".png"}
_ORIENTATION = 0x0112
_LYING = (5, 6, 7, 8)
"""The orientations of EXIF that stand for a picture on its side."""


def encoded(content: bytes, kind: str, suffix: str) -> tuple[list[Encoded], list[Note]]:
    """Return the files to publish of a picture whose name says that it is of a kind, and what to tell of it.

    Raises PictureError with words for the person who put the file there.
    """
    from PIL import Image, UnidentifiedImageError

    much = PictureError(
        f"has more than {MOST_PIXELS // 1_000_000} million pixels", "make it smaller: 2,400 pixels are plenty"
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content))
            _check_kind(picture, kind)
            frames = getattr(picture, "n_frames", 1)
            # The further pictures of an MPO are views of the same.
            if picture.width * picture.height * (1 if kind == "JPEG" else frames) > MOST_PIXELS:
                raise much
            notes = _weight(content)
            if frames > 1 and kind in ("GIF", "WEBP", "PNG"):
                from chapterhouse.render.moving_pictures import moving

                files, more = moving(picture, kind, suffix)
                return files, notes + more
            return list(_still(picture, kind, suffix)), notes
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise much from None
    except UnidentifiedImageError:
        raise PictureError("is not a picture, whatever its name says") from None
    except PictureError:
        raise
    except Exception as problem:
        # Pillow answers broken files with nearly every exception there is.
        raise PictureError(f"is damaged and cannot be read ({problem})") from None


def without_needless_alpha(picture: "Image") -> "Image":
    """Return a picture that nothing shines through without the layer that says so."""
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] == 255:
        return picture.convert("RGB")
    return picture


def saved(picture: "Image", kind: str, **options: Any) -> bytes:
    """Return the bytes of a picture that says nothing but what it shows."""
    out = io.BytesIO()
    # Pillow writes some of what it read before, if it is left to it.
    picture.info = {}
    more = {"exif": b""} if kind in ("WEBP", "AVIF", "PNG") else {}
    picture.save(out, kind, **more, **options)
    return out.getvalue()


def _check_kind(picture: "Image", kind: str) -> None:
    # Phones save several views as MPO, which is a JPEG with more behind it.
    found = "JPEG" if picture.format == "MPO" else str(picture.format)
    if found != kind:
        ending = {"JPEG": "jpg"}.get(found, found.lower())
        raise PictureError(
            f"is named {kind}, but is a picture of another kind, {found}",
            f"give it the ending .{ending}, in the pages that show it too",
        )


def _weight(content: bytes) -> list[Note]:
    if len(content) <= HEAVY:
        return []
    message = f"the file has {len(content) // 1_000_000} MB, of which pages show a small part"
    hint = "save it with 2,400 pixels on its longer side before you put it into the folder"
    return [Note(code="heavy-picture", message=message, hint=hint)]


def _still(picture: "Image", kind: str, suffix: str) -> Iterator[Encoded]:
    """Yield the main file, then the widths of each format, as far as they save bytes."""
    orientation = picture.getexif().get(_ORIENTATION, 1)
    profile = picture.info.get("icc_profile") or b""
    wide, high = picture.size[::-1] if orientation in _LYING else picture.size
    scale = min(1.0, WIDTHS[-1] / wide, TALLEST / high)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    picture.draft(picture.mode, size)
    picture = _plain(picture)
    graphic = kind in ("PNG", "GIF") and picture.getcolors(FEW_COLOURS) is not None
    picture = _upright(_resized(picture, size), orientation)
    picture = without_needless_alpha(_in_srgb(picture, profile))
    widths = [width for width in WIDTHS if width < picture.width * 0.9] + [picture.width]
    copies = [
        _resized(picture, (width, max(1, round(picture.height * width / picture.width)))) for width in widths
    ]
    main = "PNG" if graphic or picture.mode == "RGBA" else "JPEG"
    options = _GRAPHIC if graphic else _PHOTOGRAPH
    yield (first := _file("main", copies[-1], main, options))
    if len(first.content) <= SMALL:
        return
    webp = [_file("webp", copy, "WEBP", options) for copy in copies]
    avif = [_file("avif", copy, "AVIF", options) for copy in copies]
    yield from avif if _saves(avif, webp if graphic else [first]) else ()
    yield from webp if _saves(webp, [first]) else ()


def _saves(files: list[Encoded], others: list[Encoded]) -> bool:
    """Tell whether the largest of some files is smaller than the largest of others."""
    return len(files[-1].content) < len(others[-1].content)


def _file(role: str, picture: "Image", kind: str, options: dict[str, dict[str, Any]]) -> Encoded:
    content = saved(picture, kind, **options[kind])
    return Encoded(role, _SUFFIXES[kind], picture.width, picture.height, content)


def _resized(picture: "Image", size: tuple[int, int]) -> "Image":
    from PIL.Image import Resampling

    if picture.size == size:
        return picture
    return picture.resize(size, Resampling.LANCZOS, reducing_gap=2.0)


def _upright(picture: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    turn = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def _plain(picture: "Image") -> "Image":
    """Return a picture in grey or RGB, both with or without alpha, or in CMYK."""
    if picture.mode.startswith("I"):
        # 16 bits for each pixel: the upper eight of them.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if "transparency" in picture.info or picture.mode in ("PA", "La", "RGBa"):
        return picture.convert("RGBA")
    if picture.mode in ("1", "F"):
        return picture.convert("L")
    return picture if picture.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else picture.convert("RGB")


def _in_srgb(picture: "Image", profile: bytes) -> "Image":
    """Return a picture with the colours of sRGB, in a mode that all formats know."""
    alpha = picture.getchannel("A") if picture.mode in ("LA", "RGBA") else None
    if profile and b"sRGB" not in profile:
        opaque = picture.convert(picture.mode[:-1]) if alpha else picture
        picture = _turned(opaque, profile) or picture
    if alpha and picture.mode == "RGB":
        picture.putalpha(alpha)
    if picture.mode == "LA":
        return picture.convert("RGBA")
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def _turned(picture: "Image", profile: bytes) -> "Image | None":
    from PIL import ImageCms

    try:
        return ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A profile that is damaged, or of another kind of colours, says nothing.
        return None
