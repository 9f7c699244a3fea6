"""CSV files that spreadsheets open without asking and without running anything (RFC 4180)."""

import re
from collections.abc import Iterable, Sequence

MEDIA_TYPE = "text/csv"
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark: without it, Excel takes UTF-8 for something else."""

# A cell that begins with one of these is a formula to a spreadsheet; the wide forms are to East Asian ones.
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")


def cell(value: str | float | bool | None) -> str:
    """Return a value as a cell: words that a spreadsheet takes for a formula get an apostrophe before them.

    Numbers stay numbers, and a list is joined by its caller.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        if not value or (value[0].isalpha() and "\0" not in value):
            return value
        # Zero bytes and the like end the file for some programs.
        words = value.replace("\0", "")
        return f"'{words}" if _FORMULA.match(words) else words
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def row(values: Iterable[str | float | bool | None]) -> str:
    """Return a line of a table, without its end; a cell has quotation marks where it needs them.

    The csv module looks at each character by itself.
    """
    cells = [cell(value) for value in values]
    line = ",".join(cells)
    if line.count(",") == len(cells) - 1 and _is_plain(line):
        return line
    return ",".join([one if "," not in one and _is_plain(one) else _quoted(one) for one in cells])


def _is_plain(words: str) -> bool:
    return '"' not in words and "\n" not in words and "\r" not in words


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str | float | bool | None]], *, mark: bool = True
) -> bytes:
    """Return a table with its header; `mark` is for spreadsheets, programs are better off without it."""
    lines = [row(columns), *map(row, rows), ""]
    return (MARK if mark else "").encode() + "\r\n".join(lines).encode()
