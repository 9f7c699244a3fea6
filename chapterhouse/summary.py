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
    modified: int = 0
    """When it was put into the stage, in nanoseconds; 0 where nobody looked, or it is not there."""


Facts = tuple[str, int, int]
"""Of a file: `digest`, `size` and `modified`."""


class PackedFiles(Collection[Written]):
    """The files of a site as bytes: the main process keeps those of all sites until they are published."""

    __slots__ = ("_packed",)

    def __init__(self, files: Iterable[Written]) -> None:
        self._packed = marshal.dumps({file.path: file[1:] for file in files})

    def __iter__(self) -> Iterator[Written]:
        """Yield each file."""
        return (Written(path, *facts) for path, facts in self.by_path().items())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.by_path())

    def __contains__(self, file: object) -> bool:
        """Tell whether a file is among them."""
        return file in tuple(self)

    def __eq__(self, other: object) -> bool:
        """Tell whether these are the same files."""
        return isinstance(other, tuple | PackedFiles) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return a number that is the same for the same files."""
        return hash(tuple(self))

    def by_path(self) -> dict[str, Facts]:
        """Return what is known of each file."""
        found: dict[str, Facts] = marshal.loads(self._packed)
        return found


def by_path(files: Iterable[Written]) -> dict[str, Facts]:
    """Return what is known of each file, by its path."""
    return files.by_path() if isinstance(files, PackedFiles) else {file.path: file[1:] for file in files}


@frozen
class SiteSummary:
    """What rendering a site tells the steps behind it; the pages themselves lie in the stage."""

    slug: str
    files: Collection[Written]
    """Every file of the site, also those whose bytes did not change and are therefore not in the stage."""
    links: tuple[tuple[str, str], ...] = ()
    """Each address on its host, but not its own, that pages lead to, with the first page that does."""
    diagnostics: tuple[Diagnostic, ...] = ()
