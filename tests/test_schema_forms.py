"""Schemas read from annotations, held against what pydantic reads from them."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from chapterhouse.content_types import content_types
from chapterhouse.field_types import Help, Slug, Text, Url
from chapterhouse.frozen import field, frozen
from chapterhouse.record import STRICT, NetworkRecord, Record
from chapterhouse.schema_forms import schema_of

CLASSES = [Record, NetworkRecord, *(content_type.Fields for content_type in content_types().values())]
MARKED = ("description", "examples", "pattern", "format", "title")
"""What the marks of our fields say, of which pydantic need not know."""


@frozen
class Leaf:
    """A part."""

    __pydantic_config__ = STRICT
    name: Text
    size: Annotated[int | None, Help("How large.", "3")] = None


@frozen
class Tree:
    """A whole."""

    __pydantic_config__ = STRICT
    kind: Literal["oak", "ash"]
    leaves: tuple[Leaf, ...] = ()
    links: dict[Slug, Url] = field(default_factory=dict)
    anything: dict[str, Any] = field(default_factory=dict)


class WithoutDefaults(GenerateJsonSchema):
    """Leaves defaults out."""

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])


def bare(node: Any, *, names: bool = False) -> Any:
    """Return a schema without what marks say; `names` are the fields of an object, which are no keywords."""
    if isinstance(node, list):
        return [bare(one) for one in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "object" and "properties" not in node:
        values = node.get("patternProperties") or {"": node.get("additionalProperties")}
        return {"type": "object", "values": [bare(one) for one in values.values()]}
    kept = {key: value for key, value in node.items() if names or key not in MARKED}
    return {key: bare(value, names=key in ("properties", "$defs")) for key, value in kept.items()}


@pytest.mark.parametrize("cls", [*CLASSES, Tree], ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_pydantic_reads_the_same(cls: type[Any]) -> None:
    theirs = TypeAdapter(cls).json_schema(schema_generator=WithoutDefaults)
    assert bare(schema_of(cls)) == bare(theirs)


def test_marks_are_told() -> None:
    found = schema_of(Tree)
    assert found["required"] == ["kind"]
    assert found["properties"]["links"]["patternProperties"] == {
        "^[a-z0-9]+(-[a-z0-9]+)*$": {"type": "string", "format": "uri"}
    }
    assert found["$defs"]["Leaf"]["properties"]["size"] == {
        "anyOf": [{"type": "integer"}, {"type": "null"}],
        "description": "How large.",
        "examples": ["3"],
    }
