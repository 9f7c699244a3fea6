"""An association's folder has a name that is an address of the hub.

The association's site would be published at an address where the hub has a page of its own, such as
`/directory/`, and one of the two would be lost.

Rename the folder, for example `associations/news` to `associations/news-society`, and add the old name under
`aliases` in its record if it was published before.
"""

from collections.abc import Iterator

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import Network

RESERVED = frozenset(
    [
        "404",
        "assets",
        "calendar",
        "data",
        "directory",
        "endorsement",
        "events",
        "feed",
        "hub",
        "images",
        "map",
        "news",
        "pagefind",
        "people",
        "resources",
        "robots",
        "search",
        "sitemap",
        "status",
    ]
)
"""First parts of the hub's own addresses, and the folder of the hub where sites have hosts of their own."""


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each association named like an address of the hub."""
    taken = dict.fromkeys(sorted(RESERVED), "an address of the hub")
    if settings.layout == "paths":
        for path in sorted(network.hub_folder.targets):
            first = path.removeprefix("content/hub/pages/").partition("/")[0].removesuffix(".md")
            taken.setdefault(first, f"the address of {path}")
    for association in network.associations:
        if association.slug in taken:
            yield Diagnostic(
                code="reserved-slug",
                message=f'the folder name "{association.slug}" is {taken[association.slug]}',
                location=Location(association.folder.name),
                hint=f'rename the folder, for example to "{association.slug}-association"',
            )
