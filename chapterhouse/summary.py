"""What rendering a site leaves for the steps behind it."""

import marshal
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.frozen import frozen


class Written(NamedTuple):
    """One file of a rendered site; its path is below the output: `wi-aimh/about/index.html`."""

    path: str
    digest: str
    size: int


class PackedFiles(Collection[Written]):
    """The files of a site as bytes: the main process keeps those of all sites until they are published."""

    __slots__ = ("_packed",)

    def __init__(self, files: Iterable[Written]) -> None:
        self._packed = marshal.dumps([tuple(file) for file in files])

    def __iter__(self) -> Iterator[Written]:
        """Yield each file."""
        yield from map(Written._make, marshal.loads(self._packed))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(marshal.loads(self._packed))

    def __contains__(self, file: object) -> bool:
        """Tell whether a file is among them."""
        return file in tuple(self)

    def __eq__(self, other: object) -> bool:
        """Tell whether these are the same files."""
        return isinstance(other, tuple | PackedFiles) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return a number that is the same for the same files."""
        return hash(tuple(self))


@frozen
class SiteSummary:
    """What rendering a site tells the steps behind it; the pages themselves lie in the stage."""

    slug: str
    files: Collection[Written]
    """Every file of the site, also those whose bytes did not change and are therefore not in the stage."""
    links: tuple[tuple[str, str], ...] = ()
    """Each address on its host, but not its own, that pages lead to, with the first page that does."""
    diagnostics: tuple[Diagnostic, ...] = ()
