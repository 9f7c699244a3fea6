"""JSON Schemas for editors."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from chapterhouse.record import CustomField, EndorsementTerms, NetworkRecord, Term
from chapterhouse.schemas import DIALECT, record_schema, schemas, vocabulary
from quality.machine import PROJECT

NETWORK = NetworkRecord(
    name="Network",
    kinds={"club": Term(label="Club")},
    services={"loans": Term(label="Loans")},
    endorsement=EndorsementTerms(name="Endorsement", generations={"first": Term(label="First")}),
    topics={"sky": Term(label="Sky")},
    fields={
        "darkness": CustomField(
            type="choice", label="Darkness", required=True, values={"city": Term(label="City")}
        ),
        "notes": CustomField(type="list", label="Notes", help="Anything."),
        "open": CustomField(type="boolean", label="Open"),
        "since": CustomField(type="date", label="Since"),
    },
)


class Yaml12(yaml.SafeLoader):
    """Reads plain words as YAML 1.2's core schema does, and so as editors do: `yes` and days are texts."""


Yaml12.yaml_implicit_resolvers = {
    first: [
        one for one in resolvers if one[0] not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), list("tf"))


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=FormatChecker())


def complaints(schema: dict[str, Any], value: Any) -> list[str]:
    return [error.message for error in validator(schema).iter_errors(value)]


def front_matter(path: Path) -> Any:
    _, front, _ = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(front, Yaml12)


@pytest.mark.parametrize("network", [None, NETWORK])
def test_every_schema_is_a_json_schema(network: NetworkRecord | None) -> None:
    found = schemas(network)
    assert {"association.schema.json", "network.schema.json", "event.schema.json"} <= set(found)
    for schema in found.values():
        assert schema["$schema"] == DIALECT
        Draft202012Validator.check_schema(schema)


def test_every_field_has_words_for_a_person() -> None:
    for name, schema in schemas(NETWORK).items():
        for field, node in schema["properties"].items():
            assert node.get("description"), f"{name}: {field}"


def test_the_vocabulary_is_filled_in() -> None:
    schema = record_schema(NETWORK)
    record = {"name": "North", "kind": "club", "services": ["loans"], "endorsement": {"generation": "first"}}
    whole = {**record, "custom": {"darkness": "city"}}
    assert complaints(schema, whole) == []
    assert complaints(schema, {**whole, "kind": "band"})
    assert complaints(schema, {**whole, "services": ["rides"]})
    assert complaints(schema, {**whole, "endorsement": {"generation": "second"}})


def test_custom_fields_are_those_of_the_network() -> None:
    custom = record_schema(NETWORK)["properties"]["custom"]
    assert (
        complaints(custom, {"darkness": "city", "notes": ["a", 2], "open": "yes", "since": "2026-05-17"})
        == []
    )
    assert complaints(custom, {}) == ["'darkness' is a required property"]
    assert complaints(custom, {"darkness": "rural"}) == ["'rural' is not one of ['city']"]
    assert complaints(custom, {"darkness": "city", "light": 1})
    assert custom["properties"]["notes"]["description"] == "Anything."
    assert custom["properties"]["open"]["description"] == "Open"


def test_the_front_matters_vocabulary_is_filled_in() -> None:
    schema = schemas(NETWORK)["news.schema.json"]
    assert complaints(schema, {"title": "x", "date": "2026-05-17", "topics": ["sky"]}) == []
    assert complaints(schema, {"title": "x", "date": "2026-05-17", "topics": ["sea"]})


def test_texts_may_be_numbers_and_truth_may_be_yes() -> None:
    schema = record_schema(None)
    assert complaints(schema, {"name": 4711, "founded": 2001, "endorsement": {"offered": "yes"}}) == []
    assert complaints(schema, {"name": "x", "endorsement": {"offered": "perhaps"}})


def test_mistakes_are_found() -> None:
    schema = record_schema(None)
    assert complaints(schema, {}) == ["'name' is a required property"]
    assert complaints(schema, {"name": "x", "webiste": "y"})
    assert complaints(schema, {"name": "x", "regions": ["Wisconsin"]})
    assert complaints(schema, {"name": "x", "verified_on": "2026-02-30"})


def test_a_dotted_name_leads_to_a_vocabulary() -> None:
    assert list(vocabulary(NETWORK, "kinds")) == ["club"]
    assert list(vocabulary(NETWORK, "endorsement.generations")) == ["first"]
    assert vocabulary(NetworkRecord(name="x"), "endorsement.generations") == {}


RECORDS = sorted((PROJECT / "associations").glob("*/association.yaml"))


def test_this_networks_records_fit_their_schemas() -> None:
    network_yaml = yaml.load((PROJECT / "content/hub/network.yaml").read_text(encoding="utf-8"), Yaml12)
    found = schemas(None)
    assert complaints(found["network.schema.json"], network_yaml) == []
    assert RECORDS
    for path in RECORDS:
        record = yaml.load(path.read_text(encoding="utf-8"), Yaml12)
        assert complaints(found["association.schema.json"], record) == [], path.parent.name


@pytest.mark.parametrize(
    ("folder", "type_name"),
    [
        ("pages", "page"),
        ("news", "news"),
        ("events", "event"),
        ("resources", "resource"),
        ("people", "person"),
    ],
)
def test_this_networks_entries_fit_their_schemas(folder: str, type_name: str) -> None:
    check = validator(schemas(None)[f"{type_name}.schema.json"])
    paths = [*PROJECT.glob(f"content/*/{folder}/**/*.md"), *PROJECT.glob(f"associations/*/{folder}/**/*.md")]
    found = {path.name: [error.message for error in check.iter_errors(front_matter(path))] for path in paths}
    assert {name: errors for name, errors in found.items() if errors} == {}
