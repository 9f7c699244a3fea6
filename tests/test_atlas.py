"""The outlines that ship, and what is asked of them."""

import re

from chapterhouse import atlas, places
from chapterhouse.atlas import FILE, WORLD


def test_every_code_is_of_iso_3166() -> None:
    for name, view in atlas.views().items():
        assert [code for code in view.shapes if not places.is_region(code)] == []
        assert view.shapes.keys() == view.middles.keys()
        if name != WORLD:
            assert all(code.startswith(f"{name}-") for code in view.shapes)


def test_each_state_county_and_territory_is_there_once() -> None:
    counts = {name: len(view.shapes) for name, view in atlas.views().items()}
    assert counts == {"US": 51, "AU": 8, "IE": 26, WORLD: 173}


def test_an_outline_is_a_path_in_whole_units() -> None:
    for view in atlas.views().values():
        for outline in view.shapes.values():
            assert re.fullmatch(r"(M-?\d+( |-)\d+l-?\d[-\d ]*z)+", outline)


def test_a_region_is_its_shape_its_counties_or_all_of_the_country() -> None:
    assert atlas.parts("US-WI", "US") == ("US-WI",)
    assert atlas.parts("IE-U", "IE") == ("IE-CN", "IE-DL", "IE-MN")
    assert len(atlas.parts("IE", "IE")) == 26
    assert atlas.parts("FR", "IE") == ()


def test_the_provinces_of_ireland_have_each_county_once() -> None:
    counties = [county for code in ("IE-C", "IE-L", "IE-M", "IE-U") for county in atlas.parts(code, "IE")]
    assert sorted(counties) == sorted(atlas.views()["IE"].shapes)


def test_a_point_lies_in_its_region() -> None:
    latitude, longitude = atlas.point("IE-CO") or (0.0, 0.0)
    assert 51.4 < latitude < 52.4
    assert -10 < longitude < -8
    assert atlas.point("MT"), "a country that is too small for an outline of the world has a point"
    assert atlas.point("FR-75") is None


def test_a_middle_is_where_the_point_is_drawn() -> None:
    for code in ("US-WI", "US-AK", "AU-TAS", "IE-G"):
        view = code[:2]
        x, y, _ = atlas.views()[view].middles[code]
        place = atlas.place(view, *(atlas.point(code) or (0.0, 0.0)))
        assert place is not None
        assert abs(place[0] - x) < 40
        assert abs(place[1] - y) < 40


def test_a_place_elsewhere_is_not_in_the_view() -> None:
    assert atlas.place("IE", 43.07, -89.4) is None
    assert atlas.place("US", 53.35, -6.26) is None
    assert atlas.place(WORLD, 53.35, -6.26) is not None


def test_the_data_are_small_and_say_where_they_come_from() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert len(text) < 120_000
    assert "Natural Earth" in text[:400]
