"""The associations as tables that describe themselves (Frictionless Data Package 2, columns of HSDS 3)."""

from collections.abc import Iterator
from typing import Any

from chapterhouse.exports._csv import table
from chapterhouse.exports._hsds import Thing, locations, organizations, services
from chapterhouse.exports._json import pretty
from chapterhouse.model import Network
from chapterhouse.text import slugify
from chapterhouse.words import phrase

FILE = "data/hsds/datapackage.json"
TITLE = phrase("Associations, as a data package")
MEDIA_TYPE = "application/json"
SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"

_TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
_TYPES = {"year_incorporated": "integer", "latitude": "number", "longitude": "number"}
_REQUIRED = {
    "organizations": ("id", "name", "description"),
    "services": ("id", "organization_id", "name", "status"),
    "locations": ("id", "location_type", "organization_id"),
}
_COLUMNS = {
    "organizations": (
        "id",
        "name",
        "alternate_name",
        "description",
        "email",
        "website",
        "year_incorporated",
        "uri",
        "unconfirmed",
    ),
    "services": ("id", "organization_id", "name", "description", "url", "email", "status"),
    "locations": (
        "id",
        "location_type",
        "organization_id",
        "name",
        "latitude",
        "longitude",
        "unconfirmed",
    ),
}


def render(network: Network) -> bytes:
    """Return the descriptor."""
    record = network.record
    return pretty(
        {
            "$schema": SCHEMA,
            "name": slugify(record.label) or "network",
            "title": f"{record.name}: associations",
            "homepage": network.hub.url,
            "resources": [_resource(name) for name in _COLUMNS],
        }
    )


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield the tables."""
    things = {
        "organizations": organizations(network),
        "services": services(network),
        "locations": locations(network),
    }
    for name, columns in _COLUMNS.items():
        rows = (_row(thing, columns) for thing in things[name])
        yield f"data/hsds/{name}.csv", table(columns, rows, mark=False)


def _row(thing: Thing, columns: tuple[str, ...]) -> list[Any]:
    """Return the cells of a thing; the last column, if it has attributes, says what they are of."""
    cells = list(map(thing.get, columns))
    if attributes := thing.get("attributes"):
        cells[-1] = "; ".join(attribute["value"] for attribute in attributes)
    return cells


def _resource(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": _TABLE_SCHEMA,
        "fields": [_field(name, column) for column in _COLUMNS[name]],
        "primaryKey": ["id"],
    }
    if name != "organizations":
        reference = {"resource": "organizations", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["organization_id"], "reference": reference}]
    return {
        "$schema": _RESOURCE,
        "name": name,
        "path": f"{name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(name: str, column: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, "type": _TYPES.get(column, "string")}
    if column == "id" or column.endswith("_id"):
        field["format"] = "uuid"
    if column in _REQUIRED[name]:
        field["constraints"] = {"required": True}
    return field
