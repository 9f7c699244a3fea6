"""Groups of facts: addresses, contacts, links."""

import pytest
from pydantic import TypeAdapter, ValidationError

from chapterhouse.record_parts import NO_BRAND, NO_CONTACT, Address, Brand, Contact, Place, WebLink


def test_nothing_is_needed_of_a_contact_or_a_brand() -> None:
    assert TypeAdapter(Contact).validate_python({}) == NO_CONTACT
    assert TypeAdapter(Brand).validate_python({}) == NO_BRAND


def test_a_link_needs_words_and_an_address() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(WebLink).validate_python({"kind": "donate"})
    assert [error["loc"] for error in caught.value.errors()] == [("label",), ("url",)]


def test_numbers_are_read_from_text() -> None:
    assert TypeAdapter(Place).validate_python({"latitude": "43.07", "longitude": "-89.40"}) == Place(
        latitude=43.07, longitude=-89.4
    )


def test_a_country_is_one_and_not_a_part_of_one() -> None:
    assert TypeAdapter(Address).validate_python({"country": "US"}).country == "US"
    with pytest.raises(ValidationError):
        TypeAdapter(Address).validate_python({"country": "US-WI"})
