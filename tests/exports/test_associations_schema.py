"""The schema of the associations, and the file held against it by jsonschema."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chapterhouse.exports import associations_json, associations_schema
from chapterhouse.model import Network


def validator(network: Network) -> Draft202012Validator:
    """Return a validator that looks at formats too."""
    schema = json.loads(associations_schema.render(network))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", ["clubs", "nobody"])
def test_the_file_keeps_to_its_schema(name: str, request: pytest.FixtureRequest) -> None:
    network = request.getfixturevalue(name)
    found = [
        error.message
        for error in validator(network).iter_errors(json.loads(associations_json.render(network)))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "gone"),
        ("kind", "unknown"),
        ("services", ["unknown"]),
        ("location", {"latitude": 1}),
        ("new", 1),
    ],
)
def test_a_mistake_is_found(name: str, value: Any, clubs: Network) -> None:
    data = json.loads(associations_json.render(clubs))
    data["associations"][0][name] = value
    assert list(validator(clubs).iter_errors(data))


def test_every_field_is_explained(clubs: Network) -> None:
    schema = json.loads(associations_schema.render(clubs))
    fields = schema["properties"]["associations"]["items"]["properties"]
    assert all(field.get("description") for field in fields.values())
    assert schema["$id"] == "https://example.org/data/schema/associations.schema.json"
