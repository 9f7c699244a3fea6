"""Outlines: neighbours keep one border, whatever is left out of it."""

from tools.outlines import area, middle, path, polygons, projected, simplified, topology_rings

WIGGLY = ((2.0, 0.0), (2.1, 1.0), (1.9, 2.0), (2.1, 3.0), (2.0, 4.0))
"""A border between two squares, from top to bottom."""
WEST = ((0.0, 0.0), *WIGGLY, (0.0, 4.0))
EAST = ((4.0, 0.0), (4.0, 4.0), *WIGGLY[::-1])


def test_a_border_is_simplified_alike_on_both_sides() -> None:
    found = simplified({"west": [WEST], "east": [EAST]}, 0.5)
    assert set(found["west"][0]) & set(found["east"][0]) == {(2.0, 0.0), (2.0, 4.0)}
    assert set(found["west"][0]) == {(0.0, 0.0), (2.0, 0.0), (2.0, 4.0), (0.0, 4.0)}


def test_what_is_large_enough_stays() -> None:
    found = simplified({"west": [WEST], "east": [EAST]}, 0.01)
    assert set(WIGGLY) <= set(found["west"][0])
    assert set(WIGGLY) <= set(found["east"][0])


def test_an_island_keeps_an_area() -> None:
    circle = tuple(
        (float(x), float(y))
        for x, y in ((3, 0), (2, 2), (0, 3), (-2, 2), (-3, 0), (-2, -2), (0, -3), (2, -2))
    )
    (ring,) = simplified({"island": [circle]}, 1000)["island"]
    assert area(ring) > 0


def test_a_path_is_written_in_steps_and_without_specks() -> None:
    square = ((1.0, 1.0), (4.2, 1.0), (4.2, 5.0), (1.0, 5.0))
    speck = ((9.0, 9.0), (10.0, 9.0), (10.0, 10.0))
    assert path([speck, square], 3) == "M1 1l3 0 0 4-3 0z"
    assert path([speck], 3) == "M9 9l1 0 0 1z"


def test_the_middle_is_inside_a_hollow_shape() -> None:
    horseshoe = (
        (0.0, 0.0),
        (9.0, 0.0),
        (9.0, 9.0),
        (6.0, 9.0),
        (6.0, 3.0),
        (3.0, 3.0),
        (3.0, 9.0),
        (0.0, 9.0),
    )
    x, y, far = middle([horseshoe])
    assert not (3 < x < 6 and y > 3)
    assert 1 < far < 3


def test_rings_of_geojson_and_topojson() -> None:
    square = [[0, 0], [1, 0], [1, 1], [0, 0]]
    assert list(polygons({"type": "Polygon", "coordinates": [square]})) == [
        ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    ]
    topology = {
        "transform": {"scale": [2, 2], "translate": [10, 20]},
        "arcs": [[[0, 0], [1, 0]], [[0, 0], [0, 1], [1, -1]]],
        "objects": {"all": {"geometries": [{"type": "Polygon", "id": "a", "arcs": [[0, ~1]]}]}},
    }
    ((geometry, rings),) = topology_rings(topology, "all")
    assert geometry["id"] == "a"
    assert rings == [((10.0, 20.0), (12.0, 20.0), (10.0, 22.0))]


def test_what_a_view_does_not_show_is_left_out() -> None:
    ring = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    assert projected([ring], lambda x, y: (x, y) if x < 1 else None) == []
    assert projected([ring], lambda x, y: (x + 1, -y)) == [((1.0, 0.0), (2.0, 0.0), (2.0, -1.0))]
