"""The top of an entry: the lines between two `---`, taken apart from the body and read."""

import re
from typing import Any, NamedTuple

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted texts that mean that there is no value."""

_BLOCK = re.compile(r"---[ \t]*\n(?P<front>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
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

EXAMPLE = "---\ntitle: About us\n---"
"""What the top of an entry looks like."""


class Parts(NamedTuple):
    """An entry's text, taken apart."""

    front: str
    """The lines between the hyphens."""
    front_line: int
    """The line of the file on which they begin."""
    body: str
    body_line: int
    """The line of the file on which the body begins."""


class Missing(NamedTuple):
    """Why an entry has no front matter that could be read."""

    code: str
    message: str
    line: int
    hint: str


class Quick(NamedTuple):
    """Front matter read without the YAML reader."""

    data: dict[str, Any]
    lines: dict[str, int]


def decode(content: bytes) -> str | tuple[int, int, int]:
    """Return the text of a file with plain line ends, or where its first wrong byte stands and what it is.

    The place is a line and a column, counted from 1.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = content[: problem.start].removeprefix(b"\xef\xbb\xbf")
        before = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        last = before[before.rfind(b"\n") + 1 :]
        return before.count(b"\n") + 1, len(last.decode("utf-8", "replace")) + 1, content[problem.start]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def split(text: str) -> Parts | Missing:
    """Take front matter and body apart; a line of three hyphens (or dots) ends the front matter."""
    match = _BLOCK.match(text)
    if match:
        front = match["front"]
        body = text[match.end() :]
        return Parts(front, 2, body, front.count("\n") + 3)
    return _missing(text)


def _missing(text: str) -> Missing:
    if not text.strip():
        hint = f"begin it with its title between two lines of hyphens:\n{EXAMPLE}"
        return Missing("empty-file", "the file is empty", 1, hint)
    lines = text.split("\n")
    first = lines[0].rstrip()
    if first == "---":
        end = next((n for n, line in enumerate(lines[1:], 2) if not _is_front(line)), len(lines))
        hint = "write a line of three hyphens (---) above this line"
        return Missing(
            "front-matter-not-closed", "the facts at the top have no closing line of three hyphens", end, hint
        )
    begin = next(n for n, line in enumerate(lines, 1) if line.strip())
    if begin > 1 and lines[begin - 1].rstrip() == "---":
        return Missing(
            "no-front-matter", "there are empty lines above the first line of hyphens", 1, "remove them"
        )
    if re.fullmatch(r"\s*[-‐-―−]{1,}\s*", first) or re.fullmatch(r"-{4,}|\+\+\+", first):
        message = f'the first line is "{first.strip()}", but three plain hyphens are needed'
        return Missing("no-front-matter", message, 1, "write ---")
    header = []
    for line in lines:
        if not re.match(r"[A-Za-z_]+: *\S", line):
            break
        header.append(line[0].lower() + line[1:])
    if header:
        example = "\n".join(["---", *header, "---"])
        hint = f"put a line of three hyphens above and below them:\n{example}"
        return Missing(
            "no-front-matter", "the facts at the top need a line of hyphens above and below", 1, hint
        )
    hint = f"begin the file with its title between two lines of hyphens:\n{EXAMPLE}"
    return Missing(
        "no-front-matter", "the file does not begin with a line of three hyphens and a title", 1, hint
    )


def _is_front(line: str) -> bool:
    """Tell whether a line looks like a fact rather than like the body."""
    return re.match(r"[A-Za-z_]+:(?:\s|\Z)|\s+\S|- |#(?!#)\S*\s*\w+:", line) is not None


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
