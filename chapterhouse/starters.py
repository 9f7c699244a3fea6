"""New files with help in them: what `new` and `init` write, made from the fields' own descriptions."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from textwrap import wrap
from typing import Any

from chapterhouse.content_types import content_types
from chapterhouse.field_types import Help
from chapterhouse.record import Record

HIDDEN = frozenset({"custom", "note", "draft", "language", "kinds"})
"""Fields that a first file does not speak of."""


def record(values: Mapping[str, str]) -> str:
    """Return an `association.yaml` with the given values and every other field as a comment."""
    head = "# The facts of one association. Lines that begin with # are help, and not read.\n"
    return head + "\n".join(_lines(Record, values)) + "\n"


def entry(type_name: str, values: Mapping[str, str], body: str) -> str:
    """Return a Markdown file of a content type with the given front matter, help, and a body."""
    front = "\n".join(_lines(content_types()[type_name].Fields, values))
    return f"---\n{front}\n---\n\n{body}\n"


def quoted(value: str) -> str:
    """Return a value as YAML, in quotes where the text could be read as something else."""
    plain = value and value[0].isalnum() and not any(mark in value for mark in (": ", " #")) and value == value.strip()
    return value if plain and not value.endswith(":") else json.dumps(value, ensure_ascii=False)


def _lines(cls: type[Any], values: Mapping[str, str]) -> Iterator[str]:
    every = sorted(fields(cls), key=lambda field: (field.name not in values, not _required(field)))
    for field in every:
        if field.name in values:
            yield f"{field.name}: {quoted(values[field.name])}"
    for field in every:
        if field.name in values or field.name in HIDDEN:
            continue
        help_ = next((mark for mark in field.type.__metadata__ if isinstance(mark, Help)), None)
        if help_:
            yield from wrap(help_.text, 100, initial_indent="# ", subsequent_indent="# ")
        example = f" {help_.example}" if help_ and help_.example else ""
        yield f"{field.name}:{example}" if _required(field) else f"# {field.name}:{example}"


def _required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING
