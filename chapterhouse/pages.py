"""The pages of a folder, which lie packed behind its rendered bodies until somebody needs them."""

import pickle
from pathlib import Path

from chapterhouse.entries import Pages
from chapterhouse.model import Folder


def read_pages(folder: Folder) -> Pages:
    """Return the pages of a folder; none where it has not been read."""
    return read_packed(folder.pages, folder.pages_at, Path(folder.kept_in, folder.bodies))


def read_packed(packed: bytes, place: tuple[int, int], file: Path) -> Pages:
    """Return pages that are at hand, or else those at a place (offset and length in bytes) of a file."""
    offset, length = place
    if not packed and length:
        with file.open("rb") as bodies:
            bodies.seek(offset)
            packed = bodies.read(length)
    return unpack_pages(packed)


def unpack_pages(packed: bytes) -> Pages:
    """Return packed pages; none where there is nothing."""
    pages: Pages = pickle.loads(packed) if packed else Pages()
    return pages
