"""The JSON Schema of a dataclass, read from its annotations: what pydantic says of it, at no cost.

Importing pydantic takes a third of a second, and the schemas are published with every build.
"""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from chapterhouse.field_types import Accepts, Help
from chapterhouse.frozen import fields, is_frozen, needed

Schema = dict[str, Any]
SIMPLE: Mapping[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
    Any: {},
}
"""The schemas of the types that hold nothing else."""


def schema_of(cls: type[Any]) -> Schema:
    """Return the schema of a dataclass; those that it holds stand under `$defs`."""
    parts: dict[str, Schema] = {}
    found = _object(cls, parts)
    return {"$defs": dict(sorted(parts.items())), **found} if parts else found


def complete(properties: Mapping[str, Schema]) -> Schema:
    """Return the schema of an object that has all of these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _object(cls: type[Any], parts: dict[str, Schema]) -> Schema:
    own, always = fields(cls), needed(cls)
    required = [name for name in own if name in always]
    return {
        "additionalProperties": False,
        "description": cls.__doc__ or "",
        "properties": {name: _form(hint, parts) for name, hint in own.items()},
        **({"required": required} if required else {}),
        "title": cls.__name__,
        "type": "object",
    }


def _form(hint: Any, parts: dict[str, Schema]) -> Schema:
    marks = getattr(hint, "__metadata__", ())
    if marks:
        schema = _form(hint.__origin__, parts)
        for mark in marks:
            schema |= _said(mark)
        return schema
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [_form(part, parts) for part in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _form(arguments[0], parts)}
    if origin is dict:
        return _mapping(arguments, parts)
    if origin is Literal:
        return {"enum": list(arguments), "type": "string"}
    if is_frozen(hint):
        if hint.__name__ not in parts:
            parts[hint.__name__] = {}
            parts[hint.__name__] = _object(hint, parts)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return dict(SIMPLE[hint])


def _mapping(arguments: tuple[Any, ...], parts: dict[str, Schema]) -> Schema:
    key, value = (_form(part, parts) for part in arguments)
    if "pattern" in key:
        return {"type": "object", "patternProperties": {key["pattern"]: value}}
    return {"type": "object", "additionalProperties": value or True}


def _said(mark: object) -> Schema:
    """Return what a mark of a field tells editors."""
    if isinstance(mark, Help):
        return {"description": mark.text, **({"examples": [mark.example]} if mark.example else {})}
    if isinstance(mark, Accepts):
        told = {"pattern": mark.pattern, "format": mark.format}
        return {name: words for name, words in told.items() if words}
    return {}
