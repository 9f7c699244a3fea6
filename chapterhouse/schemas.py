"""JSON Schemas of everything people write in YAML, so that editors complete and check while they type.

JSON Schema draft 2020-12. The vocabulary of the network in hand is filled in. Texts may also be written as
unquoted numbers and true as `yes`, because Chapterhouse reads every YAML value as the text that was written.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from chapterhouse.content_types import content_types
from chapterhouse.field_types import Vocabulary
from chapterhouse.frozen import fields, is_frozen
from chapterhouse.record import CustomField, NetworkRecord, Record, Terms
from chapterhouse.schema_forms import schema_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_YES_NO = {"enum": [True, False, "yes", "no"]}
_CUSTOM_TYPES: Mapping[str, dict[str, Any]] = {
    "text": {"type": ["string", "number"]},
    "number": {"type": "number"},
    "boolean": _YES_NO,
    "date": {"type": "string", "format": "date"},
    "url": {"type": "string", "format": "uri"},
    "email": {"type": "string", "format": "email"},
}


def schemas(network: NetworkRecord | None) -> dict[str, dict[str, Any]]:
    """Return every schema by its file name: `association.schema.json`, `network.schema.json` and so on."""
    found = {
        "association.schema.json": record_schema(network),
        "network.schema.json": _schema(NetworkRecord, "The network's own record", None),
    }
    for name, content_type in content_types().items():
        found[f"{name}.schema.json"] = _schema(content_type.Fields, f"The front matter of: {name}", network)
    return found


def record_schema(network: NetworkRecord | None) -> dict[str, Any]:
    """Return the schema of `association.yaml`, with the network's vocabulary and custom fields."""
    schema = _schema(Record, "The record of an association", network)
    if network and network.fields:
        schema["properties"]["custom"] = {
            "type": "object",
            "description": "The fields that this network adds.",
            "properties": {name: _custom(custom) for name, custom in network.fields.items()},
            "required": sorted(name for name, custom in network.fields.items() if custom.required),
            "additionalProperties": False,
        }
    return schema


def _custom(custom: CustomField) -> dict[str, Any]:
    choice: dict[str, Any] = {"type": ["string", "number"]}
    if custom.values:
        choice = {"enum": list(custom.values)}
    match custom.type:
        case "choice":
            schema = choice
        case "list":
            schema = {"type": "array", "items": choice}
        case simple:
            schema = dict(_CUSTOM_TYPES[simple])
    schema["description"] = custom.help or custom.label
    return schema


def _schema(cls: type[Any], title: str, network: NetworkRecord | None) -> dict[str, Any]:
    schema = {"$schema": DIALECT, **schema_of(cls), "title": title}
    _plain(schema)
    if network:
        _fill_vocabulary(cls, schema, schema, network)
    return schema


def _plain(node: dict[str, Any]) -> None:
    """Let numbers stand for texts and `yes` for true."""
    if node.get("type") == "string" and "format" not in node and "enum" not in node:
        node["type"] = ["string", "number"]
    if node.get("type") == "boolean":
        del node["type"]
        node.update(_YES_NO)
    for value in node.values():
        for part in value if isinstance(value, list) else (value,):
            if isinstance(part, dict):
                _plain(part)


def _fill_vocabulary(
    cls: type[Any], schema: dict[str, Any], whole: dict[str, Any], network: NetworkRecord
) -> None:
    for name, annotation in fields(cls).items():
        node = schema.get("properties", {}).get(name)
        if node is None:
            continue
        for mark in getattr(annotation, "__metadata__", ()):
            if isinstance(mark, Vocabulary) and (terms := vocabulary(network, mark.name)):
                _set_enum(node, list(terms))
        for part in _groups(annotation):
            definition = whole.get("$defs", {}).get(part.__name__)
            if definition:
                _fill_vocabulary(part, definition, whole, network)


@cache
def _groups(annotation: Any) -> tuple[type[Any], ...]:
    """Return the groups of fields that a field holds."""
    if isinstance(annotation, type) and is_frozen(annotation):
        return (annotation,)
    return tuple(found for part in get_args(annotation) for found in _groups(part))


def _set_enum(node: dict[str, Any], values: list[str]) -> None:
    """Replace the text type somewhere in a node by the allowed values."""
    if "items" in node:
        node["items"] = {"enum": values}
    elif "anyOf" in node:
        node["anyOf"] = [{"enum": values}, {"type": "null"}]
    else:
        node["enum"] = values


def vocabulary(network: NetworkRecord, name: str) -> Terms:
    """Return the terms that a network declares under a dotted name: `kinds`, `endorsement.generations`."""
    found: Any = network
    for part in name.split("."):
        found = getattr(found, part, None)
        if found is None:
            return {}
    return dict(found)
