"""A published page shows signs meant for a program: `{{ name }}`, `{% if %}`, a front matter line.

Visitors would read them as words. It comes from a misspelt record value, or from a template of the theme.

Look for the sign in the page's source and correct it; inside `code` such signs are welcome.
"""

import re
from collections.abc import Iterator

from chapterhouse.checks.built import Built
from chapterhouse.diagnostics import Diagnostic, Location

_LEAK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|[\U000F0000-\U000FFFFD]|^---$", re.MULTILINE)


def check(built: Built) -> Iterator[Diagnostic]:
    """Yield an error for each page with leftovers of markup among its words."""
    for page in built.pages.values():
        match = _LEAK.search(page.text)
        if match:
            yield Diagnostic(
                code="leaked-markup",
                message=f'the page shows "{match[0]}"',
                location=Location(f"output/{page.path}"),
                hint="look for it in the page's source",
            )
