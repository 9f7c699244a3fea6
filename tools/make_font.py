"""Makes the base theme's font from Fraunces: `python -m tools.make_font FOLDER`.

FOLDER is the unpacked npm package `@fontsource-variable/fraunces` (5.3.0, SIL Open Font License 1.1, without
reserved names). Of its four axes only the weight is kept: the optical size is that of large headings, the
terminals are soft, and the odd letters of the "wonky" axis stay away. Two files come out: letters of Western
Europe, which every page loads, and the rest of Latin Extended-A with the Romanian letters, which browsers
load when a page has one of them. Hinting and all layout features but those of spelling and kerning go.
"""

import sys
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

OUTPUT = Path(__file__).parent.parent / "themes" / "base" / "static" / "fonts"
AXES = {"opsz": 72, "SOFT": 100, "WONK": 0, "wght": (350, 600)}
"""Where each axis is pinned, and the weights that stay."""
FEATURES = ("kern", "liga", "locl", "ccmp", "mark")
DROPPED = frozenset("¤¦§¨¬¯°±²³´µ¶¸¹º¼½¾ª©®÷×¢£¥")
"""Signs of Latin-1 that headings hardly have; the font behind this one shows them."""
WESTERN = (
    *(chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100)) if chr(code) not in DROPPED),
    *"ıŒœ–—‘’‚“”„•…‹›€\u2011\u2212",
)
EXTENDED = tuple(chr(code) for code in (*range(0x100, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x1E9E))
FILES = {"latin": WESTERN, "latin-ext": tuple(letter for letter in EXTENDED if letter not in WESTERN)}


def main(arguments: Sequence[str]) -> int:
    """Write both files of the font and its licence."""
    package = Path(arguments[0])
    OUTPUT.mkdir(exist_ok=True)
    for part, letters in FILES.items():
        content = reduced(package / "files" / f"fraunces-{part}-full-normal.woff2", letters)
        (OUTPUT / f"fraunces-{part}.woff2").write_bytes(content)
    (OUTPUT / "OFL.txt").write_bytes((package / "LICENSE").read_bytes())
    return 0


def reduced(file: Path, letters: Iterable[str]) -> bytes:
    """Return the font with these letters only, as WOFF2."""
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(letters))
    font = TTFont(file, recalcTimestamp=False)
    subsetter.subset(font)
    # Written and read once in between: the instancer wants its tables as the subsetter left them.
    font.flavor = None
    between = BytesIO()
    font.save(between)
    font = instantiateVariableFont(TTFont(between, recalcTimestamp=False), AXES)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
