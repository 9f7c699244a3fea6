"""New files with help in them: what `new` and `init` write, made from the fields' own descriptions."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from textwrap import wrap
from typing import Annotated, Any, get_args, get_origin

from chapterhouse.content_types import content_types
from chapterhouse.field_types import Help
from chapterhouse.record import Record

HIDDEN = frozenset({"custom", "note", "draft", "language", "kinds"})
"""Fields that a first file does not speak of."""

_PLAIN = re.compile(r"\w(?:[^:#\n\t]|:(?![\s]|\Z)|(?<! )#)*\Z")
_SPECIAL = re.compile(r"(?:null|~|true|false|yes|no|on|off|y|n)\Z", re.IGNORECASE)


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
    plain = _PLAIN.match(value) and not _SPECIAL.match(value) and value == value.strip()
    return value if plain else json.dumps(value, ensure_ascii=False)


def _lines(cls: type[Any], values: Mapping[str, str]) -> Iterator[str]:
    every = sorted(fields(cls), key=lambda field: (field.name not in values, not _required(field)))
    for field in every:
        if field.name in values:
            yield f"{field.name}: {quoted(values[field.name])}"
    for field in every:
        if field.name in values or field.name in HIDDEN:
            continue
        yield from _comments(field)
        example = _example(field)
        yield f"{field.name}:{example}" if _required(field) else f"# {field.name}:{example}"
        inner = _group(field.type)
        if inner is not None:
            yield from (f"#   {part.name}:{_example(part)}" for part in fields(inner))


def _comments(field: "Field[Any]") -> list[str]:
    words = _help(field)
    return wrap(words.text, 100, initial_indent="# ", subsequent_indent="# ") if words else []


def _example(field: "Field[Any]") -> str:
    """Return what stands behind the colon: a list in brackets, since one value alone would be no list."""
    words = _help(field)
    if not words or not words.example:
        return ""
    if _is_list(field.type):
        return f" [{words.example}]"
    # A colour would be read as a remark, and a sentence with a colon as a field.
    special = words.example.startswith("#") or ": " in words.example
    return f' "{words.example}"' if special else f" {words.example}"


def _help(field: "Field[Any]") -> Help | None:
    marks = getattr(field.type, "__metadata__", ())
    return next((mark for mark in marks if isinstance(mark, Help)), None)


def _is_list(annotation: Any) -> bool:
    bare = _bare(annotation)
    return any(get_origin(part) is tuple for part in (bare, *get_args(bare)))


def _group(annotation: Any) -> type[Any] | None:
    """Return the dataclass of a field that is a group of fields."""
    parts = (annotation, *get_args(_bare(annotation))) if not _is_list(annotation) else ()
    return next((_bare(part) for part in parts if is_dataclass(_bare(part))), None)


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING
