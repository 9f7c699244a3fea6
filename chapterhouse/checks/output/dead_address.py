"""A published page links to an address of the network where nothing is, or to a missing part of a page.

What people write is checked before anything is built; this rule reads the finished pages, so that it also
finds what a theme, a plugin or Chapterhouse itself got wrong.

If the page is made from your text, correct the link there. If not, it is the theme's mistake: tell the
steward.
"""

from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from chapterhouse.checks.built import Built, Page
from chapterhouse.diagnostics import Diagnostic, Location


def check(built: Built) -> Iterator[Diagnostic]:
    """Yield an error for each address on each page that leads nowhere."""
    for page in built.pages.values():
        for reference in page.references:
            problem = _problem(page, reference.href, built)
            if problem:
                yield Diagnostic(
                    code="dead-address",
                    message=problem,
                    location=Location(f"output/{page.path}", reference.line),
                    hint="correct the link in the page's source, or tell whoever keeps the theme",
                )


def _problem(page: Page, href: str, built: Built) -> str:
    if href.startswith(("mailto:", "tel:", "sms:", "data:")):
        return ""
    url = urljoin(page.url, href)
    path = built.path_of(url)
    if path is None:
        return ""
    if path not in built.files:
        return f'"{href}" leads to no published file'
    fragment = unquote(urlsplit(url).fragment)
    target = built.pages.get(path)
    if fragment and target is not None and fragment not in target.ids:
        return f'"{href}" leads to a part that {path} does not have'
    return ""
