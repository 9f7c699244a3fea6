"""The published schemas of what people write."""

import json
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from chapterhouse.exports import record_schemas
from chapterhouse.frozen import replace
from chapterhouse.model import Network
from chapterhouse.schemas import schemas
from chapterhouse.words import Words


def files(network: Network) -> dict[str, Any]:
    found = [(record_schemas.FILE, record_schemas.render(network)), *record_schemas.each(network)]
    return {path: json.loads(content) for path, content in found}


def test_each_is_the_schema_that_the_command_writes(clubs: Network) -> None:
    found = files(clubs)
    assert list(found) == [f"data/schema/{name}" for name in schemas(clubs.record)]
    for path, schema in found.items():
        Draft202012Validator.check_schema(schema)
        assert schema.pop("$id") == f"https://example.org/{path}"
        assert schema == schemas(clubs.record)[path.rpartition("/")[2]]


def test_the_vocabulary_of_the_network_is_in_them(clubs: Network) -> None:
    validator = Draft202012Validator(files(clubs)[record_schemas.FILE], format_checker=FormatChecker())
    assert validator.is_valid({"name": "North", "kind": "club", "verified_on": "2026-05-01"})
    assert not validator.is_valid({"name": "North", "kind": "band"})
    assert not validator.is_valid({"nmae": "North"})


def test_all_of_them_are_listed(clubs: Network) -> None:
    found = dict(record_schemas.listed(clubs))
    assert set(found.values()) == set(files(clubs))
    assert found["Front matter: event"] == "data/schema/event.schema.json"


def test_they_are_called_in_the_networks_language(clubs: Network) -> None:
    messages = {"Records of associations": ("Fichas",), "Front matter: %(name)s": ("Cabecera: %(name)s",)}
    in_spanish = replace(clubs, words=Words(language="es", messages=messages))
    names = dict(record_schemas.listed(in_spanish))
    assert names["Fichas"] == record_schemas.FILE
    assert names["Cabecera: event"] == "data/schema/event.schema.json"
