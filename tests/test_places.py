"""ISO 3166."""

import re

from chapterhouse import places


def test_countries_and_their_parts_have_names() -> None:
    assert places.name("IE") == "Ireland"
    assert places.name("US-WI") == "Wisconsin"
    assert places.name("AU-NSW") == "New South Wales"


def test_a_code_without_a_name_is_its_own() -> None:
    assert places.name("XX-1") == "XX-1"


def test_what_is_a_region() -> None:
    assert places.is_region("US-WI")
    assert not places.is_region("us-wi")
    assert not places.is_region("UK")
    assert not places.is_region("US-ZZ")


def test_the_country_of_a_code() -> None:
    assert places.country("US-WI") == "US"
    assert places.country("IE") == "IE"


def test_the_table_is_complete_and_well_formed() -> None:
    codes = places.names()
    countries = [code for code in codes if "-" not in code]
    assert len(countries) == 249
    assert len(codes) > 5000
    for code, name in codes.items():
        assert re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", code), code
        assert name == name.strip() != "", code
    assert {places.country(code) for code in codes} == set(countries)
