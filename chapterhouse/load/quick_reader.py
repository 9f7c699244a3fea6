"""The YAML that nearly everybody writes, records and front matter, in a fraction of the YAML reader's time.

A pattern takes all lines apart in one go, and a walk over these rows makes values of them. Whatever is not
certain is left to the YAML reader (`nodes.py`); a test holds that both find the same.
"""

import re
from typing import Any, NamedTuple

from chapterhouse.load.front_matter import NULLS

_TEXT = r"[\w+(/](?:[^:#\n]++|:(?! |\n|\Z)|(?<! )#)*+" r"""|"[^"\\\n]*"|'[^'\n]*'"""
"""A text on one line, with or without quotes."""
_LIST = r"\[(?:[A-Za-z][A-Za-z0-9-]*(?:, [A-Za-z][A-Za-z0-9-]*)*)?\]"
_BLOCK = r"[>|]-?\n( +)[^ \n].*(?:\n\4[^ \n].*)*"
"""A text on several lines, all of them indented alike."""
_KEY = "([a-z][a-z0-9_-]*+)"
_LINE = re.compile(rf"{_KEY}: ++({_TEXT}|{_LIST}) *+")
"""A field that is alone on its line."""
_ROW = re.compile(
    rf"^(?!\n)( *+(?:- ++)?+)(?:{_KEY}:(?= |$))?+(?: *+({_TEXT}|{_LIST}|{_BLOCK}))?+"
    r" *+(?:\n|(?<= )# .*\n)|^[^#\n].*",
    re.MULTILINE,
)
"""What stands before the key of a line (spaces, a hyphen), the key, the value; nothing of lines unlike these.

Empty lines and remarks are passed over."""
_Row = tuple[str, str, str, str]
_LONGEST = 50_000
"""Characters of a text that cannot have more values than the YAML reader allows: each has at least three."""
_DEEPEST = 6
"""How deep lists and groups may lie in each other here; the YAML reader allows more."""


class Quick(NamedTuple):
    """Front matter read without the YAML reader."""

    data: dict[str, Any]
    lines: dict[str, int]


class _Doubt(ValueError):
    """Something that the YAML reader has to decide."""


def read_quickly(front: str, first_line: int) -> Quick | None:
    """Return the fields of front matter and the line of each, or None in any doubt."""
    rows = _rows(front)
    data = _fields(rows)
    if data is None:
        return None
    if len(rows) == front.count("\n"):
        return Quick(data, {row[1]: line for line, row in enumerate(rows, first_line) if not row[0]})
    places = [(match[2], match.start()) for match in _ROW.finditer(front) if not match[1]]
    return Quick(data, {key: first_line + front.count("\n", 0, start) for key, start in places})


def read_field(text: str) -> tuple[str, Any]:
    """Return the name and the value of a field and what stands below it; raise ValueError in any doubt."""
    if "\n" in text:
        [(name, value)] = (read_record_quickly(text) or {}).items()
        return name, value
    found = _LINE.fullmatch(text) if text.isprintable() else None
    if found is None:
        raise _Doubt
    name, written = found.groups()
    value = _value(written, 0)
    if value is None or name == "null":
        raise _Doubt
    return name, value


def read_record_quickly(text: str) -> dict[str, Any] | None:
    """Return the fields of a record, or None in any doubt."""
    return _fields(_rows(text if text.endswith("\n") else text + "\n"))


def _rows(text: str) -> list[_Row]:
    """Return the lines of a text that ends with a line break, taken apart."""
    is_usual = len(text) <= _LONGEST and text.replace("\n", "").isprintable()
    return _ROW.findall(text) if is_usual else [("", "", "", "")]


def _fields(rows: list[_Row]) -> dict[str, Any] | None:
    try:
        data, end = _group(rows, 0, "", 1)
    except _Doubt:
        return None
    return data if end == len(rows) else None


def _group(rows: list[_Row], at: int, before: str, depth: int) -> tuple[dict[str, Any], int]:
    """Return the fields that stand behind so many spaces from a row on, and the first row behind them."""
    found: dict[str, Any] = {}
    end = len(rows)
    while at < end:
        here, key, written, _ = rows[at]
        if here != before or not key:
            break
        if key in found or key == "null":
            raise _Doubt
        at += 1
        if written:
            found[key] = _value(written, len(before))
        else:
            found[key], at = _below(rows, at, before, depth + 1)
    if None in found.values():
        found = {key: value for key, value in found.items() if value is not None}
    return found, at


def _below(rows: list[_Row], at: int, before: str, depth: int) -> tuple[Any, int]:
    """Return what stands below a key without a value (None where nothing does), and the row behind it."""
    here = rows[at][0] if at < len(rows) else ""
    spaces, hyphen, _ = here.partition("-")
    if len(spaces) <= len(before) and not (hyphen and spaces == before):
        return None, at
    if depth > _DEEPEST:
        raise _Doubt
    return (_list if hyphen else _group)(rows, at, spaces, depth)


def _list(rows: list[_Row], at: int, before: str, depth: int) -> tuple[list[Any], int]:
    """Return the items whose hyphens stand behind so many spaces from a row on, and the row behind them."""
    found: list[Any] = []
    item: Any
    hyphen = before + "-"
    while at < len(rows) and (row := rows[at])[0].startswith(hyphen):
        here, key, written, more = row
        if key:
            here = " " * len(here)
            rows[at] = (here, key, written, more)
            item, at = _group(rows, at, here, depth + 1)
        else:
            item = _value(written, len(before)) if written else None
            at += 1
        if item is None:
            raise _Doubt
        found.append(item)
    return found, at


def _value(written: str, column: int) -> Any:
    """Return the text or list that stands behind a key or hyphen at a column; None where it means nothing."""
    first = written[0]
    if first not in "\"'[>|":
        text = written.rstrip(" ")
        return None if text in NULLS else text
    if first == "[":
        words = written[1:-1].split(", ") if len(written) > 2 else []
        if not NULLS.isdisjoint(words):
            raise _Doubt
        return words
    return _block(written, column) if first in ">|" else written[1:-1]


def _block(written: str, column: int) -> str:
    """Return a text on several lines: `>` makes them one, `|` leaves them, and a hyphen drops the end."""
    mark, *lines = written.split("\n")
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    if indent <= column:
        raise _Doubt
    text = (" " if mark[0] == ">" else "\n").join([line[indent:] for line in lines])
    return text if mark[1:] else text + "\n"
