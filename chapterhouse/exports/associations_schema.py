"""The form of the associations in JSON: what each field means and may hold (JSON Schema 2020-12)."""

from types import UnionType
from typing import Any, Union, get_args, get_origin

from chapterhouse.exports._facts import public_names
from chapterhouse.exports._json import pretty
from chapterhouse.exports.associations_json import SCHEMA as FILE
from chapterhouse.field_types import Help
from chapterhouse.frozen import fields, is_frozen
from chapterhouse.model import Network
from chapterhouse.record import Record, Term
from chapterhouse.schema_forms import SIMPLE, complete
from chapterhouse.words import phrase

TITLE = phrase("Associations, for programs: the schema")
MEDIA_TYPE = "application/schema+json"
SCHEMA = "https://json-schema.org/draft/2020-12/schema"

__all__ = ["FILE", "MEDIA_TYPE", "SCHEMA", "TITLE", "render"]

_WORDS = {"type": "object", "additionalProperties": {"type": "string"}}


def render(network: Network) -> bytes:
    """Return the schema; the vocabulary of the network in hand is part of it."""
    return pretty(
        {
            "$schema": SCHEMA,
            "$id": network.hub.url + FILE,
            "title": f"The associations of {network.record.name}",
            **complete(
                {
                    "$schema": {"type": "string"},
                    "name": {"type": "string", "description": "The network's name."},
                    "url": {"type": "string", "format": "uri", "description": "The hub's address."},
                    "as_of": {
                        "type": ["string", "null"],
                        "format": "date",
                        "description": "The newest day on which one of the records was verified.",
                    },
                    "generated_for": {
                        "type": "string",
                        "format": "date",
                        "description": "The day for which the file was made.",
                    },
                    "count": {"type": "integer", "description": "How many associations there are."},
                    "vocabulary": {
                        "type": "object",
                        "description": "The words for the codes in use.",
                        "additionalProperties": _WORDS,
                    },
                    "associations": {"type": "array", "items": _association(network)},
                }
            ),
        }
    )


def _association(network: Network) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "slug": {"type": "string", "description": "Its folder's name, and its address below the hub."},
        "id": {"type": "string", "format": "uri", "description": "An identifier that does not change."},
        "site": {"type": ["string", "null"], "description": "Its site in this network."},
        "page": {"type": "string", "format": "uri", "description": "The hub's page about it."},
        **_properties(Record),
    }
    _allow(properties["kind"], network.record.kinds)
    properties["services"]["items"] = (
        {"enum": list(network.record.services)} if network.record.services else {"type": "string"}
    )
    return complete(properties)


def _allow(schema: dict[str, Any], terms: dict[str, Term]) -> None:
    if terms:
        schema.pop("anyOf", None)
        schema["enum"] = [*terms, None]


def _properties(cls: Any) -> dict[str, dict[str, Any]]:
    kinds = fields(cls)
    return {name: _form(kinds[name]) for name in public_names(cls)}


def _form(hint: Any) -> dict[str, Any]:
    """Return the schema of a field's type, with the words that the record has for it."""
    marks = getattr(hint, "__metadata__", ())
    if marks:
        schema = _form(hint.__origin__)
        for mark in marks:
            if isinstance(mark, Help):
                schema["description"] = mark.text
            elif getattr(mark, "format", ""):
                schema["format"] = mark.format
        return schema
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [_form(part) for part in get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": _form(get_args(hint)[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _form(get_args(hint)[1])}
    if origin is not None:
        return {"enum": list(get_args(hint))}
    if is_frozen(hint):
        return complete(_properties(hint))
    return dict(SIMPLE[hint])
