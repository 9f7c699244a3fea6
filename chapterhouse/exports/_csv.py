"""CSV files that spreadsheets open without asking and without running anything (RFC 4180)."""

import csv
import io
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
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        if value[:1].isalpha() and "\0" not in value:
            return value
        # Zero bytes and the like end the file for some programs.
        words = value.replace("\0", "")
        return f"'{words}" if _FORMULA.match(words) else words
    return str(value)


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str | float | bool | None]], *, mark: bool = True
) -> bytes:
    """Return a table with its header; `mark` is for spreadsheets, programs are better off without it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([cell(name) for name in columns])
    writer.writerows([cell(value) for value in row] for row in rows)
    return ((MARK if mark else "") + out.getvalue()).encode()
