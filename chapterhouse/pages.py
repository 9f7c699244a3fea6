"""The pages of a folder, which lie packed behind its rendered bodies until somebody needs them.

An entry is packed as a row of plain values: that takes half the time of frozen ones. What rendering does not
ask for lies aside, as bytes that it leaves as they are.
"""

import marshal
import pickle
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from chapterhouse.entries import Entry, Heading, Link, Pages
from chapterhouse.frozen import again, fields, values
from chapterhouse.model import Folder

_NAMES = tuple(fields(Entry))
_PLAIN = attrgetter(*_NAMES[: _NAMES.index("fields")])
"""What of an entry is packed as it is: all that stands before its fields."""


def read_pages(folder: Folder) -> Pages:
    """Return the pages of a folder; none where it has not been read."""
    return unpack_pages(read_packed(folder.pages, folder.pages_at, Path(folder.kept_in, folder.bodies)))


def read_packed(packed: bytes, place: tuple[int, int], file: Path) -> bytes:
    """Return packed pages that are at hand, or else those at an offset, of a length, in bytes of a file."""
    offset, length = place
    if not packed and length:
        with file.open("rb") as bodies:
            bodies.seek(offset)
            packed = bodies.read(length)
    return packed


def pack_pages(pages: Pages) -> bytes:
    """Return pages as bytes, for the same version of Chapterhouse and of Python."""
    own = "/".join(pages.entries[0].path.split("/", 2)[:2]) + "/" if pages.entries else ""
    rows = [
        (_PLAIN(entry), type(entry.fields), values(entry.fields), _followed(entry, own), _lines(entry))
        for entry in pages.entries
    ]
    # Sorted, as a set has no order.
    aside = [
        (
            list(map(tuple, entry.headings)),
            list(map(tuple, entry.links)),
            sorted(entry.ids),
            entry.fields_lines,
        )
        for entry in pages.entries
    ]
    # Later forms depend on how often a text is referred to, and so are not the same each time.
    packed = marshal.dumps(aside, 2)
    return pickle.dumps((rows, pages.pictures, packed), protocol=pickle.HIGHEST_PROTOCOL)


def unpack_pages(packed: bytes) -> Pages:
    """Return packed pages; none where there is nothing."""
    if not packed:
        return Pages()
    rows, pictures, aside = pickle.loads(packed)
    rest = (
        (tuple(map(Heading._make, headings)), tuple(map(Link._make, links)), frozenset(ids), lines)
        for headings, links, ids, lines in marshal.loads(aside)
    )
    return Pages(entries=_entries(rows, rest), pictures=pictures)


def unpack_shown(packed: bytes) -> Pages:
    """Return packed pages as the rendering of their own site needs them.

    Of their links there are those to other folders, and all where their places are known, of the lines of
    fields only that of former addresses; headings and ids are left out.
    """
    if not packed:
        return Pages()
    rows, pictures, _ = pickle.loads(packed)
    rest: list[tuple[Any, ...]] = [((), links, frozenset(), lines) for _, _, _, links, lines in rows]
    return Pages(entries=_entries(rows, rest), pictures=pictures)


def _entries(rows: Sequence[Any], rest: Iterable[tuple[Any, ...]]) -> tuple[Entry, ...]:
    return tuple(
        [
            again(Entry, *plain, again(kind, *own), *more)
            for (plain, kind, own, _, _), more in zip(rows, rest, strict=True)
        ]
    )


def _followed(entry: Entry, own: str) -> tuple[Link, ...]:
    """Return the links that rendering may have to tell of; `own` begins the paths of the entry's folder."""
    return tuple(
        [one for one in entry.links if one.line or (one.is_entry and not one.target.startswith(own))]
    )


def _lines(entry: Entry) -> dict[str, int]:
    lines = entry.fields_lines
    return {"aliases": lines["aliases"]} if "aliases" in lines else {}
