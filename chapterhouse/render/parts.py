"""The parts of a page filled: the markers in a body, and what front matter names, through the templates."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from markupsafe import Markup

from chapterhouse.model import SiteJob
from chapterhouse.parts import part
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.render.items import Item

HOME = ("events", "news")
"""What stands below the words of a home page whose front matter names no parts."""

Listings = Mapping[str, list[Item]]
"""The items of each content type in the order in which the site lists them, in one language."""
Fill = Callable[[str, dict[str, Any]], str]
"""Fills the template with a name."""

_SIGN = "<part "
# Patterns that few pages need are compiled when one comes.
_PART = r"(?s)<part (\w+)((?: \w+=[^ >]*)*)>(.*?)</part \1>"
_PIECE = r'<part-(\w+)(?: href="([^"]*)")?>'
_HEADING = r"<h([2-6])\b"


class Shelf(NamedTuple):
    """A site as parts see it that show what the site has."""

    record: Record | NetworkRecord
    network: NetworkRecord
    listings: Listings

    def entries(self, name: str) -> list[Item]:
        """Return the items of a content type in the order in which the site lists them."""
        return self.listings.get(name, [])


def shelf(job: SiteJob, listings: Listings) -> Shelf:
    """Return what a site has, in the language of the listings."""
    return Shelf(record=job.record, network=job.network.record, listings=listings)


def below(names: Iterable[str], shelf: Shelf) -> dict[str, Any]:
    """Return the names that templates get for the parts below a page's words.

    Those without anything to show stay away: `parts` holds what is left.
    """
    found: dict[str, Any] = {}
    shown = []
    for name in names:
        if gathered := part(name).gather(shelf, {}):
            found.update(gathered)
            shown.append(name)
    return {**found, "parts": tuple(shown)}


def home_parts(named: tuple[str, ...] | None, in_body: Iterable[str]) -> tuple[str, ...]:
    """Return what stands below the words of a home page: what it names, or else what it does not show yet."""
    if named is not None:
        return named
    there = set(in_body)
    return tuple(name for name in HOME if name not in there)


def show(body: str, shelf: Callable[[], Shelf], fill: Fill) -> str:
    """Return a body with its parts filled in; addresses and values are in it already."""

    def filled(match: re.Match[str]) -> str:
        name, head, inner = match.groups()
        options = {key: unquote(value) for key, _, value in (one.partition("=") for one in head.split())}
        items = [_pieces(item) for item in inner.split("<part-item>")[1:]]
        names: dict[str, Any] = {"items": items, "titled": False, "heading": _heading(body, match.start())}
        one = part(name)
        if one.GATHERS:
            gathered = one.gather(shelf(), options)
            if not gathered:
                return "".join(item["text"] for item in items)
            names.update(gathered)
        return fill(f"parts/{name}.html", names)

    return re.sub(_PART, filled, body) if _SIGN in body else body


def _pieces(item: str) -> dict[str, Markup]:
    # The text before the first name is empty.
    pieces = re.split(_PIECE, item)[1:]
    found = zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    return {name: Markup(markup if href is None else href) for name, href, markup in found}


def _heading(body: str, end: int) -> str:
    """Return the element for headings in a part: one level below the heading that the part stands under."""
    levels = re.findall(_HEADING, body[:end])
    return f"h{min(int(levels[-1]) + 1, 6)}" if levels else "h2"
