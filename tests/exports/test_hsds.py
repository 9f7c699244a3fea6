"""The associations in the words of HSDS 3, held against what its schemas demand.

The specification (Open Referral, CC BY-SA 4.0) is not copied here: these are its required fields, types and
lists of values, as far as the export uses them.
"""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chapterhouse.exports import hsds
from chapterhouse.model import Network

ID = {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}
WORDS = {"type": "string", "minLength": 1}
URI = {"type": "string", "pattern": "^https?://"}
KIND = {"enum": ["physical", "postal", "virtual"]}


def thing(required: dict[str, Any], further: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of an object that has nothing else."""
    return {
        "type": "object",
        "properties": {**required, **(further or {})},
        "required": list(required),
        "additionalProperties": False,
    }


ATTRIBUTE = thing({"id": ID}, {"link_id": ID, "link_entity": WORDS, "label": WORDS, "value": WORDS})
ORGANIZATION = thing(
    {"id": ID, "name": WORDS, "description": WORDS},
    {
        "alternate_name": WORDS,
        "email": WORDS,
        "website": URI,
        "additional_websites": {"type": "array", "items": thing({"id": ID, "url": URI}, {"label": WORDS})},
        "year_incorporated": {"type": "number"},
        "uri": URI,
        "phones": {"type": "array", "items": thing({"id": ID, "number": WORDS}, {"type": WORDS})},
        "attributes": {"type": "array", "items": ATTRIBUTE},
    },
)
SERVICE = thing(
    {"id": ID, "name": WORDS, "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]}},
    {"organization_id": ID, "organization": ORGANIZATION, "description": WORDS, "url": URI, "email": WORDS},
)
ADDRESS = thing(
    {
        "id": ID,
        "address_1": WORDS,
        "city": WORDS,
        "state_province": WORDS,
        "postal_code": WORDS,
        "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
        "address_type": KIND,
    }
)
LOCATION = thing(
    {"id": ID, "location_type": KIND},
    {
        "organization_id": ID,
        "name": WORDS,
        "latitude": {"type": "number"},
        "longitude": {"type": "number"},
        "addresses": {"type": "array", "items": ADDRESS},
        "attributes": {"type": "array", "items": ATTRIBUTE},
    },
)
SCHEMAS = {
    "data/hsds/organizations.json": ORGANIZATION,
    "data/hsds/services.json": SERVICE,
    "data/hsds/locations.json": LOCATION,
}


def files(network: Network) -> dict[str, Any]:
    """Return every file."""
    return {path: json.loads(data) for path, data in [(hsds.FILE, hsds.render(network)), *hsds.each(network)]}


@pytest.mark.parametrize("path", sorted(SCHEMAS))
def test_every_thing_has_what_is_required(path: str, clubs: Network) -> None:
    contents = files(clubs)[path]["contents"]
    assert contents
    validator = Draft202012Validator({"type": "array", "items": SCHEMAS[path]})
    assert [error.message for error in validator.iter_errors(contents)] == []


@pytest.mark.parametrize("path", sorted(SCHEMAS))
def test_a_list_is_one_page(path: str, clubs: Network, nobody: Network) -> None:
    page = files(clubs)[path]
    assert page["total_items"] == page["size"] == len(page["contents"])
    assert not page["empty"]
    assert files(nobody)[path]["empty"]


def test_services_and_locations_belong_to_organizations(clubs: Network) -> None:
    found = files(clubs)
    known = {one["id"] for one in found["data/hsds/organizations.json"]["contents"]}
    for path in ("data/hsds/services.json", "data/hsds/locations.json"):
        assert {one["organization_id"] for one in found[path]["contents"]} <= known


def test_every_identifier_is_there_once(clubs: Network) -> None:
    ids = [one["id"] for page in files(clubs).values() for one in page["contents"]]
    assert len(ids) == len(set(ids))


def test_half_an_address_is_left_out(clubs: Network) -> None:
    north, online = files(clubs)["data/hsds/locations.json"]["contents"]
    assert north["addresses"][0]["city"] == "Baile Átha Cliath"
    assert (online["location_type"], online.get("addresses")) == ("postal", None)


def test_what_nobody_confirmed_is_an_attribute(clubs: Network) -> None:
    north = files(clubs)["data/hsds/organizations.json"]["contents"][0]
    assert {(one["label"], one["value"]) for one in north["attributes"]} == {
        ("unconfirmed", "website"),
        ("unconfirmed", "contact.phone"),
    }
