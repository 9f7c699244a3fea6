"""Data files computed from the network: one module is one export.

An export is a module with
`FILE`, its path below the hub (`data/associations.csv`); `TITLE`, what the hub's page "Data" calls it;
`MEDIA_TYPE`; `SCHEMA`, the address of what describes its form (a path below the hub, or an absolute one);
`render(network)`, which returns its bytes; and perhaps `each(network)`, which yields further files beside it,
and `listed(network)`, which yields name and path of those that the hub's page names.
The first paragraph of its docstring is what the hub's page says about it.
"""

from collections.abc import Iterator
from typing import Protocol

from chapterhouse.discover import features
from chapterhouse.model import Network


class Export(Protocol):
    """The contract that each module of this folder fills."""

    __doc__: str | None
    FILE: str
    TITLE: str
    MEDIA_TYPE: str
    SCHEMA: str

    def render(self, network: Network) -> bytes:
        """Return the file."""


class Series(Export, Protocol):
    """An export of several files."""

    def each(self, network: Network) -> Iterator[tuple[str, bytes]]:
        """Yield the path below the hub and the bytes of each further file."""


class Listed(Series, Protocol):
    """An export of several files that people may look for."""

    def listed(self, network: Network) -> Iterator[tuple[str, str]]:
        """Yield the name and the path below the hub of each file that the hub's page names."""


def all_exports() -> dict[str, Export]:
    """Return every export by its module's name: `associations_csv`."""
    return features(__name__)  # type: ignore[return-value]


def exports(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield every file of every export with its path below the hub, one at a time, as they may be large."""
    for export in all_exports().values():
        yield export.FILE, export.render(network)
        if hasattr(export, "each"):
            series: Series = export  # type: ignore[assignment]
            yield from series.each(network)
