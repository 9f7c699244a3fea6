"""The drawing of a card: title, name and a line in the brand's colours, 1200 by 630 pixels, as a small PNG.

A letter is drawn once in a process and laid down where it is needed; sixteen colours are enough for letters
of one ink on one ground, and compress well.
"""

import io
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from chapterhouse.render.cards import HEIGHT, WIDTH, Card

if TYPE_CHECKING:
    from PIL.Image import Image

FACE = Path(__file__).parent.parent / "data" / "fonts" / "card.ttf"
MARGIN = 84
"""Pixels that stay free on each side."""
SIZES = ((88, 3), (76, 3), (64, 4), (52, 5))
"""Sizes of the title, and how many lines each may have: the largest that fits is taken."""
NAME_SIZE = 38
NETWORK_SIZE = 28
LEADING = 1.16
"""Distance of lines as a multiple of their size."""
_SHADES = 14
_LINE = 15
"""The place in the palette of the line's colour; before it stand the ground and shades of the ink."""
_RUN_LENGTHS = 3
"""zlib's Z_RLE: four times as fast as its best for a card, and a third larger."""


def drawn(card: Card) -> bytes:
    """Return a card as PNG."""
    from PIL import Image

    canvas = Image.new("L", (WIDTH, HEIGHT), 0)
    face, lines = _title(card.title)
    baseline = MARGIN + round(face.size * 0.78)
    for line in lines:
        face.draw(canvas, MARGIN, baseline, line)
        baseline += round(face.size * LEADING)
    baseline = HEIGHT - MARGIN
    for size, words in ((NETWORK_SIZE, card.network), (NAME_SIZE, card.name)):
        if not words:
            continue
        small = _face(size)
        small.draw(canvas, MARGIN, baseline, small.shortened(words, WIDTH - 2 * MARGIN))
        baseline -= round(size * 1.5)
    shades = canvas.point([value * _SHADES // 255 for value in range(256)])
    shades.paste(_LINE, (MARGIN, baseline - 16, MARGIN + 112, baseline - 8))
    made = Image.frombytes("P", shades.size, shades.tobytes())
    made.putpalette(_palette(card))
    out = io.BytesIO()
    made.save(out, "PNG", bits=4, compress_type=_RUN_LENGTHS)
    return out.getvalue()


class Face:
    """The face in one size, with each letter drawn once."""

    def __init__(self, size: int) -> None:
        from PIL import ImageFont

        self.size = size
        self._font = ImageFont.truetype(str(FACE), size)
        self._letters: dict[str, tuple[Image | None, tuple[int, int]]] = {}
        self._widths: dict[str, float] = {}

    def width(self, words: str) -> float:
        """Return how many pixels wide a text is."""
        return sum(self._steps(words))

    def draw(self, canvas: "Image", x: float, y: int, words: str) -> None:
        """Lay a text down on a canvas; `y` is the line on which the letters stand."""
        for letter, step in zip(words, self._steps(words), strict=True):
            shape, (left, top) = self._letter(letter)
            if shape is not None:
                canvas.paste(255, (round(x) + left, y + top), shape)
            x += step

    def shortened(self, words: str, width: float) -> str:
        """Return a text, with its end replaced by an ellipsis where it is wider than so many pixels."""
        if self.width(words) <= width:
            return words
        while words and self.width(f"{words}…") > width:
            words = words[:-1].rstrip()
        return f"{words}…"

    def _steps(self, words: str) -> list[float]:
        """Return how far it is from each letter to the next, kerning included."""
        steps = [self._width(one + other) - self._width(other) for one, other in pairwise(words)]
        return [*steps, self._width(words[-1])] if words else steps

    def _width(self, words: str) -> float:
        known = self._widths.get(words)
        if known is None:
            known = self._widths[words] = self._font.getlength(words)
        return known

    def _letter(self, letter: str) -> "tuple[Image | None, tuple[int, int]]":
        known = self._letters.get(letter)
        if known is None:
            from PIL import Image

            core, offset = self._font.getmask2(letter, mode="L", anchor="ls")
            shape = Image.frombytes("L", core.size, bytes(core)) if core.size[0] and core.size[1] else None
            known = self._letters[letter] = (shape, (int(offset[0]), int(offset[1])))
        return known


@lru_cache(maxsize=16)
def _face(size: int) -> Face:
    return Face(size)


def _title(words: str) -> tuple[Face, list[str]]:
    """Return the largest size in which a title fits, and its lines, about equally long."""
    room = WIDTH - 2 * MARGIN
    for size, most in SIZES:
        face = _face(size)
        lines = wrapped(words, face, room)
        if len(lines) <= most and max(map(face.width, lines)) <= room:
            return face, _balanced(words, face, room, len(lines))
    face, most = _face(SIZES[-1][0]), SIZES[-1][1]
    lines = wrapped(words, face, room)
    lines = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return face, [face.shortened(line, room) for line in lines]


def wrapped(words: str, face: Face, room: float) -> list[str]:
    """Return the lines of a text none of which, unless it is one long word, is wider than there is room."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def _balanced(words: str, face: Face, room: float, count: int) -> list[str]:
    """Return the lines in the narrowest column in which they are no more."""
    narrow, wide = room / 2, float(room)
    for _ in range(5):
        middle = (narrow + wide) / 2
        lines = wrapped(words, face, middle)
        if len(lines) > count or max(map(face.width, lines)) > middle:
            narrow = middle
        else:
            wide = middle
    return wrapped(words, face, wide)


def _palette(card: Card) -> list[int]:
    ground, ink, line = map(_rgb, (card.ground, card.ink, card.line))
    shades = (
        round(low + (high - low) * step / _SHADES)
        for step in range(1, _SHADES + 1)
        for low, high in zip(ground, ink, strict=True)
    )
    return [*ground, *shades, *line]


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))
