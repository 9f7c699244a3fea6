"""The form of what people write: of records, of the network's own record, and of front matter (JSON Schema).

Editors that know YAML complete and check with them:
`# yaml-language-server: $schema=https://example.org/data/schema/association.schema.json` as a first line.
"""

from collections.abc import Iterator
from typing import Any

from chapterhouse.exports._json import line
from chapterhouse.exports._once import once
from chapterhouse.model import Network
from chapterhouse.schemas import DIALECT, schemas
from chapterhouse.words import phrase

FOLDER = "data/schema/"
FIRST = "association.schema.json"
FILE = FOLDER + FIRST
TITLE = phrase("Records and front matter: the schemas")
MEDIA_TYPE = "application/schema+json"
SCHEMA = DIALECT
_NAMES = {"association": phrase("Records of associations"), "network": phrase("The network's own record")}


def render(network: Network) -> bytes:
    """Return the schema of an association's record."""
    return _files(network)[FILE]


def each(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield the schemas of the network's record and of the front matter of each content type."""
    yield from ((path, content) for path, content in _files(network).items() if path != FILE)


def listed(network: Network) -> Iterator[tuple[str, str]]:
    """Yield name and path of each schema."""
    for path in _files(network):
        name = path.rpartition("/")[2].removesuffix(".schema.json")
        if name in _NAMES:
            yield network.words.say(_NAMES[name]), path
        else:
            yield network.words.say("Front matter: %(name)s", name=name), path


@once
def _files(network: Network) -> dict[str, bytes]:
    found = schemas(network.record).items()
    return {FOLDER + name: _text(schema, network.hub.url + FOLDER + name) for name, schema in found}


def _text(schema: dict[str, Any], address: str) -> bytes:
    """Return a schema with a line for each field, which is soon written and can still be read."""
    head = {"$schema": schema["$schema"], "$id": address}
    rest = {name: value for name, value in schema.items() if name not in ("$schema", "properties")}
    parts = [f"{line(name)}:{line(value)}" for name, value in (head | rest).items()]
    rows = ",\n".join(f"{line(name)}:{line(value)}" for name, value in schema["properties"].items())
    return ("{" + ",\n".join([*parts, f'"properties":{{\n{rows}\n}}']) + "}\n").encode()
