"""JSON files that are quick to write, small to send and kind to a comparison: one line for each item."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any


def in_one_line(plain: Callable[[Any], Any] | None = None) -> Callable[[Any], str]:
    """Return what writes values in one line each; `plain` is asked for what JSON has no form for."""
    # json.dumps would make a new encoder for each line.
    return json.JSONEncoder(
        ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False, default=plain
    ).encode


line = in_one_line()
"""Return a value in one line."""


def listing(head: Mapping[str, Any], name: str, items: Iterable[Any]) -> bytes:
    """Return an object of some facts and one list, which comes last."""
    return bound(head, name, map(line, items))


def bound(head: Mapping[str, Any], name: str, lines: Iterable[str]) -> bytes:
    """Return the same of items that are lines already: one may stand in several files."""
    facts = "".join(f"{line(key)}:{line(value)},\n" for key, value in head.items())
    # Line by line, as most have only ASCII letters, which take no time to encode.
    rows = b",\n".join([one.encode() for one in lines])
    around = b"\n" if rows else b""
    return b"".join((f"{{{facts}{line(name)}:[".encode(), around, rows, around, b"]}\n"))


def pretty(value: Any) -> bytes:
    """Return a value for people to read, such as a schema."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
