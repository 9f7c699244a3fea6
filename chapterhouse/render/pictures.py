"""Pictures as they are published: upright, saved anew, without the place and device they were taken with.

The original is never published. A picture is made once for its bytes and kept in `.chapterhouse/pictures/`;
the first line of a kept file says its digest, size, width and height: who needs only these reads no more.
"""

import io
import re
import warnings
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from chapterhouse.files import digest, write_atomically

EDITION = 1
"""Part of the name of kept pictures: another way of making them is another edition."""
MOST_PIXELS = 60_000_000
"""A picture with more is refused: it would fill the memory of the machine."""
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF", ".gif": "GIF"}
"""The formats that a page may show, by suffix; SVG besides."""

_SAVE: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 85, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 85, "method": 4},
    "AVIF": {"quality": 70, "max_threads": 1},
    "GIF": {},
}


class PictureError(ValueError):
    """A file that is not the picture its name says; the text is a message for a person."""


class Published(NamedTuple):
    """A picture as it is published."""

    digest: str
    size: int
    width: int | None = None
    height: int | None = None
    content: bytes | None = None
    """None while it lies in the cache, in `kept`."""
    kept: Path | None = None

    def read(self) -> bytes:
        """Return the bytes."""
        if self.content is not None:
            return self.content
        return self.kept.read_bytes().partition(b"\n")[2] if self.kept else b""


def is_picture(path: str) -> bool:
    """Tell whether a file is one that is published as a picture."""
    suffix = PurePath(path).suffix.lower()
    return suffix in FORMATS or suffix == ".svg"


def read_published(path: Path, fingerprint: str, kept: Path) -> Published:
    """Return a picture as it is published; `fingerprint` is its digest, `kept` the cache's folder.

    Raises PictureError where it cannot be read as what its name says.
    """
    copy = kept / f"{fingerprint}{path.suffix.lower()}.{EDITION}"
    known = _read_kept(copy)
    if known:
        return known
    content = path.read_bytes()
    made = publishable(content, path.name)
    if digest(content) == fingerprint:
        head = f"{made.digest} {made.size} {made.width or 0} {made.height or 0}\n"
        write_atomically(copy, head.encode() + made.read())
    return made


def publishable(content: bytes, name: str) -> Published:
    """Return the bytes of a picture as they may be published.

    Raises PictureError with words for the person who put the file there.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix == ".svg":
        return _drawing(content)
    return _photograph(content, FORMATS[suffix])


def _read_kept(copy: Path) -> Published | None:
    try:
        with copy.open("rb") as file:
            fingerprint, *numbers = file.readline(200).decode("ascii").split()
        size, width, height = (int(number) for number in numbers)
    except (FileNotFoundError, ValueError):
        return None
    return Published(digest=fingerprint, size=size, width=width or None, height=height or None, kept=copy)


def _made(content: bytes, width: int | None, height: int | None) -> Published:
    return Published(digest=digest(content), size=len(content), width=width, height=height, content=content)


def _photograph(content: bytes, kind: str) -> Published:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content))
            # Phones save several views as MPO, which is a JPEG with more behind it.
            found = "JPEG" if picture.format == "MPO" else picture.format
            if found != kind:
                raise PictureError(f"is named {kind}, but is a picture of another kind, {found}")
            if picture.width * picture.height * getattr(picture, "n_frames", 1) > MOST_PIXELS:
                raise PictureError(f"has more than {MOST_PIXELS // 1_000_000} million pixels")
            return _saved(picture, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureError(f"has more than {MOST_PIXELS // 1_000_000} million pixels") from None
    except UnidentifiedImageError:
        raise PictureError("is not a picture, whatever its name says") from None
    except PictureError:
        raise
    except Exception as problem:
        # Pillow answers broken files with nearly every exception there is.
        raise PictureError(f"is damaged and cannot be read ({problem})") from None


def _saved(picture: Any, kind: str) -> Published:
    from PIL import ImageOps

    out = io.BytesIO()
    options = dict(_SAVE[kind])
    profile = picture.info.get("icc_profile")
    if getattr(picture, "n_frames", 1) > 1 and kind in ("GIF", "WEBP", "PNG"):
        options |= {"save_all": True, "loop": picture.info.get("loop", 0)}
        upright = picture
    else:
        upright = ImageOps.exif_transpose(picture)
        upright.load()
    if kind == "JPEG" and upright.mode not in ("L", "RGB", "CMYK"):
        upright = upright.convert("RGB")
    if upright is not picture or kind == "GIF":
        upright.info = {name: upright.info[name] for name in _KEPT_INFO if name in upright.info}
    if profile and kind != "GIF":
        options["icc_profile"] = profile
    upright.save(out, kind, exif=b"", **options) if kind in ("WEBP", "AVIF", "PNG") else upright.save(
        out, kind, **options
    )
    return _made(out.getvalue(), upright.width, upright.height)


_KEPT_INFO = ("transparency", "duration", "loop", "background", "gamma")


def _drawing(content: bytes) -> Published:
    from py_svg_hush import filter_svg

    filter_: Callable[..., bytes] = filter_svg
    try:
        clean = bytes(filter_(content))
    except Exception as problem:
        raise PictureError(f"is not an SVG drawing that can be read ({problem})") from None
    if not re.search(rb"<(?:\w+:)?svg\b", clean):
        raise PictureError("is not an SVG drawing")
    return _made(clean, *_drawing_size(clean))


def _drawing_size(content: bytes) -> tuple[int | None, int | None]:
    head = re.search(rb"<(?:\w+:)?svg\b[^>]*>", content)
    words = head[0].decode("utf-8", "replace") if head else ""
    sides = [re.search(rf'\s{side}="([0-9.]+)(?:px)?"', words) for side in ("width", "height")]
    if sides[0] and sides[1]:
        return _side(sides[0][1]), _side(sides[1][1])
    box = re.search(r'\sviewBox="[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)"', words)
    return (_side(box[1]), _side(box[2])) if box else (None, None)


def _side(number: str) -> int | None:
    try:
        return round(float(number)) or None
    except (ValueError, OverflowError):
        return None
