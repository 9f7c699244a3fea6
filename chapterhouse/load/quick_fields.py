"""Front matter as nearly every entry has it, field by field, as its content type's fields at once.

The same field stands in many entries, and what it becomes is kept. Whatever is unusual or wrong is left to
the long way (`fields.py`), which can tell of it; a test holds that both find the same.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate, count
from typing import Any, NamedTuple

from chapterhouse.frozen import needed
from chapterhouse.load.instances import reads_of
from chapterhouse.load.quick_reader import read_field
from chapterhouse.load.shapes import vocabulary_fields
from chapterhouse.load.vocabulary import declared
from chapterhouse.record import NetworkRecord

_NEXT = re.compile(r"\n(?![ -])")
"""Stands between two fields: what is below one begins with a space or a hyphen."""
_LONGEST = 20_000
"""Characters of front matter that is nowhere near the limits of the YAML reader."""
_UNUSUAL = frozenset({"draft", "language", "parts"})
"""Fields of which there is more to say than what they are."""


class _Kind(NamedTuple):
    """What making the fields of a class takes."""

    read: Callable[[str], tuple[str, Any]]
    """Returns name and value of a field, or raises ValueError in any doubt."""
    needed: frozenset[str]
    governed: tuple[tuple[str, str], ...]
    """Fields that a vocabulary governs, and its name."""


def make_fields(
    cls: Any, front: str, first_line: int, audience: str, network: NetworkRecord | None
) -> tuple[Any, dict[str, int]] | None:
    """Return front matter as fields of a class and the line of each key, or None in any doubt.

    Where it names no audience, it is given one.
    """
    kind = _kind(cls)
    is_flat = "\n " not in front and "\n-" not in front
    written = front[:-1].split("\n") if is_flat else _NEXT.split(front[:-1])
    try:
        made = dict(map(kind.read, written))
    except ValueError:
        return None
    if len(made) < len(written) or len(front) > _LONGEST or not _UNUSUAL.isdisjoint(made):
        return None
    heights = () if is_flat else [text.count("\n") + 1 for text in written]
    numbers = count(first_line) if is_flat else accumulate(heights, initial=first_line)
    places = dict(zip(made, numbers, strict=False))
    made.setdefault("audience", audience)
    if not kind.needed <= made.keys():
        return None
    if network is not None:
        for name, vocabulary in kind.governed:
            if name in made and not _are_among(made[name], declared(network, vocabulary)):
                return None
    return cls(**made), places


@cache
def _kind(cls: Any) -> _Kind:
    reads = reads_of(cls)
    governed = vocabulary_fields(cls)
    for way, _ in governed:
        if len(way) > 1:
            reads.pop(way[0], None)

    @lru_cache(maxsize=4096)
    def read(field: str) -> tuple[str, Any]:
        name, written = read_field(field)
        if name not in reads:
            raise ValueError
        return name, reads[name](written)

    return _Kind(read, needed(cls), tuple((way[0], name) for way, name in governed if len(way) == 1))


def _are_among(value: Any, terms: Any) -> bool:
    """Tell whether a vocabulary declares a value, or each of several."""
    return all(map(terms.__contains__, value)) if type(value) is tuple else value in terms
