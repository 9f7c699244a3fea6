"""SVG drawings as they are published: without scripts, and without anything that comes from elsewhere."""

import re
from collections.abc import Callable

from chapterhouse.render.pictures import Encoded, PictureError

_HINT = "save it anew as SVG in a drawing program, or as PNG"


def drawing(content: bytes) -> Encoded:
    """Return a drawing as it may be published.

    Raises PictureError where it is none.
    """
    from py_svg_hush import filter_svg

    filter_: Callable[..., bytes] = filter_svg
    try:
        clean = bytes(filter_(content))
    except Exception as problem:
        raise PictureError(f"is not an SVG drawing that can be read ({problem})", _HINT) from None
    if not re.search(rb"<(?:\w+:)?svg\b", clean):
        raise PictureError("is not an SVG drawing", _HINT)
    return Encoded("main", ".svg", *_size(clean), clean)


def _size(content: bytes) -> tuple[int | None, int | None]:
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
