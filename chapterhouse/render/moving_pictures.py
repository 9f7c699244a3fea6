"""Pictures that move: they play for about five seconds and then stand still, and not at all for who says so.

WCAG 2.2, 2.2.2: what moves by itself for more than five seconds needs a button that stops it. A picture has
none, so it is repeated only as often as fits into that time; where one round alone takes longer, its owner
is told. Who prefers less motion sees the first frame.
"""

import io
from typing import TYPE_CHECKING, Any

from chapterhouse.render.picture_encoding import saved, without_needless_alpha
from chapterhouse.render.pictures import Encoded, Note

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 5000
"""Milliseconds."""
_USUAL = 100
"""Milliseconds for which a frame is shown that does not say: what browsers do."""


def moving(picture: "Image", kind: str, suffix: str) -> tuple[list[Encoded], list[Note]]:
    """Return the files to publish of a moving picture (GIF, WebP or PNG), and what to tell of it."""
    frames, durations = _frames(picture)
    total = sum(durations)
    rounds = max(1, LONGEST // total)
    own = _rounds(picture, kind)
    rounds = min(rounds, own) if own else rounds
    files = [Encoded("main", suffix, *picture.size, _played(frames, durations, rounds, kind))]
    if kind != "WEBP":
        webp = _played(frames, durations, rounds, "WEBP")
        if len(webp) < len(files[0].content):
            files.append(Encoded("moving", ".webp", *picture.size, webp))
    still = saved(without_needless_alpha(frames[0]), "PNG", optimize=True)
    files.append(Encoded("still", ".png", *picture.size, still))
    if total <= LONGEST:
        return files, []
    message = f"the picture moves for {total / 1000:.0f} seconds, and nobody can stop it"
    hint = "cut it to five seconds, or show one frame and link to the film"
    return files, [Note(code="long-animation", message=message, hint=hint)]


def _frames(picture: "Image") -> "tuple[list[Image], list[int]]":
    frames, durations = [], []
    for number in range(getattr(picture, "n_frames", 1)):
        picture.seek(number)
        frame = picture.convert("RGBA")
        frame.info = {}
        frames.append(frame)
        durations.append(round(picture.info.get("duration", 0)) or _USUAL)
    return frames, durations


def _rounds(picture: "Image", kind: str) -> int:
    """Return how often the picture's maker wants it played; 0 is for ever."""
    loop = picture.info.get("loop")
    if kind == "GIF":
        return 1 if loop is None else loop + 1 if loop else 0
    return int(loop or 0)


def _played(frames: "list[Image]", durations: list[int], rounds: int, kind: str) -> bytes:
    options: dict[str, Any] = {"save_all": True, "append_images": frames[1:], "duration": durations}
    if kind == "GIF":
        # It counts repetitions, and plays once where it says nothing.
        options |= {"loop": rounds - 1} if rounds > 1 else {}
        options["disposal"] = 2
    else:
        options["loop"] = rounds
    if kind == "WEBP":
        options |= {"quality": 75, "method": 3, "minimize_size": False}
    out = io.BytesIO()
    frames[0].save(out, kind, **options)
    return out.getvalue()
