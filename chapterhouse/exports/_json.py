"""JSON files that are quick to write, small to send and kind to a comparison: one line for each item."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

# json.dumps would make a new encoder for each line.
_IN_ONE_LINE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def line(value: Any) -> str:
    """Return a value in one line."""
    return _IN_ONE_LINE(value)


def listing(head: Mapping[str, Any], name: str, items: Iterable[Any]) -> bytes:
    """Return an object of some facts and one list, which comes last."""
    parts = [f"{line(key)}:{line(value)}" for key, value in head.items()]
    rows = ",\n".join(map(line, items))
    parts.append(f"{line(name)}:[\n{rows}\n]" if rows else f"{line(name)}:[]")
    return ("{" + ",\n".join(parts) + "}\n").encode()


def pretty(value: Any) -> bytes:
    """Return a value for people to read, such as a schema."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
