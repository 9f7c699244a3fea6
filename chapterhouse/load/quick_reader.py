"""The front matter that nearly everybody writes, read at a fraction of what the YAML reader costs."""

import re
from typing import Any, NamedTuple

from chapterhouse.load.front_matter import NULLS

_KEY = r"(?P<key>[a-z][a-z0-9_]{0,40}):"
_TEXT = (
    r"(?P<plain>[^\W_](?:[^:#\n]++|:(?! |\n|\Z)|(?<! )#)*+)"
    r'|"(?P<double>[^"\\\n]*)"'
    r"|'(?P<single>[^'\n]*)'"
)
_LIST = r"\[(?P<list>(?:[A-Za-z][A-Za-z0-9-]*(?:, [A-Za-z][A-Za-z0-9-]*)*)?)\]"
_LINE = re.compile(rf"{_KEY}(?: +(?:{_TEXT}|{_LIST}))? *\n")
"""The lines that everybody writes; whatever else stands there is left to the YAML reader."""
_FIELD = re.compile(rf"(?P<indent> +){_KEY}(?: +(?:{_TEXT}))? *\n")
"""A line of a group, such as the name below `venue:`."""
_ITEM = re.compile(rf"(?P<indent> *)- +(?:{_TEXT}) *\n")
"""A line of a list."""


class Quick(NamedTuple):
    """Front matter read without the YAML reader."""

    data: dict[str, Any]
    lines: dict[str, int]


def read_quickly(front: str, first_line: int) -> Quick | None:
    """Read simple front matter at a fraction of the YAML reader's cost, or return None if in doubt.

    It must find what the YAML reader finds: a test compares the two.
    """
    data: dict[str, Any] = {}
    lines: dict[str, int] = {}
    position, line, end = 0, first_line, len(front)
    if not front.replace("\n", "").isprintable():
        return None
    while position < end:
        match = _LINE.match(front, position)
        if match is None:
            return None
        key, plain, double, single, items = match.groups()
        if key in lines or key == "null":
            return None
        lines[key] = line
        position = match.end()
        line += 1
        if plain is not None:
            value = plain.rstrip(" ")
            if value not in NULLS:
                data[key] = value
        elif items is not None:
            data[key] = words = items.split(", ") if items else []
            if not NULLS.isdisjoint(words):
                return None
        elif double is not None or single is not None:
            data[key] = double if single is None else single
        elif front[position : position + 1] in (" ", "-"):
            below = _read_list(front, position) or _read_group(front, position)
            if below is None:
                return None
            data[key] = below.value
            line += front.count("\n", position, below.end)
            position = below.end
    return Quick(data, lines)


class _Below(NamedTuple):
    """What stands below a field's name, and where it ends."""

    value: Any
    end: int


def _read_list(front: str, position: int) -> _Below | None:
    """Read the texts of a list, each behind a hyphen on a line of its own."""
    found: list[str] = []
    indent = None
    while match := _ITEM.match(front, position):
        indent = match["indent"] if indent is None else indent
        text = _text(match)
        if match["indent"] != indent or text is None:
            return None
        found.append(text)
        position = match.end()
    return _Below(found, position) if found else None


def _read_group(front: str, position: int) -> _Below | None:
    """Read the fields of a group, each a text."""
    found: dict[str, str | None] = {}
    indent = None
    while match := _FIELD.match(front, position):
        indent = match["indent"] if indent is None else indent
        key = match["key"]
        if match["indent"] != indent or key in found or key == "null":
            return None
        found[key] = _text(match)
        position = match.end()
    if not found or front[position : position + 1] == " ":
        return None
    return _Below({key: text for key, text in found.items() if text is not None}, position)


def _text(match: re.Match[str]) -> str | None:
    """Return the text of a line, None where it has none."""
    plain = match["plain"]
    if plain is None:
        return match["double"] if match["single"] is None else match["single"]
    text = plain.rstrip(" ")
    return None if text in NULLS else text
