"""Makes the face of the cards from Fraunces: `python -m tools.make_card_font FOLDER`.

FOLDER is the unpacked npm package `@fontsource-variable/fraunces` (5.3.0, SIL Open Font License 1.1, without
reserved names). All four axes are pinned as the base theme's headings look. The letters of all languages of
Europe that are written in Latin stand in one file, because Pillow takes those of a text from one face.
"""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

OUTPUT = Path(__file__).parent.parent / "chapterhouse" / "data" / "fonts"
AXES = {"opsz": 72, "SOFT": 100, "WONK": 0, "wght": 560}
PARTS = ("latin", "latin-ext")


def main(arguments: Sequence[str]) -> int:
    """Write the face and its licence."""
    package = Path(arguments[0])
    OUTPUT.mkdir(exist_ok=True)
    (OUTPUT / "card.ttf").write_bytes(
        merged([package / f"files/fraunces-{part}-full-normal.woff2" for part in PARTS])
    )
    (OUTPUT / "OFL.txt").write_bytes((package / "LICENSE").read_bytes())
    return 0


def merged(files: Sequence[Path]) -> bytes:
    """Return the face with the letters of all files."""
    parts = [BytesIO(_pinned(file)) for file in files]
    font = Merger().merge(parts)
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def _pinned(file: Path) -> bytes:
    font = TTFont(file, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if code < 0x2212 or code == 0x2212])
    subsetter.subset(font)
    font.flavor = None
    between = BytesIO()
    font.save(between)
    font = TTFont(between, recalcTimestamp=False)
    axes = {axis.axisTag for axis in font["fvar"].axes}
    font = instantiateVariableFont(font, {tag: place for tag, place in AXES.items() if tag in axes})
    made = BytesIO()
    font.save(made)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
