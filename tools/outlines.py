"""Outlines of regions: projected, simplified so that neighbours keep one border, and written as SVG paths."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import sqrt

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line; the first point is not repeated at its end."""
Project = Callable[[float, float], Point | None]
"""From longitude and latitude to the page; None for what the view does not show."""


def polygons(geometry: Mapping[str, object]) -> Iterator[Ring]:
    """Yield the rings of a GeoJSON geometry, holes among them."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in parts:  # type: ignore[attr-defined]
        for ring in polygon:
            yield tuple((float(x), float(y)) for x, y, *_ in ring)[:-1]


def topology_rings(
    topology: Mapping[str, object], name: str
) -> Iterator[tuple[Mapping[str, object], list[Ring]]]:
    """Yield each geometry of an object of a TopoJSON file with its rings."""
    arcs = _decoded(topology)
    for geometry in topology["objects"][name]["geometries"]:  # type: ignore[index]
        parts = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(
            geometry["type"], []
        )
        yield geometry, [_joined(ring, arcs) for polygon in parts for ring in polygon]


def _decoded(topology: Mapping[str, object]) -> list[list[Point]]:
    transform: Mapping[str, list[float]] = topology["transform"]  # type: ignore[assignment]
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    arcs = []
    for arc in topology["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def _joined(numbers: Iterable[int], arcs: Sequence[list[Point]]) -> Ring:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[:-1]
    return tuple(points)


def projected(rings: Iterable[Ring], project: Project) -> list[Ring]:
    """Return rings on the page; a ring with a point that the view does not show is left out."""
    found = []
    for ring in rings:
        points = [project(*point) for point in ring]
        if all(point is not None for point in points):
            found.append(tuple(point for point in points if point is not None))
    return found


def simplified(shapes: Mapping[str, Sequence[Ring]], tolerance: float) -> dict[str, list[Ring]]:
    """Return shapes without the points that span less than an area; shared borders stay shared."""
    ends = _junctions(ring for rings in shapes.values() for ring in rings)

    @cache
    def simple(line: Ring) -> Ring:
        return _visvalingam(line, tolerance)

    def walk(ring: Ring) -> Ring:
        cuts = [number for number, point in enumerate(ring) if point in ends] or [ring.index(min(ring))]
        points: list[Point] = []
        for start, end in zip(cuts, [*cuts[1:], cuts[0] + len(ring)], strict=True):
            line = tuple(ring[number % len(ring)] for number in range(start, end + 1))
            backwards = line[::-1]
            # Both neighbours walk a border, in opposite directions: it is simplified in one of them.
            kept = simple(line) if line <= backwards else simple(backwards)[::-1]
            points += kept[:-1]
        return tuple(points)

    return {name: [walk(ring) for ring in rings] for name, rings in shapes.items()}


def _junctions(rings: Iterable[Ring]) -> set[Point]:
    """Return the points where borders meet: a line through them goes on differently in another ring."""
    neighbours: dict[Point, frozenset[Point]] = {}
    found = set()
    for ring in rings:
        for number, point in enumerate(ring):
            beside = frozenset((ring[number - 1], ring[(number + 1) % len(ring)]))
            if neighbours.setdefault(point, beside) != beside:
                found.add(point)
    return found


def _visvalingam(line: Ring, tolerance: float) -> Ring:
    """Return a line without the points whose triangle with their neighbours is smaller than the tolerance."""
    before = {number: number - 1 for number in range(1, len(line))}
    after = {number: number + 1 for number in range(len(line) - 1)}

    def area(number: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = line[before[number]], line[number], line[after[number]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    heap = [(area(number), number) for number in range(1, len(line) - 1)]
    heapq.heapify(heap)
    current = {number: size for size, number in heap}
    while heap:
        size, number = heapq.heappop(heap)
        if current.get(number) != size:
            continue
        if size >= tolerance or (line[0] == line[-1] and len(current) <= 3):
            break
        del current[number]
        left, right = before[number], after[number]
        after[left], before[right] = right, left
        for beside in (left, right):
            if beside in current:
                # A point never goes before one that stood in its way: otherwise lines would cross.
                current[beside] = max(area(beside), size)
                heapq.heappush(heap, (current[beside], beside))
    kept = sorted({0, len(line) - 1, *current})
    return tuple(line[number] for number in kept)


def area(ring: Sequence[Point]) -> float:
    """Return the area of a ring."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def path(rings: Iterable[Ring], smallest: float) -> str:
    """Return an SVG path in whole units; rings below an area are left out, except for the largest."""
    rounded = [_rounded(ring) for ring in sorted(rings, key=area, reverse=True)]
    kept = [
        ring
        for number, ring in enumerate(rounded)
        if len(ring) > 2 and (not number or area(ring) >= smallest)
    ]
    return "".join(_ring_path(ring) for ring in kept)


def _rounded(ring: Ring) -> list[tuple[int, int]]:
    points = [(round(x), round(y)) for x, y in ring]
    return [point for number, point in enumerate(points) if point != points[number - 1]]


def _ring_path(ring: list[tuple[int, int]]) -> str:
    (x, y), *rest = ring
    steps = []
    for nx, ny in rest:
        steps.append(f"{_number(nx - x)}{_number(ny - y)}")
        x, y = nx, ny
    return f"M{ring[0][0]}{_number(ring[0][1])}l{''.join(steps).lstrip()}z"


def _number(value: int) -> str:
    return f" {value}" if value >= 0 else str(value)


def middle(rings: Iterable[Ring], steps: int = 24) -> tuple[float, float, float]:
    """Return the point of a grid in the largest ring that is farthest from the border, and how far."""
    ring = max(rings, key=area)
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    left, top = min(xs), min(ys)
    wide, high = max(xs) - left, max(ys) - top
    grid = [
        (left + wide * (column + 0.5) / steps, top + high * (row + 0.5) / steps)
        for row in range(steps)
        for column in range(steps)
    ]
    edges = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    inside = [point for point in grid if _is_inside(point, edges)]
    far, (x, y) = max((min(_distance(point, edge) for edge in edges), point) for point in inside)
    return x, y, sqrt(far)


def _is_inside(point: Point, edges: Iterable[tuple[Point, Point]]) -> bool:
    x, y = point
    crossings = sum(
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in edges
    )
    return crossings % 2 == 1


def _distance(point: Point, edge: tuple[Point, Point]) -> float:
    """Return the square of the distance between a point and a straight line."""
    (x, y), ((ax, ay), (bx, by)) = point, edge
    dx, dy = bx - ax, by - ay
    long = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / long)) if long else 0.0
    nx, ny = ax + share * dx - x, ay + share * dy - y
    return nx * nx + ny * ny
