"""From longitude and latitude to the views of the map: the same formulas for outlines and for points."""

from collections.abc import Callable
from math import asin, cos, pi, radians, sin, sqrt

Projection = Callable[[float, float], tuple[float, float] | None]
"""From longitude and latitude to the page; None for what the view does not show."""


def plane(west: float, north: float, east: float, width: float, middle: float) -> Projection:
    """Return a projection for a small country: true to scale along the latitude `middle`."""
    scale = width / ((east - west) * cos(radians(middle)))
    across = scale * cos(radians(middle))

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - west) * across, (north - latitude) * scale

    return project


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a place is on a world map 960 wide (Equal Earth; Šavrič, Patterson and Jenny, 2018)."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    # The map is cut at 169° west, through the sea, so that the far east of Asia stays in one piece.
    turned = (longitude - 11 + 180) % 360 - 180
    x = 2 * sqrt(3) * radians(turned) * cos(t) / (3 * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
    y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    scale = 960 / 5.4134
    return 480 + x * scale, 236 - y * scale


def _conic(
    turn: float,
    center: tuple[float, float],
    parallels: tuple[float, float],
    scale: float,
    at: tuple[float, float],
) -> Callable[[float, float], tuple[float, float]]:
    """Return Albers' equal-area conic projection."""
    first, second = (radians(each) for each in parallels)
    n = (sin(first) + sin(second)) / 2
    c = 1 + sin(first) * (2 * n - sin(first))
    r0 = sqrt(c) / n

    def raw(longitude: float, latitude: float) -> tuple[float, float]:
        r = sqrt(c - 2 * n * sin(radians(latitude))) / n
        angle = ((longitude + turn + 180) % 360 - 180) * n * pi / 180
        return r * sin(angle), r0 - r * cos(angle)

    cx, cy = raw(center[0] - turn, center[1])

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        x, y = raw(longitude, latitude)
        return at[0] + scale * (x - cx), at[1] - scale * (y - cy)

    return project


_LOWER = _conic(96, (-0.6, 38.7), (29.5, 45.5), 1300, (487.5, 305))
_ALASKA = _conic(154, (-2, 58.5), (55, 65), 455, (487.5 - 0.307 * 1300, 305 + 0.201 * 1300))
_HAWAII = _conic(157, (-3, 19.9), (8, 18), 1300, (487.5 - 0.205 * 1300, 305 + 0.212 * 1300))


def united_states(longitude: float, latitude: float) -> tuple[float, float] | None:
    """Return where a place is on a map of the United States 975 wide, Alaska and Hawaii drawn below."""
    if latitude > 50 and (longitude < -129 or longitude > 170):
        return _ALASKA(longitude, latitude)
    if 18 < latitude < 23 and -161 < longitude < -154:
        return _HAWAII(longitude, latitude)
    if 24 < latitude < 50 and -125.5 < longitude < -66:
        return _LOWER(longitude, latitude)
    return None


australia = plane(112.5, -9.5, 154.5, 720, -27)
"""Australia, 720 wide."""
ireland = plane(-10.8, 55.6, -5.7, 460, 53.4)
"""Ireland, 460 wide."""
