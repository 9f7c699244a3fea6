"""The top of an entry: the lines between two `---`, taken apart from the body and read."""

import re
from typing import NamedTuple

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted texts that mean that there is no value."""

_BLOCK = re.compile(r"---[ \t]*\n(?P<front>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
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
    end = text.find("\n---", 3)
    front = text[4 : end + 1]
    if text.startswith("---\n") and text.startswith("\n---\n", end) and "..." not in front:
        # As nearly everybody writes it; the pattern takes longer.
        return Parts(front, 2, text[end + 5 :], front.count("\n") + 3)
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
