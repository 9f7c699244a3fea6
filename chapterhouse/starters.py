"""New files with help in them: what `new` and `init` write, made from the fields' own descriptions."""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Annotated, Any, get_args, get_origin

from chapterhouse.content_types import content_types
from chapterhouse.field_types import Help
from chapterhouse.frozen import fields, is_frozen, needed
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
    always = needed(cls)
    every = sorted(fields(cls), key=lambda name: (name not in values, name not in always))
    for name in every:
        if name in values:
            yield f"{name}: {quoted(values[name])}"
    for name in every:
        if name in values or name in HIDDEN:
            continue
        hint = fields(cls)[name]
        yield from _comments(hint)
        yield f"{name}:{_example(hint)}" if name in always else f"# {name}:{_example(hint)}"
        inner = _group(hint)
        if inner is not None:
            yield from (f"#   {part}:{_example(its)}" for part, its in fields(inner).items())


def _comments(hint: Any) -> list[str]:
    words = _help(hint)
    return wrap(words.text, 100, initial_indent="# ", subsequent_indent="# ") if words else []


def _example(hint: Any) -> str:
    """Return what stands behind the colon: a list in brackets, since one value alone would be no list."""
    words = _help(hint)
    if not words or not words.example:
        return ""
    if _is_list(hint):
        return f" [{words.example}]"
    # A colour would be read as a remark, and a sentence with a colon as a field.
    special = words.example.startswith("#") or ": " in words.example
    return f' "{words.example}"' if special else f" {words.example}"


def _help(hint: Any) -> Help | None:
    marks = getattr(hint, "__metadata__", ())
    return next((mark for mark in marks if isinstance(mark, Help)), None)


def _is_list(annotation: Any) -> bool:
    bare = _bare(annotation)
    return any(get_origin(part) is tuple for part in (bare, *get_args(bare)))


def _group(annotation: Any) -> type[Any] | None:
    """Return the dataclass of a field that is a group of fields."""
    parts = (annotation, *get_args(_bare(annotation))) if not _is_list(annotation) else ()
    return next((_bare(part) for part in parts if is_frozen(_bare(part))), None)


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
