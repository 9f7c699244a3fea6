"""A published page would fetch something from another server: a picture, a script, a font, a frame.

Whoever runs that server would learn who reads the page. The pages of a network ask nobody but their own host.

Put the file into the folder and show it from there, or link to it instead of embedding it.
"""

from collections.abc import Iterator
from urllib.parse import urljoin

from chapterhouse.checks.built import Built
from chapterhouse.diagnostics import Diagnostic, Location


def check(built: Built) -> Iterator[Diagnostic]:
    """Yield an error for each embedded address that is not the network's own."""
    for page in built.pages.values():
        for address in page.fetched:
            if built.path_of(urljoin(page.url, address)) is None and not address.startswith("data:"):
                yield Diagnostic(
                    code="foreign-request",
                    message=f'the page would fetch "{address}" from another server',
                    location=Location(f"output/{page.path}"),
                    hint="keep a copy in the folder, or link to it instead",
                )
