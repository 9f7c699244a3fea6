"""The outlines of the map and a point for each region, from data that `tools/make_atlas.py` made."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from chapterhouse import projections
from chapterhouse.frozen import frozen

FILE = Path(__file__).parent / "data" / "atlas.json"
WORLD = "world"
ATTRIBUTION = "Outlines: United States Census Bureau and Natural Earth, both in the public domain."
_PROJECTIONS: Mapping[str, projections.Projection] = {
    "US": projections.united_states,
    "AU": projections.australia,
    "IE": projections.ireland,
    WORLD: projections.equal_earth,
}


@frozen
class View:
    """One drawing: the parts of a country, or the countries of the world."""

    box: str
    """What it shows, as SVG's `viewBox`."""
    shapes: Mapping[str, str]
    """An SVG path for each ISO 3166 code."""
    middles: Mapping[str, tuple[int, int, int]]
    """For each code a point well inside its shape, and how far the border is from there."""


@cache
def views() -> Mapping[str, View]:
    """Return every view: by the code of its country, and `world`."""
    found = {}
    for name, view in _atlas()["views"].items():
        middles = {code: (x, y, far) for code, (x, y, far) in view["middles"].items()}
        found[name] = View(box=view["box"], shapes=view["shapes"], middles=middles)
    return found


def parts(code: str, view: str) -> tuple[str, ...]:
    """Return the codes of the shapes of a region in a view: its own, its counties, or all of a country.

    A region that the view does not draw has none.
    """
    shapes = views()[view].shapes
    if code in shapes:
        return (code,)
    if code == view:
        return tuple(shapes)
    return tuple(_atlas()["groups"].get(code, ()))


def point(code: str) -> tuple[float, float] | None:
    """Return latitude and longitude of a point inside a region, or None where the atlas does not know it."""
    found = _atlas()["points"].get(code)
    return (found[0], found[1]) if found else None


def place(view: str, latitude: float, longitude: float) -> tuple[int, int] | None:
    """Return where a point is in a view, or None where the view does not show it."""
    found = _PROJECTIONS[view](longitude, latitude)
    if found is None:
        return None
    left, top, width, height = map(float, views()[view].box.split())
    x, y = found
    return (round(x), round(y)) if left <= x <= left + width and top <= y <= top + height else None


@cache
def _atlas() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found
