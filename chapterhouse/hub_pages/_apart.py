"""Everybody in a file beside the directory, where a page with all of them would be too heavy."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chapterhouse.exports._json import listing
from chapterhouse.text import first_upper

HEAVIEST = 85_000
"""How many bytes lines and values of facets may have as they travel: with the rest of the page 100 kB."""
_LINE = 48
"""What a line has besides names: its address, regions, marks and days."""
_CHOICE = 32
"""What a value of a facet has besides its words."""

Card = Mapping[str, Any]
"""What lists of associations show of one: `directory.card`."""
Groups = Mapping[str, Sequence[Card]]
"""The associations of each country by its name, both in the order of the page."""


def weight(lines: Iterable[Card], choices: Iterable[str]) -> int:
    """Return about how many bytes these lines and values have once they are packed: half of their own words.

    A real compressor is not asked: not all machines have the same.
    """
    names = sum(
        _LINE + sum(len(name.encode()) for name in (line["slug"], line["name"], *line["other_names"]))
        for line in lines
    )
    return (names + sum(_CHOICE + len(label.encode()) for label in choices)) // 2


def rows_file(groups: Groups, regions: Mapping[str, str]) -> bytes:
    """Return the file: words that rows share, the rows of each country by number, a row for each association.

    A row is slug, name, other names, regions, marks (numbers in `marks`), status, joined and last verified.
    `regions` has the name of each region by its code in lower case.
    """
    found = {card["slug"]: card for cards in groups.values() for card in cards}
    numbers = {slug: number for number, slug in enumerate(found)}
    marks = {mark: number for number, mark in enumerate(_marks(found.values()))}
    head = {
        "regions": regions,
        "states": {
            card["status"]: first_upper(card["status_text"])
            for card in sorted(found.values(), key=lambda card: str(card["status"]))
            if card["status"] != "active"
        },
        "marks": list(marks),
        "groups": [[title, [numbers[card["slug"]] for card in cards]] for title, cards in groups.items()],
    }
    return listing(head, "rows", (_row(card, marks) for card in found.values()))


def _marks(cards: Iterable[Card]) -> list[str]:
    return sorted({mark for card in cards for mark in card["marks"].split()})


def _row(card: Card, marks: Mapping[str, int]) -> list[Any]:
    return [
        card["slug"],
        card["name"],
        " ".join(card["other_names"]),
        card["regions"],
        [marks[mark] for mark in card["marks"].split()],
        card["status"],
        card["joined"] or "",
        card["verified_on"] or "",
    ]
