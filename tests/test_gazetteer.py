"""Names of towns and countries."""

import json

from chapterhouse import gazetteer, places


def test_the_largest_town_of_a_name_comes_first() -> None:
    found = [town.region for town in gazetteer.towns("US") if town.name == "Madison"]
    assert found[0] == "US-WI"
    assert "US-AL" in found


def test_a_country_without_towns_has_none() -> None:
    assert gazetteer.towns("AQ") == ()


def test_every_town_is_on_earth_and_in_a_known_region() -> None:
    for path in sorted(gazetteer.TOWNS.glob("*.tsv")):
        for town in gazetteer.towns(path.stem):
            assert places.is_region(town.region), town
            assert -90 <= town.latitude <= 90
            assert -180 <= town.longitude <= 180


def test_a_line_can_be_put_into_json_as_it_is() -> None:
    for path in sorted(gazetteer.TOWNS.glob("*.tsv")):
        for row in gazetteer.town_rows(path.stem):
            name, region, *numbers = row.split("\t")
            written = f'["{name}","{region}",{",".join(numbers)}]'
            assert json.loads(written) == [name, region, *map(float, numbers)]


def test_countries_have_their_own_names() -> None:
    assert "Éire" in gazetteer.other_names()["IE"]
    assert gazetteer.other_names()["US"][0] == "USA"
    assert all(places.is_region(code) for code in gazetteer.other_names())


def test_the_data_say_where_they_come_from() -> None:
    assert "GeoNames" in gazetteer.ATTRIBUTION
    assert "CC BY 4.0" in (gazetteer.TOWNS / "IE.tsv").read_text(encoding="utf-8")
