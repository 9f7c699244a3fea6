"""Pages of the hub that are computed from the whole network: one module is one kind of page.

A hub page is a module with `pages(network)`, which yields `HubPage` values: address, template and plain
context. Its template is `<module>.html`. The module may also have `files(network)`, which yields files
that the scripts of its pages load.
"""

from collections.abc import Iterator
from typing import Protocol

from chapterhouse.discover import features
from chapterhouse.model import HubPage, Network


class HubPages(Protocol):
    """The contract that each module of this folder fills."""

    def pages(self, network: Network) -> Iterator[HubPage]:
        """Yield every page of this kind."""


class Files(Protocol):
    """What a module has besides, if its pages load files."""

    def files(self, network: Network) -> Iterator[tuple[str, bytes]]:
        """Yield the path below the hub and the bytes of each file."""


def page_files(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield every file that scripts of computed pages load, with its path below the hub."""
    for module in features(__name__).values():
        if hasattr(module, "files"):
            having: Files = module
            yield from having.files(network)


def hub_pages(network: Network) -> tuple[HubPage, ...]:
    """Return every computed page, sorted by address; an entry of the hub at the same address comes first."""
    modules: dict[str, HubPages] = features(__name__)  # type: ignore[assignment]
    own = set(network.hub_folder.routes.values())
    computed = (page for module in modules.values() for page in module.pages(network))
    found = [page for page in computed if page.joins_listing or page.route not in own]
    return tuple(sorted(found, key=lambda page: page.route))
