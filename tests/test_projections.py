"""Where places are on the page; the expected values are those of d3-geo."""

import pytest

from chapterhouse import projections


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [
        (-89.40, 43.07, 606.7, 201.3),  # Madison
        (-149.90, 61.22, 112.3, 544.3),  # Anchorage
        (-157.86, 21.31, 266.9, 549.1),  # Honolulu
    ],
)
def test_the_states_of_the_united_states(longitude: float, latitude: float, x: float, y: float) -> None:
    assert projections.united_states(longitude, latitude) == pytest.approx((x, y), abs=0.1)


def test_what_is_not_in_the_united_states_is_not_drawn_there() -> None:
    assert projections.united_states(-66.1, 18.4) is None
    assert projections.united_states(-6.26, 53.35) is None


def test_the_world_is_cut_through_the_sea() -> None:
    west, _ = projections.equal_earth(-168, 65)
    east, _ = projections.equal_earth(-170, 65)
    assert west < 480 < east


def test_north_is_up_and_east_is_right() -> None:
    for project in (projections.ireland, projections.australia):
        west, south = project(-8, 52) or (0, 0)
        east, north = project(-7, 53) or (0, 0)
        assert west < east
        assert north < south
