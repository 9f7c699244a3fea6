"""The tables of a body: header cells without words, and tables without any header (WCAG 1.3.1)."""

import re
from collections.abc import Iterator

from chapterhouse.diagnostics import Diagnostic, Severity
from chapterhouse.load.values import Source
from chapterhouse.text import plain

# Patterns that few pages need are compiled when one comes.
_EMPTY_HEADER = r'<th((?: class="align-[a-z]+")?)></th>'
_EMPTY_ROW = r"<thead>\s*<tr>\s*(?:<td[^>]*></td>\s*)+</tr>"
_TABLE = r'(?s)<table(?: data-sourcepos="(\d+):(\d+)-[^"]*")?[^>]*>(.*?)</table>'
_HEADER = r"(?s)<th\b[^>]*>(.*?)</th>"
_CELL = r"(?s)<td\b[^>]*>(.*?)</td>"


def tidied(markup: str) -> str:
    """Return a body whose cells are aligned by classes, none of them a header without words."""
    if ' align="' in markup:
        markup = markup.replace(' align="', ' class="align-')
    return re.sub(_EMPTY_HEADER, r"<td\1></td>", markup) if "></th>" in markup else markup


def has_empty_header(markup: str) -> bool:
    """Tell whether a table written in Markdown has a first row without any words, as the former leaves it."""
    return re.search(_EMPTY_ROW, markup) is not None


def headless(markup: str, source: Source) -> Iterator[Diagnostic]:
    """Yield a warning for each table none of whose header cells has words."""
    for match in re.finditer(_TABLE, markup):
        if any(plain(words) for words in re.findall(_HEADER, match[3])):
            continue
        line, column = (int(match[1]), int(match[2])) if match[1] else _find(match[3], source)
        yield Diagnostic(
            code="table-without-header",
            message="the table does not say what its columns are",
            hint="write into its first row what stands in each column",
            location=source.place(line, column),
            severity=Severity.WARNING,
        )


def _find(inner: str, source: Source) -> tuple[int, int]:
    """Return the line and column of a table's first words: only Markdown's own tables bring their place."""
    words = next(filter(None, map(plain, re.findall(_CELL, inner))), "")
    at = max(source.text.find(words), 0)
    return source.text.count("\n", 0, at) + 1, at - source.text.rfind("\n", 0, at)
