"""The schema of the events, and the file held against it by jsonschema."""

import json

import pytest
from jsonschema import Draft202012Validator

from chapterhouse.exports import events_json, events_schema
from chapterhouse.model import Network


@pytest.mark.parametrize("name", ["clubs", "nobody"])
def test_the_file_keeps_to_its_schema(name: str, request: pytest.FixtureRequest) -> None:
    network = request.getfixturevalue(name)
    schema = json.loads(events_schema.render(network))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(json.loads(events_json.render(network)))] == []


def test_a_mistake_is_found(clubs: Network) -> None:
    data = json.loads(events_json.render(clubs))
    data["events"][0]["status"] = "perhaps"
    del data["events"][1]["start"]
    assert len(list(Draft202012Validator(json.loads(events_schema.render(clubs))).iter_errors(data))) == 2
