"""What rendering a site leaves for the steps behind it."""

from typing import NamedTuple

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.frozen import frozen


class Written(NamedTuple):
    """One file of a rendered site; its path is below the output: `wi-aimh/about/index.html`."""

    path: str
    digest: str
    size: int


@frozen
class SiteSummary:
    """What rendering a site tells the steps behind it; the pages themselves lie in the stage."""

    slug: str
    files: tuple[Written, ...]
    """Every file of the site, also those whose bytes did not change and are therefore not in the stage."""
    links: tuple[tuple[str, str], ...] = ()
    """Each address on its host, but not its own, that pages lead to, with the first page that does."""
    diagnostics: tuple[Diagnostic, ...] = ()
